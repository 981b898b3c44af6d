"""Makes a contact sheet of each screen: a row for each size, dark, light, in the terminal's own colours and in none.

Run from the folder above: `python -m docs.make_contact_sheets FOLDER`, then open the pages in a browser and look.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import aclosing, contextmanager
from dataclasses import replace
from html import escape
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from docs.make_picture import steady
from simulator import words
from simulator.words import LANGUAGES
from tests.tui.stage import Stage
from tests.tui.walk import walk_french, walk_past, walked
from tests.tui.walk_desk import walk_desk

SIZES: Final = ((80, 24), (100, 30), (140, 40), (60, 20))
NO_COLOURS: Final = "no-colours"
LOOKS: Final = ("rolecall-dark", "rolecall-light", "ansi-dark", NO_COLOURS)

PAGE: Final = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<style>
body {{ background: #888; font: 14px sans-serif; }}
img {{ width: 24%; vertical-align: top; }}
</style></head><body><h1>{title}</h1>
{figures}
</body></html>
"""


async def pictures(folder: Path, size: tuple[int, int], language: str, look: str) -> list[tuple[str, Path]]:
    """The screens of each walk in their order, each with the file of its picture."""
    made: list[tuple[str, Path]] = []
    for walk in (walk_french if language == "fr" else walked, walk_past, walk_desk):
        with TemporaryDirectory() as home, looked_at(look) as theme:
            words.use(language)
            stage = Stage(Path(home))
            stage.options = replace(stage.options, theme=theme)
            async with aclosing(walk(stage, size)) as stops:
                async for name, seen in stops:
                    path = folder / f"{len(made):02}-{size[0]}x{size[1]}-{language}-{look}.svg"
                    path.write_text(steady(seen.app.export_screenshot(title=name)), encoding="utf-8")
                    made.append((name, path))
    return made


@contextmanager
def looked_at(look: str) -> Iterator[str]:
    """The name of the theme of a look; meanwhile there are no colours where it has none."""
    if look != NO_COLOURS:
        yield look
        return
    os.environ["NO_COLOR"] = "1"
    try:
        yield LOOKS[0]
    finally:
        del os.environ["NO_COLOR"]


async def make(folder: Path) -> None:
    """Write the pictures and, for each screen and language, the page that shows them side by side."""
    sheets: dict[str, list[Path]] = defaultdict(list)
    for language, size, look in product(LANGUAGES, SIZES, LOOKS):
        for number, (name, path) in enumerate(await pictures(folder, size, language, look)):
            sheets[f"{language} {number:02} {name}"].append(path)
    for title, paths in sheets.items():
        figures = "\n".join(f'<img src="{escape(path.name)}" alt="{escape(path.stem)}">' for path in paths)
        page = PAGE.format(title=escape(title), figures=figures)
        (folder / f"{title.replace(' ', '-').replace(',', '')}.html").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    asyncio.run(make(target))
