"""What the checker says of each faulty file, as bytes to compare with.

`python -m tests.faulty.goldens [FOLDER | NAME]...` writes the `.expected` files anew; nothing else ever does.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from simulator.model.diagnostic import Diagnostic
from simulator.model.source import SourceText
from simulator.words.diagnostics import full, short

HERE: Final = Path(__file__).parent

Check = Callable[[SourceText], tuple[Diagnostic, ...]]


def as_text(source: SourceText) -> tuple[Diagnostic, ...]:
    """What there is to say of a file as text and as YAML."""
    from simulator.language.tree import parse

    return parse(source).diagnostics


def as_whole(source: SourceText) -> tuple[Diagnostic, ...]:
    """What `rolecall check` has to say of a file."""
    from simulator.checking import check_source
    from simulator.library import find_rubric
    from tests.memory import CACHE

    return check_source(source, find_rubric(HERE / source.name, CACHE)).diagnostics


CHECKS: Final[dict[str, Check]] = {"e1": as_text}
"""How the files of a folder are checked; `as_whole` for the folders that are not named."""


def files() -> list[Path]:
    """Every faulty file."""
    return sorted(HERE.glob("*/*.yaml"))


def found(path: Path) -> str:
    """The diagnostics of the file at `path`, each on one line and then each in full."""
    source, diagnostics = checked(path)
    lines = "".join(f"{short(diagnostic, source.name)}\n" for diagnostic in diagnostics)
    return lines + "".join(f"\n{full(diagnostic, source)}\n" for diagnostic in diagnostics)


def checked(path: Path) -> tuple[SourceText, tuple[Diagnostic, ...]]:
    """The file at `path` and what there is to say of it."""
    from simulator.language.text import decode

    source = decode(path.name, path.read_bytes())
    if isinstance(source, Diagnostic):
        return SourceText(path.name, ""), (source,)
    return source, CHECKS.get(path.parent.name, as_whole)(source)


def expected(path: Path) -> Path:
    """Where the diagnostics of the file at `path` are kept."""
    return path.with_suffix(".expected")


def write(wanted: list[str]) -> list[Path]:
    """Write the expected diagnostics of the named folders and files; of all where none is named."""
    written = []
    for path in files():
        if wanted and path.parent.name not in wanted and path.stem not in wanted:
            continue
        if keep(expected(path), found(path)):
            written.append(path)
    return written


def keep(path: Path, text: str) -> bool:
    """Make `text` what is kept at `path`; whether that was news."""
    data = text.encode("utf-8")
    if path.exists() and path.read_bytes() == data:
        return False
    path.write_bytes(data)
    return True


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    for changed in write(sys.argv[1:]):
        print(f"{changed.parent.name}/{changed.name}")
        print(found(changed))
