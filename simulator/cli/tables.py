"""Rows for a terminal: columns as wide as what is in them, and nothing that could move the cursor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from simulator.model.unseen import visible
from simulator.words.columns import columns_of


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], right: frozenset[int] = frozenset()) -> str:
    """`rows` under `heads`; the columns whose places are in `right` stand to the right."""
    cells = [list(heads), *([visible(cell) for cell in row] for row in rows)]
    widths = [max(columns_of(row[place]) for row in cells) for place in range(len(heads))]
    lines = []
    for row in cells:
        parts = [_padded(cell, widths[place], place in right) for place, cell in enumerate(row)]
        lines.append("  ".join(parts).rstrip())
    return "\n".join(lines)


def _padded(cell: str, wanted: int, to_the_right: bool) -> str:
    room = " " * (wanted - columns_of(cell))
    return room + cell if to_the_right else cell + room
