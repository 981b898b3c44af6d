"""What one decision cost and what it is called: from evidence and yardsticks to marks.

A cost is in points of the score (0..100 and beyond). It does not depend on the decisions before or after it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from scoring.yardsticks import TIE, Yardsticks

GOOD_BELOW: Final = 0.4
FAIR_UP_TO: Final = 1.1
MISTAKE_BELOW: Final = 1.75


class Verdict(StrEnum):
    """What a decision is called in the debrief, as chess games are annotated."""

    BEST = "best"
    GOOD = "good"
    FAIR = "fair"
    MISTAKE = "mistake"
    BLUNDER = "blunder"
    CRITICAL = "critical"
    ENDED_THE_CALL = "ended-the-call"
    SILENT = "silent"
    """Nothing was said in time, and nothing was lost by it: no choice that could be called best."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One choice or silence as the scorecard needs it. Vectors follow the yardsticks' criteria."""

    points: tuple[int, ...]
    """What the decision earned: choice, route and ending together; for a silence the ending's points alone."""
    critical: tuple[str, ...]
    """Ids of the critical errors made."""
    value_before: float
    """`V` where the decision was taken."""
    value_after: float
    """`V` where it led; 0 at an ending."""
    best_points_before: tuple[float, ...]
    """`U` where the decision was taken."""
    best_points_after: tuple[float, ...]
    """`U` where it led; all 0 at an ending."""
    ended_by: tuple[str, ...] = ()
    """The gauges that this decision made run out and that thereby ended the call in failure."""
    risky: bool = False
    """Whether it spent a gauge that an equally good choice keeps higher."""
    silence: bool = False
    """Whether the trainee said nothing in time."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What the machine says of one decision."""

    cost: float
    """Points of the score that it lost; exactly 0 where nothing better was to be had."""
    lost: tuple[float, ...]
    """Points lost by criterion; below 0 where a costly decision gained on one. All 0 where the cost is 0."""
    verdict: Verdict
    risky: bool = False
    """A best decision at the price of a gauge that an equally good one keeps higher."""


def marks(decision: Decision, yardsticks: Yardsticks) -> Marks:
    """The cost of `decision`, what it lost on each criterion, and its verdict.

    `cost = 100 * (V(before) - its value - V(after)) / (best - blind)` and
    `lost_c = U_c(before) - points_c - U_c(after)`; every lost point of a call thereby belongs to one decision.
    """
    regret = decision.value_before - yardsticks.value(decision.points) - decision.value_after
    if abs(regret) <= TIE or yardsticks.scale == 0:
        cost, lost = 0.0, tuple(0.0 for _ in decision.points)
    else:
        cost, lost = regret * yardsticks.scale, _lost(decision)
    verdict = verdict_of(decision, cost, yardsticks.decisions)
    return Marks(cost, lost, verdict, decision.risky and verdict is Verdict.BEST)


def _lost(decision: Decision) -> tuple[float, ...]:
    vectors = zip(decision.best_points_before, decision.points, decision.best_points_after, strict=True)
    return tuple(before - points - after for before, points, after in vectors)


def verdict_of(decision: Decision, cost: float, decisions: float) -> Verdict:
    """The verdict of a decision of that cost; a critical error and a call ended by a gauge come before the cost."""
    if decision.critical:
        return Verdict.CRITICAL
    if decision.ended_by:
        return Verdict.ENDED_THE_CALL
    verdict = verdict_of_cost(cost, decisions)
    return Verdict.SILENT if decision.silence and verdict is Verdict.BEST else verdict


def verdict_of_cost(cost: float, decisions: float) -> Verdict:
    """The verdict by cost alone, in units of `u = 100 / N`, so that it does not depend on a call's length.

    Blind clicking loses 100 points over `N` decisions, so `u` is what one blind decision costs on average: up to
    1.1 u is no worse than that.
    """
    unit = 100.0 / decisions if decisions > 0 else 100.0
    if cost <= TIE:
        return Verdict.BEST
    if cost < GOOD_BELOW * unit - TIE:
        return Verdict.GOOD
    if cost <= FAIR_UP_TO * unit + TIE:
        return Verdict.FAIR
    if cost < MISTAKE_BELOW * unit - TIE:
        return Verdict.MISTAKE
    return Verdict.BLUNDER
