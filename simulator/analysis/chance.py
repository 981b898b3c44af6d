"""The chance that a habit passes: exact where that stays small, else from walks, with its 95 % interval."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import Final

from scoring.rubric import Rubric
from scoring.sampling import wilson
from scoring.scorecard import is_pass
from simulator.analysis.earnings import Earnings, Result
from simulator.analysis.following import Habit, blindly
from simulator.analysis.graph import Graph
from simulator.analysis.valuation import Values

MOST_PAIRS: Final = 300_000
"""Pairs of a future and the points earned on the way, up to which the chance is computed exactly."""

FEW_PAIRS: Final = 500
"""Pairs up to which it is computed exactly where it has only to be told from a mark."""

WALKS: Final = 20_000
WALKS_AT_ONCE: Final = 100
"""Walks between two looks at whether they are enough."""


@dataclass(frozen=True, slots=True)
class Chance:
    """How likely it is that a call passes."""

    probability: float
    low: float
    """The probability lies between `low` and `high` with 95 % confidence; all three are one where it is exact."""
    high: float
    walks: int
    """Walks that the figure comes from; 0 where it is exact."""

    @property
    def exact(self) -> bool:
        """Whether the probability was computed and not estimated."""
        return not self.walks


def pass_chance(graph: Graph, values: Values, rubric: Rubric, most_pairs: int = MOST_PAIRS) -> Chance:
    """The chance that blind clicking passes the variant of `graph`, whose `values` are given."""
    return chance_of(blindly(graph.futures), Earnings(graph, values), rubric, most_pairs)


def chance_of(habit: Habit, earnings: Earnings, rubric: Rubric, most_pairs: int = MOST_PAIRS) -> Chance:
    """The chance that a habit passes."""
    exact = _exactly(habit, earnings, rubric, most_pairs)
    if exact is not None:
        return exact
    walked = earnings.walked(habit, WALKS)
    passed = sum(walks for result, walks in walked.items() if _passes(result, earnings, rubric))
    return _estimate(passed, WALKS)


def is_rare(mark: float, habit: Habit, earnings: Earnings, rubric: Rubric) -> bool:
    """Whether a moment is enough to be certain that a habit passes no more often than `mark`, a fraction of 1."""
    return earnings.at_most(habit, rubric.pass_mark) <= mark


def chance_beside(mark: float, habit: Habit, earnings: Earnings, rubric: Rubric) -> Chance:
    """The chance that a habit passes as well as it takes to tell whether it is above `mark`, a fraction of 1.

    Walks stop as soon as their interval leaves the mark out: a chance that is far from it takes few.
    """
    exact = _exactly(habit, earnings, rubric, FEW_PAIRS)
    if exact is not None:
        return exact
    walks, passed, found = earnings.walks(habit), 0, Chance(0.0, 0.0, 1.0, 0)
    while found.walks < WALKS and found.low <= mark <= found.high:
        passed += sum(_passes(result, earnings, rubric) for result in islice(walks, WALKS_AT_ONCE))
        found = _estimate(passed, found.walks + WALKS_AT_ONCE)
    return found


def _exactly(habit: Habit, earnings: Earnings, rubric: Rubric, most_pairs: int) -> Chance | None:
    results = earnings.exactly(habit, most_pairs, rubric.pass_mark)
    if results is None:
        return None
    chance = min(1.0, sum(share for result, share in results.items() if _passes(result, earnings, rubric)))
    return Chance(chance, chance, chance, 0)


def _estimate(passed: int, walks: int) -> Chance:
    return Chance(passed / walks, *wilson(passed, walks), walks)


def _passes(result: Result, earnings: Earnings, rubric: Rubric) -> bool:
    outcome = earnings.graph.scenario.endings[result.ending].outcome
    return not result.critical and is_pass(rubric, earnings.score(result.earned), (), outcome)
