"""Two things measured in turn, so that a machine that slows down slows both."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from typing import NamedTuple


class Ratio(NamedTuple):
    """The median of the pairwise ratios, and the medians of both sides in seconds."""

    ratio: float
    ours: float
    reference: float

    def __str__(self) -> str:
        return f"{self.ratio:.2f} times (ours {self.ours * 1000:.3f} ms, reference {self.reference * 1000:.3f} ms)"


def compared(ours: Callable[[], float], reference: Callable[[], float], rounds: int) -> Ratio:
    """Run both `rounds` times in turn, after one round that does not count; each returns its seconds."""
    ours()
    reference()
    pairs = [(ours(), reference()) for _ in range(rounds)]
    return Ratio(
        median(mine / theirs for mine, theirs in pairs),
        median(mine for mine, _ in pairs),
        median(theirs for _, theirs in pairs),
    )
