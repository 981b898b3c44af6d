"""What choices cost wherever one stands: what a call of the variant may come by, and what only an author may."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from scoring.evidence import Verdict
from simulator.analysis import survey
from simulator.model.scenario import Scenario
from simulator.preview.pricing import Prices, at_a_glance
from simulator.preview.trial import Trial, first_trial
from tests.analysis.making import PATIENCE, RUBRIC, choice, ladder, moves, scenario, state
from tests.preview.trying import ROADS, any_calls, trial_of, walked
from tests.strategies.scenarios import Case

LONELY = state("lonely", choice("warm", "done", empathy=2, effect=moves(patience=1)), choice("cold", "done"))
CALL = scenario(*ladder("s", 4), LONELY, gauges=(PATIENCE,))
ENDLESS = scenario(*ladder("s", 4), state("round", choice("again", "round")))


def prices_of(call: Scenario) -> Prices:
    return Prices(survey(call, RUBRIC))


def test_a_choice_has_the_cost_that_the_scorecard_would_give_it() -> None:
    prices, trial = prices_of(CALL), trial_of(CALL, "good")
    marks = prices.marks(trial)
    assert marks is not None
    assert (marks["good"].cost, marks["good"].verdict) == (0, Verdict.BEST)
    assert marks["bad"].cost == pytest.approx(50)
    assert prices.marks_at("default", trial.progress.start) is not None


def test_where_no_call_comes_by_the_cost_is_found_from_there_on() -> None:
    prices, trial = prices_of(CALL), trial_of(CALL).jump("lonely")
    assert prices.marks(trial) is None
    found = prices.values_from(trial)
    assert found is not None
    prices.keep(found)
    marks = prices.marks(trial)
    assert marks is not None
    assert marks["warm"].cost == 0
    assert marks["cold"].cost == pytest.approx(100 / 3), "two of the three points that a good choice is above a bad one"
    assert prices.marks(trial.choose("warm")) == {}


def test_where_a_call_may_never_end_nothing_has_a_price() -> None:
    prices, trial = prices_of(ENDLESS), trial_of(ENDLESS).jump("round")
    assert prices.has("default")
    assert prices.values_from(trial) is None
    endless = replace(ENDLESS, start="round")
    assert not prices_of(endless).has("default")
    assert prices_of(endless).marks(trial_of(endless)) is None
    assert prices_of(endless).values_from(trial_of(endless)) is None


@given(any_calls(), ROADS)
@settings(max_examples=40)
def test_wherever_one_stands_there_is_a_best_choice_or_no_price(case: Case, road: list[int]) -> None:
    prices = Prices(survey(case.scenario, case.rubric, 2_000))
    trial: Trial = walked(first_trial(case.scenario, case.rubric), road)
    if prices.marks(trial) is None:
        found = prices.values_from(trial)
        if found is None:
            return
        prices.keep(found)
    marks = prices.marks(trial)
    assert marks is not None
    assert list(marks) == [one.id for one in trial.view.offered]
    if marks and prices.has(trial.variant):
        assert min(one.cost for one in marks.values()) == pytest.approx(0)


@pytest.mark.parametrize(
    ("cost", "shown"), [(13.6, 14), (1.04, 1), (0.96, 1), (0.4, 0.4), (0.04, 0), (-13.6, -14), (0, 0), (99.5, 100)]
)
def test_a_cost_is_shown_in_whole_points_where_that_does_not_hide_it(cost: float, shown: float) -> None:
    assert at_a_glance(cost) == shown
