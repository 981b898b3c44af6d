"""Long rows of numbers: lists while there are few positions, for lists are fast; else arrays, for those are small.

A whole number in a list takes some 36 bytes, in an array 4. What is worked out for millions of positions fits into the
memory of a laptop that way.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, MutableSequence, Sequence
from typing import Final

LARGE: Final = 1_000_000
"""How many positions a graph has at most for which lists are kept."""

Row = Callable[[Iterable[int]], MutableSequence[int]]
"""Makes a row of numbers below two thousand million, which may be what it is given."""


def row_for(positions: int) -> Row:
    """What makes the rows of a graph with so many positions."""
    return _listed if positions <= LARGE else _packed


def boundless(numbers: Sequence[int]) -> Sequence[int]:
    """`numbers`, one for each position, that may be as large as they like: most are not."""
    try:
        return numbers if len(numbers) <= LARGE else array("q", numbers)
    except OverflowError:
        return numbers


def amounts_for(positions: int, count: int) -> MutableSequence[float]:
    """A row of `count` zeros for amounts, in a graph with so many positions."""
    return [0.0] * count if positions <= LARGE else array("d", bytes(8 * count))


def _listed(numbers: Iterable[int]) -> MutableSequence[int]:
    return numbers if isinstance(numbers, list) else [*numbers]


def _packed(numbers: Iterable[int]) -> MutableSequence[int]:
    return array("i", numbers)
