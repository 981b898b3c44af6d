"""A folder of realistic calls: the shipped ones over and over, each with an id of its own."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import scenarios

SHIPPED: Final = sorted(Path(scenarios.__file__).parent.glob("*/*/*.yaml"))

_ID: Final = re.compile(r"^id: (.+)$", re.MULTILINE)


def put_calls(folder: Path, number: int) -> list[Path]:
    """Write so many calls into `folder`; where they are."""
    folder.mkdir()
    return [_put(folder, SHIPPED[place % len(SHIPPED)], place) for place in range(number)]


def _put(folder: Path, shipped: Path, place: int) -> Path:
    text = _ID.sub(rf"id: \1-{place}", shipped.read_text(encoding="utf-8"), count=1)
    path = folder / f"{shipped.stem}-{place}.yaml"
    path.write_text(text, encoding="utf-8", newline="\n")
    return path
