"""W308 to W311: criteria that measure one side, criteria at war, and endings worth more than they should be."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any, Final

import pytest

from simulator.analysis import Finding
from simulator.model.scenario import Ending, Outcome, Points, Route, Scenario, State, Variant
from tests.analysis.making import (
    DONE,
    LOST,
    PATIENCE,
    choice,
    found,
    ladder,
    moves,
    only,
    rubric,
    scenario,
    state,
    when,
    words,
)

ENDS: Final = (DONE,)
HALF: Final = Ending("half", Outcome.PARTIAL, "Half", "Half of it is done.")
BOTH: Final = ladder("s", 6)
"""Empathy is earned and lost here, clarity is not given."""


def play(finding: Finding) -> object:
    """The play that a finding shows."""
    assert finding.help is not None
    return finding.help.values["play"]


# W308


def call(*points: Points, ending: Points = ()) -> Scenario:
    """Choices with those points, then what else it takes."""
    choices = [replace(choice(f"c{place}", "s0"), score=given) for place, given in enumerate(points)]
    return scenario(state("a", *choices), *BOTH, endings=(replace(DONE, score=ending),))


def test_w308_a_criterion_that_can_only_be_earned() -> None:
    finding = only(found(call((), (("clarity", 2),), (("clarity", 1),)), "W308"))
    assert finding.place == ("states", "a", "choices", "c1", "score", "clarity")
    assert "`clarity` can only be earned" in words(finding)


def test_w308_a_criterion_that_can_only_be_lost() -> None:
    assert "`clarity` can only be lost" in words(only(found(call((("clarity", -1),), ()), "W308")))


def test_w308_points_of_routes_and_endings_count() -> None:
    assert not found(call((("clarity", 2),), (), ending=(("clarity", -1),)), "W308")
    finding = only(found(call((), ending=(("clarity", 1),)), "W308"))
    assert finding.place == ("endings", "done", "score", "clarity")
    routes = (Route("s0", None, (("clarity", -2),)),)
    routed = scenario(state("a", choice("on", routes), choice("off", "s0")), *BOTH, endings=ENDS)
    assert only(found(routed, "W308")).place == ("states", "a", "choices", "on", "goto", 0, "score", "clarity")


def test_w308_both_sides_and_none_are_no_finding() -> None:
    assert not found(call((("clarity", 2),), (("clarity", -1),)), "W308")
    assert not found(call((), (("clarity", 0),)), "W308")


# W309


def row(criterion: str, *names: str) -> list[State]:
    """States from each of `names` to the next, in which the criterion is earned or lost."""
    points = {"good": 1, "bad": -2}
    return [
        state(here, *(replace(choice(name, after), score=((criterion, points[name]),)) for name in points))
        for here, after in pairwise(names)
    ]


def at_war(clarity: int, states: int = 2) -> Scenario:
    """In one state empathy is earned at the price of clarity: `clarity` is what the empathetic choice does to it.

    Clarity is earned or lost in that many states more, and can earn 1.5 points above blind clicking in each of them.
    """
    war = state(
        "war",
        choice("warm", "s0", empathy=2, clarity=clarity),
        choice("clear", "s0", clarity=1),
        choice("neither", "s0", empathy=-1, clarity=-1),
    )
    clear = row("clarity", *(f"t{place}" for place in range(states)), "done")
    return scenario(war, *ladder("s", 3, "t0"), *clear, endings=ENDS)


def test_w309_the_ideal_call_forgoes_a_criterion() -> None:
    """Of 4 points above blind clicking it forgoes one."""
    finding = only(found(at_war(0), "W309"))
    assert finding.place == ("states", "war", "choices", "warm", "score", "clarity")
    assert "forgoes 25% of what a call can earn on `clarity` (1 of 4 points)" in words(finding)
    assert "where `warm` is best" in words(finding)


def test_w309_a_fifth_may_be_given_up() -> None:
    """One of 5.5 points is 18 %."""
    assert not found(at_war(0, states=3), "W309")


def test_w309_without_a_price_there_is_no_war() -> None:
    assert not found(at_war(1), "W309")


def test_w309_what_only_a_repair_can_earn_is_not_forgone() -> None:
    """After the fault more can be earned on clarity than in the ideal call."""
    gauge = replace(PATIENCE, start=1, max=1)
    first = state("a", choice("well", "b", empathy=2), choice("ill", "b", empathy=-1, effect=moves(patience=-1)))
    repair = choice("mend", "s0", when=when("patience", "==", 0), clarity=1)
    second = state("b", choice("on", "s0", empathy=2), choice("off", "s0", empathy=-1), repair)
    rest = (*ladder("s", 3, "t0"), *row("clarity", "t0", "t1", "done"))
    assert not found(scenario(first, second, *rest, endings=ENDS, gauges=(gauge,)), "W309")
    always = replace(second, choices=(*second.choices[:2], replace(repair, when=None)))
    assert found(scenario(first, always, *rest, endings=ENDS, gauges=(gauge,)), "W309")


def test_w309_of_tied_ideal_calls_the_mean_counts() -> None:
    """With criteria of the same range two choices tie; half of a point is given up on either, of 4 points each."""
    tied = state(
        "war",
        choice("warm", "s0", empathy=1),
        choice("clear", "s0", clarity=1),
        choice("bad", "s0", empathy=-1, clarity=-1),
    )
    rest = [*row("empathy", "s0", "s1", "t0"), *row("clarity", "t0", "t1", "done")]
    assert not found(scenario(tied, *rest, endings=ENDS), "W309")


# W310


def failing(*points: int, ending: Points = (), goto: str = "s0") -> Scenario:
    """The first choices earn these points, and each time one can give up."""
    names = [*(f"a{place}" for place in range(len(points))), goto]
    first = [
        state(names[place], choice("on", names[place + 1], empathy=given), choice("up", "lost", empathy=-2))
        for place, given in enumerate(points)
    ]
    return scenario(*first, *ladder("s", 5), endings=(DONE, replace(LOST, score=ending)))


def test_w310_failing_early_scores() -> None:
    finding = only(found(failing(2, 2, 2), "W310"))
    assert finding.place == ("endings", "lost")
    assert "fails after 3 decisions scores" in words(finding)
    assert play(finding) == "on, on, up"


def test_w310_a_failure_that_costs_is_no_finding() -> None:
    assert not found(failing(2, 2, 2, ending=(("empathy", -2), ("clarity", -2))), "W310")


def test_w310_one_decision_is_told_as_one() -> None:
    """Blind clicking earns less than nothing here, so that nothing is a score."""
    rungs = [bad(rung) for rung in ladder("s", 8)]
    call = scenario(state("a", choice("on", "s0"), choice("up", "lost")), *rungs, endings=(DONE, LOST))
    assert "fails after 1 decision scores" in words(only(found(call, "W310")))


def bad(rung: State) -> State:
    """The rung with one good choice and four bad ones."""
    good, other = rung.choices
    worse = replace(other, score=(("empathy", -2),))
    return replace(rung, choices=(good, *(replace(worse, id=f"bad{place}") for place in range(4))))


@pytest.mark.parametrize(("before", "count"), [(2, 1), (3, 0)])
def test_w310_a_failure_after_the_third_decision_is_late(before: int, count: int) -> None:
    may_fail = state("a", choice("on", "t0"), choice("up", "lost", empathy=-2))
    call = scenario(*ladder("s", before, "a"), may_fail, *ladder("t", 3), endings=(DONE, LOST))
    assert len(found(call, "W310")) == count


# W311


def partly(last: int, critical: tuple[str, ...] = (), **more: Any) -> Scenario:
    """After six decisions the call is closed well, or half closed for `last` points."""
    half = choice("half", "half", empathy=last, critical=critical)
    closing = state("z", choice("well", "done", empathy=2), half)
    return scenario(*ladder("s", 6, "z"), closing, endings=(DONE, HALF), **more)


def test_w311_a_partial_ending_that_passes() -> None:
    """Blind clicking has 3 and at the end 1, the best call 14: half a closing makes 12 of 14."""
    finding = only(found(partly(0), "W311"))
    assert finding.place == ("endings", "half", "outcome")
    assert "ends in `half`, a partial success, can pass: it scores up to 80" in words(finding)
    assert play(finding) == ", ".join([*["good"] * 6, "half"])


@pytest.mark.parametrize(("mark", "count"), [(80, 1), (81, 0)])
def test_w311_what_does_not_reach_the_mark_is_no_finding(mark: int, count: int) -> None:
    assert len(found(partly(0), "W311", rubric(mark))) == count


def test_w311_a_call_with_a_critical_error_passes_nowhere() -> None:
    assert not found(partly(0, critical=("false-threat",)), "W311")


def test_w311_a_success_or_a_failure_is_no_finding() -> None:
    for outcome in (Outcome.SUCCESS, Outcome.FAILURE):
        assert not found(replace(partly(0), endings={"done": DONE, "half": replace(HALF, outcome=outcome)}), "W311")


def test_the_variant_is_told_where_there_are_several() -> None:
    finding = only(found(partly(0, variants=(Variant("calm"), Variant("tense", moves()))), "W311"))
    assert "in the variant `calm`" in words(finding)
