"""What a call comes to, without what is said of its single decisions: for calls that are scored by the thousand.

The figures are those of `scoring.scorecard`, made by the same arithmetic in the same order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from scoring.rubric import Rubric
from scoring.scorecard import criterion_score, is_pass
from scoring.yardsticks import TIE, Vector, Yardsticks


class Move(NamedTuple):
    """One decision as far as figures go. Vectors follow the yardsticks' criteria."""

    points: tuple[int, ...]
    """What it earned; see `scoring.evidence.Decision`."""
    value: float
    """The value of those points."""
    critical: tuple[str, ...]
    """Ids of the critical errors made."""
    value_before: float
    """`V` where it was taken."""
    value_after: float
    """`V` where it led; 0 at an ending."""
    best_points_before: Vector
    """`U` where it was taken."""
    best_points_after: Vector
    """`U` where it led; all 0 at an ending."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The figures of one call, as in `Scorecard`."""

    score: float
    passed: bool
    critical: tuple[str, ...]
    outcome: str
    criteria: Mapping[str, float | None]
    """The exact score by criterion; None for one that the call does not assess."""


def tally(rubric: Rubric, yardsticks: Yardsticks, moves: Iterable[Move], outcome: str) -> Tally:
    """The figures of the call that took `moves` and ended with `outcome`."""
    scale, costs, lost, critical = yardsticks.scale, list[float](), list[Iterable[float]](), dict[str, None]()
    for points, value, errors, before, after, best_before, best_after in moves:
        if errors:
            critical |= dict.fromkeys(errors)
        regret = before - value - after
        if abs(regret) > TIE and scale:
            costs.append(regret * scale)
            lost.append([was - own - left for was, own, left in zip(best_before, points, best_after, strict=True)])
    score = 100.0 - sum(costs)
    totals = [sum(column) for column in zip(*lost, strict=True)] or [0.0] * len(yardsticks.criteria)
    scores = (criterion_score(place, total, yardsticks) for place, total in enumerate(totals))
    return Tally(
        score=score,
        passed=is_pass(rubric, score, tuple(critical), outcome),
        critical=tuple(critical),
        outcome=outcome,
        criteria=dict(zip(yardsticks.criteria, scores, strict=True)),
    )
