"""How the scores of blind clicking are spread: exact where that stays small, else from the walks of `chance`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor
from typing import Final

from scoring.yardsticks import TIE
from simulator.analysis.chance import MOST_PAIRS, WALKS
from simulator.analysis.earnings import Earnings, Result
from simulator.analysis.following import blindly

WIDTH: Final = 10
"""Points of the score that one bar stands for."""

BARS: Final = 100 // WIDTH


@dataclass(frozen=True, slots=True)
class Bar:
    """The share of calls with a score from `low` up to, but not with, `high`; the last one has 100 as well."""

    low: int | None
    """None for everything below 0."""
    high: int
    share: float


@dataclass(frozen=True, slots=True)
class Spread:
    """The scores of blind clicking."""

    bars: tuple[Bar, ...]
    """From the lowest score up."""
    walks: int
    """Walks that the shares come from; 0 where they are exact."""


def spread_of(earnings: Earnings, most_pairs: int = MOST_PAIRS) -> Spread:
    """How the scores are spread, those of calls with a critical error as if it had not been made."""
    habit = blindly(earnings.futures)
    exact = earnings.exactly(habit, most_pairs)
    if exact is not None:
        return Spread(_bars(earnings, exact.items(), 1.0), 0)
    return Spread(_bars(earnings, earnings.walked(habit, WALKS).items(), WALKS), WALKS)


def _bars(earnings: Earnings, results: Iterable[tuple[Result, float]], whole: float) -> tuple[Bar, ...]:
    """The bars of results that occur so often out of `whole`."""
    below, found = 0.0, [0.0] * BARS
    for result, times in results:
        score = earnings.score(result.earned) + TIE
        if score < 0:
            below += times
        else:
            found[min(BARS - 1, floor(score / WIDTH))] += times
    bars = (Bar(place * WIDTH, (place + 1) * WIDTH, times / whole) for place, times in enumerate(found))
    return (Bar(None, 0, below / whole), *bars)
