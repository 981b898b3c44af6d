"""Costs, losses and verdicts of single decisions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scoring.evidence import Decision, Verdict, marks, verdict_of_cost
from scoring.yardsticks import Yardsticks

YARDSTICKS = Yardsticks(
    criteria=("empathy", "clarity"),
    weights=(40.0, 10.0),
    ranges=(8.0, 4.0),
    factors=(5.0, 2.5),
    best=40.0,
    blind=-10.0,
    blind_lost=(8.0, 4.0),
    decisions=10.0,
)
"""One unit of value is 2 points of the score; one blind decision costs 10 on average."""

BEST = Decision(
    points=(2, 0),
    critical=(),
    value_before=20.0,
    value_after=10.0,
    best_points_before=(3.0, 2.0),
    best_points_after=(1.0, 2.0),
)


def test_a_best_decision_costs_and_loses_exactly_nothing() -> None:
    found = marks(BEST, YARDSTICKS)
    assert (found.cost, found.lost, found.verdict) == (0.0, (0.0, 0.0), Verdict.BEST)


def test_one_of_tied_best_decisions_loses_nothing_although_its_points_differ_from_the_mean() -> None:
    found = marks(replace(BEST, points=(1, 2)), YARDSTICKS)
    assert (found.cost, found.lost) == (0.0, (0.0, 0.0))


def test_rounding_errors_cost_nothing() -> None:
    assert marks(replace(BEST, value_before=20.0 + 1e-12), YARDSTICKS).cost == 0.0


def test_a_cost_is_what_is_missing_in_points_of_the_score() -> None:
    found = marks(replace(BEST, points=(1, 1)), YARDSTICKS)
    assert found.cost == pytest.approx(2 * (20 - 7.5 - 10))
    assert found.lost == (1.0, -1.0)


def test_a_silence_costs_what_it_leads_away_from() -> None:
    found = marks(replace(BEST, points=(0, 0), silence=True), YARDSTICKS)
    assert found.cost == pytest.approx(20)
    assert found.lost == (2.0, 0.0)


def test_a_silence_better_than_the_best_choice_has_a_cost_below_0_so_that_the_sum_holds() -> None:
    found = marks(replace(BEST, points=(0, 0), value_after=30.0, silence=True), YARDSTICKS)
    assert found.cost == pytest.approx(-20)
    assert found.verdict is Verdict.SILENT, "nobody chose it"


def test_nothing_costs_anything_where_best_is_blind() -> None:
    found = marks(replace(BEST, points=(0, 0)), replace(YARDSTICKS, blind=40.0))
    assert (found.cost, found.lost) == (0.0, (0.0, 0.0))


@pytest.mark.parametrize(
    ("cost", "verdict"),
    [
        (0.0, Verdict.BEST),
        (1e-6, Verdict.GOOD),
        (3.999, Verdict.GOOD),
        (4.0, Verdict.FAIR),
        (11.0, Verdict.FAIR),
        (11.001, Verdict.MISTAKE),
        (17.499, Verdict.MISTAKE),
        (17.5, Verdict.BLUNDER),
        (120.0, Verdict.BLUNDER),
    ],
)
def test_verdicts_by_cost_where_a_blind_decision_costs_10(cost: float, verdict: Verdict) -> None:
    assert verdict_of_cost(cost, 10) is verdict
    assert verdict_of_cost(cost / 2, 20) is verdict, "the same call twice as long"


def test_a_bound_is_not_missed_by_a_rounding_error() -> None:
    assert verdict_of_cost(0.4 * 100 / 7 - 1e-13, 7) is Verdict.FAIR
    assert verdict_of_cost(1.1 * 100 / 7 + 1e-13, 7) is Verdict.FAIR
    assert verdict_of_cost(1.75 * 100 / 7 - 1e-13, 7) is Verdict.BLUNDER


def test_a_critical_error_comes_before_everything_else() -> None:
    both = replace(BEST, critical=("false-threat",), ended_by=("patience",))
    assert marks(both, YARDSTICKS).verdict is Verdict.CRITICAL


def test_a_call_ended_by_a_gauge_comes_before_the_cost() -> None:
    assert marks(replace(BEST, ended_by=("patience",)), YARDSTICKS).verdict is Verdict.ENDED_THE_CALL


def test_only_a_best_decision_is_risky() -> None:
    assert marks(replace(BEST, risky=True), YARDSTICKS).risky
    assert not marks(replace(BEST, risky=True, points=(1, 0)), YARDSTICKS).risky
    assert not marks(replace(BEST, risky=True, critical=("false-threat",)), YARDSTICKS).risky
