"""Rows for a terminal: columns as wide as what is in them, and nothing that could move the cursor."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from simulator.model.unseen import visible


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], right: frozenset[int] = frozenset()) -> str:
    """`rows` under `heads`; the columns whose places are in `right` stand to the right."""
    cells = [list(heads), *([visible(cell) for cell in row] for row in rows)]
    widths = [max(width(row[place]) for row in cells) for place in range(len(heads))]
    lines = []
    for row in cells:
        parts = [_padded(cell, widths[place], place in right) for place, cell in enumerate(row)]
        lines.append("  ".join(parts).rstrip())
    return "\n".join(lines)


def width(text: str) -> int:
    """How many columns `text` takes in a terminal."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("F", "W") else 1


def _padded(cell: str, wanted: int, to_the_right: bool) -> str:
    room = " " * (wanted - width(cell))
    return room + cell if to_the_right else cell + room
