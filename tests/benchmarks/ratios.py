"""Two things measured in turn, so that a machine that slows down slows both."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from statistics import median
from typing import NamedTuple, TypeVar

T = TypeVar("T")


class Ratio(NamedTuple):
    """By how much ours takes longer than the reference, and what both take in seconds."""

    ratio: float
    ours: float
    reference: float

    def __str__(self) -> str:
        return f"{self.ratio:.2f} times (ours {self.ours * 1000:.3f} ms, reference {self.reference * 1000:.3f} ms)"


def compared(ours: Callable[[], float], reference: Callable[[], float], rounds: int) -> Ratio:
    """Run both `rounds` times in turn, after one round that does not count; each returns its seconds.

    The median of the pairwise ratios, and the medians of both sides.
    """
    pairs = _in_turn(ours, reference, rounds)
    return Ratio(
        median(mine / theirs for mine, theirs in pairs),
        median(mine for mine, _ in pairs),
        median(theirs for _, theirs in pairs),
    )


def fastest(ours: Callable[[T], float], reference: Callable[[T], float], pieces: Sequence[T], rounds: int) -> Ratio:
    """Run both on each of `pieces` in turn, `rounds` times; of each piece the fastest run of each side counts.

    For short work that can be cut to pieces: others on the machine can only make it slower, and seldom all of the time.
    """
    every = [_in_turn(partial(ours, piece), partial(reference, piece), rounds) for piece in pieces]
    mine, theirs = (sum(min(pair[side] for pair in pairs) for pairs in every) for side in (0, 1))
    return Ratio(mine / theirs, mine, theirs)


def _in_turn(ours: Callable[[], float], reference: Callable[[], float], rounds: int) -> list[tuple[float, float]]:
    ours()
    reference()
    return [(ours(), reference()) for _ in range(rounds)]
