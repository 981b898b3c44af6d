"""Small whole numbers side by side in a long one, so that one operation adds, or compares, thousands of them.

A *row* is a few numbers, one in each *lane*, as bytes. Rows behind one another make the long number. A lane holds its
number above a fixed half, so that none is below 0, and its highest bit is free: it tells what a comparison came to.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from struct import Struct
from typing import Final

TOGETHER: Final = 1_000
"""How many rows are cut from a long number together: one by one it takes several times as long."""


class Lanes:
    """Arithmetic on rows of `count` numbers, none of which, nor a sum of two, is above `bound` or below `-bound`."""

    def __init__(self, count: int, bound: int) -> None:
        width = next(width for width in (1, 2, 4, 8) if bound < 1 << width * 8 - 2)
        self._bits = width * 8
        self._half = 1 << self._bits - 2
        self._width, self._size = width, count * width
        self._mark = (1 << self._bits - 1).to_bytes(width, "little")
        self._row, self._rows = Struct(f"{self._size}s"), Struct(f"{self._size}s" * TOGETHER)

    def row(self, numbers: Iterable[int]) -> bytes:
        """Those numbers as a row."""
        return b"".join([(number + self._half).to_bytes(self._width, "little") for number in numbers])

    def numbers(self, row: bytes) -> list[int]:
        """The numbers of a row."""
        lanes = [row[start : start + self._width] for start in range(0, self._size, self._width)]
        return [int.from_bytes(lane, "little") - self._half for lane in lanes]

    def largest_sums(self, pairs: Iterable[tuple[bytes, bytes]]) -> list[bytes]:
        """Both of a pair are rows behind one another, and added up. Of all the sums the largest, lane by lane."""
        largest, marks, size = 0, 0, 0
        for left, right in pairs:
            if not size:
                size = len(left)
                marks = int.from_bytes(
                    (1 << self._bits - 1).to_bytes(self._width, "little") * (size // self._width), "little"
                )
            total = int.from_bytes(left, "little") + int.from_bytes(right, "little") - (marks >> 1)
            largest = self._larger(largest, total, marks) if largest else total
        return self._cut(largest.to_bytes(size, "little"))

    def _cut(self, rows: bytes) -> list[bytes]:
        """Rows behind one another, each by itself."""
        whole = len(rows) - len(rows) % self._rows.size
        many, rest = self._rows.iter_unpack(rows[:whole]), self._row.iter_unpack(rows[whole:])
        return [*chain.from_iterable(many), *chain.from_iterable(rest)]

    def _larger(self, left: int, right: int, marks: int) -> int:
        """Lane by lane the larger number: what the left one is more than the right one, if it is, is added to that."""
        more = (left | marks) - right
        not_less = more & marks
        return right + (more & (not_less - (not_less >> self._bits - 1)))
