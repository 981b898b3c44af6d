"""The comments and blank lines of a text, found outside of its values."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Remark(NamedTuple):
    """A comment, or a blank line, which has no text."""

    at: int
    """Where it stands, in characters."""
    column: int
    text: str
    alone: bool
    """Whether nothing stands before it on its line."""


def remarks(text: str, values: Sequence[tuple[int, int]]) -> Iterator[Remark]:
    """The remarks of `text`, in order. `values` are the stretches in which a `#` is a part of a value, in order."""
    starts = [start for start, _end in values]
    begin = 0
    for line in text.split("\n"):
        end = begin + len(line)
        at = _outside(begin, starts, values)
        if not line.strip():
            if at == begin:
                yield Remark(begin, 0, "", True)
        else:
            while at < end and text[at] != "#":
                at = _outside(at + 1, starts, values)
            if at < end:
                yield Remark(at, at - begin, text[at:end].rstrip(), not text[begin:at].strip())
        begin = end + 1


def _outside(at: int, starts: Sequence[int], values: Sequence[tuple[int, int]]) -> int:
    """The first place from `at` on that is in no value."""
    place = bisect_right(starts, at) - 1
    while place >= 0 and values[place][0] <= at < values[place][1]:
        at = values[place][1]
        place = bisect_right(starts, at) - 1
    return at
