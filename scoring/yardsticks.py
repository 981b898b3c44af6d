"""The yardsticks of one variant: what a point is worth, what the best call earns, what blind clicking earns.

Values only; `simulator.analysis` finds the numbers. All amounts are *values* (points times factors) unless a name
says otherwise; vectors follow the order of `criteria`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import mul
from typing import Final

Vector = tuple[float, ...]
"""Points by criterion, in the order of `Yardsticks.criteria`."""

TIE: Final = 1e-9
"""Two values closer than this are equal: far above the error of the arithmetic, far below any real difference."""

SMALLEST_RANGE: Final = 4
"""A criterion that a call hardly offers never has a point worth more than a quarter of its weight."""

FEWEST_BLIND_POINTS: Final = 3.0
"""A criterion on which blind clicking loses fewer points than this is not assessed: the call says too little of it."""


def mean_weights(each: Sequence[Yardsticks]) -> tuple[float, ...]:
    """The share of each criterion in a call: the mean of its effective weights over the variants that are given.

    A variant that does not assess a criterion gives it nothing.
    """
    return tuple(
        sum(one.effective_weights[place] for one in each if one.assessed(place)) / len(each)
        for place in range(len(each[0].criteria))
    )


def factor(weight: float, reach: float) -> float:
    """What one point of a criterion is worth: `a_c = w_c / max(range_c, 4)`.

    Without it a criterion's real weight would be its weight times how often the call offers it.
    """
    return weight / max(reach, SMALLEST_RANGE)


@dataclass(frozen=True)
class Yardsticks:
    """What every play of one variant is measured with."""

    criteria: tuple[str, ...]
    """Ids of the criteria in the rubric's order."""
    weights: tuple[float, ...]
    """`w_c`: the rubric's weights for the scenario's role."""
    ranges: tuple[float, ...]
    """`range_c`: the most points that the criterion alone can earn in a call, less the points of blind clicking."""
    factors: tuple[float, ...]
    """`a_c`: the value of one point."""
    best: float
    """`V(start)`: the value of the best call."""
    blind: float
    """The expected value of a call in which each choice on offer is as likely as any other."""
    blind_lost: tuple[float, ...]
    """The points of each criterion that a blind call loses on average; below 0 where it gains."""
    decisions: float
    """`N`: the expected number of decisions of a blind call."""

    @cached_property
    def spread(self) -> float:
        """`best - blind`: the value between a score of 100 and a score of 0; never negative."""
        return self.best - self.blind

    @cached_property
    def scale(self) -> float:
        """Points of the score for one unit of value; 0 where best and blind are the same and nothing can be lost."""
        return 100.0 / self.spread if self.spread > TIE else 0.0

    @property
    def nominal(self) -> tuple[float, ...]:
        """The share of each criterion by weight alone; the shares sum to 1."""
        total = sum(self.weights)
        return tuple(w / total for w in self.weights) if total else tuple(0.0 for _ in self.weights)

    @cached_property
    def effective_weights(self) -> tuple[float, ...]:
        """`W_c = a_c * blind_lost_c / (best - blind)`: the share of each criterion in this call; they sum to 1.

        Blind clicking loses exactly `best - blind`, and `W_c` is the part of it lost on `c`. The nominal shares
        where the spread is 0 and nothing can be lost.
        """
        if self.scale == 0:
            return self.nominal
        return tuple(a * lost * self.scale / 100 for a, lost in zip(self.factors, self.blind_lost, strict=True))

    @property
    def spread_in_points(self) -> float:
        """The spread in points of the mean weight."""
        return self.in_points(self.spread)

    def in_points(self, value: float) -> float:
        """A value in points of the mean weight: of the mean factor of the criteria that the call can score."""
        used = [a for a, reach in zip(self.factors, self.ranges, strict=True) if a > 0 and reach > TIE]
        return value * len(used) / sum(used) if used else 0.0

    def value(self, points: tuple[float, ...] | tuple[int, ...]) -> float:
        """`sum_c a_c * points_c`."""
        worth: float = sum(map(mul, self.factors, points))
        return worth

    def score(self, value: float) -> float:
        """The score of a call of that value, below 0 where blind clicking earns more; 100 where nothing can be lost."""
        return 100.0 - (self.best - value) * self.scale

    def assessed(self, place: int) -> bool:
        """Whether the call says enough of the criterion at `place` to give it a score of its own."""
        return self.blind_lost[place] >= FEWEST_BLIND_POINTS - TIE and self.scale > 0
