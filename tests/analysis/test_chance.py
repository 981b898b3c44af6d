"""The chance that blind clicking passes: by hand, from walks, and the interval around an estimate."""

from __future__ import annotations

import pytest

from scoring.rubric import Rubric
from simulator.analysis import Chance, explore, pass_chance, values_of
from simulator.analysis.chance import WALKS
from simulator.model.scenario import Scenario
from tests.analysis.making import RUBRIC, choice, ladder, rubric, scenario, state


def chance(call: Scenario, by: Rubric = RUBRIC, **more: int) -> Chance:
    graph = explore(call, "default")
    return pass_chance(graph, values_of(graph, by), by, **more)


THREE = ladder("s", 3)
"""Three decisions, each good or bad: k good ones score 100 * (2k - 3) / 3, that is 100 or 33 or less."""


def test_the_chance_by_hand() -> None:
    assert chance(scenario(*THREE)) == Chance(0.125, 0.125, 0.125, 0)
    assert chance(scenario(*THREE), rubric(pass_mark=30)).probability == pytest.approx(0.5)
    assert chance(scenario(*THREE), rubric(pass_mark=0)).probability == pytest.approx(0.5)


def threatening(*critical: str) -> Scenario:
    """Before three decisions one more, of which the better choice may be a critical error."""
    first = state("a", choice("good", "s0", empathy=2, critical=critical), choice("bad", "s0"))
    return scenario(first, *THREE)


def test_a_failure_is_no_pass() -> None:
    assert chance(scenario(*ladder("s", 3, "lost"))).probability == 0


def test_a_critical_error_is_no_pass() -> None:
    """Two calls in sixteen reach 50: all four good, or all but the first."""
    assert chance(threatening(), rubric(pass_mark=50)).probability == pytest.approx(2 / 16)
    assert chance(threatening("false-threat"), rubric(pass_mark=50)).probability == pytest.approx(1 / 16)


def test_the_mark_itself_is_enough() -> None:
    """Four decisions: three good ones score 50."""
    assert chance(scenario(*ladder("s", 4)), rubric(pass_mark=50)).probability == pytest.approx(5 / 16)
    assert chance(scenario(*ladder("s", 4)), rubric(pass_mark=51)).probability == pytest.approx(1 / 16)


def test_where_there_are_too_many_pairs_walks_estimate_it() -> None:
    exact, walked = chance(scenario(*ladder("s", 8))), chance(scenario(*ladder("s", 8)), most_pairs=10)
    assert exact.exact
    assert not walked.exact
    assert walked.walks == WALKS
    assert walked.low < walked.probability < walked.high < walked.low + 0.02
    assert walked.low <= exact.probability <= walked.high
    assert walked == chance(scenario(*ladder("s", 8)), most_pairs=10), "the same walks every time"


def test_calls_that_cannot_pass_any_more_are_not_followed() -> None:
    """Of eight decisions one may be bad for 70 points: nine ways in all, and not the 2**8 that there are."""
    call = scenario(*ladder("s", 8))
    assert chance(call, most_pairs=20).exact
    assert chance(call, most_pairs=20).probability == pytest.approx(9 / 2**8)


def test_walks_see_critical_errors_and_failures() -> None:
    found = chance(threatening("false-threat"), rubric(pass_mark=50), most_pairs=1)
    assert found.low <= 1 / 16 <= found.high
    assert chance(scenario(*ladder("s", 3, "lost")), most_pairs=1).probability == 0
