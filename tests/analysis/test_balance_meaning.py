"""W313, W315 and W316: facts that are hard to learn, variants that change nothing, objectives that say nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

import pytest

from simulator.analysis import explore
from simulator.analysis.checks.w316_idle_objective import met
from simulator.model.conditions import All, Condition
from simulator.model.scenario import Effect, Fact, Gauge, Line, Objective, Route, Rule, Scenario, State, Variant
from tests.analysis.making import (
    DONE,
    LOST,
    choice,
    found,
    ladder,
    moves,
    only,
    scenario,
    sets,
    silence,
    state,
    when,
    words,
)

REST = ladder("s", 6)
CAUSE: Final = Fact("cause", ("forgotten", "job"))
VARIANTS: Final = (Variant("forgot"), Variant("job-loss", sets(cause="job")))


def call(*states: State, **more: Any) -> Scenario:
    """`states`, then the rest of a call with two variants."""
    fields = {"endings": (DONE,), "facts": (CAUSE,), "variants": VARIANTS}
    return scenario(*states, *REST, **(fields | more))


# W313


def tells(value: str = "job") -> tuple[Line, ...]:
    """A reply that brings the cause out where it has that value."""
    return (Line("It is this.", when("cause", "==", value), reveals="cause"), Line("..."))


def asking(*places: State) -> Scenario:
    """A call in which the first state has one question for the cause."""
    return call(state("a", choice("ask", "b", empathy=1, reply=tells()), choice("on", "b")), *places)


def test_w313_a_hidden_fact_with_a_single_way_to_it() -> None:
    finding = only(found(asking(state("b", choice("on", "s0"))), "W313"))
    assert finding.place == ("facts", "cause")
    assert "In the variant `job-loss` a single way leads to the hidden fact `cause`: `a/ask`." in words(finding)


def test_w313_a_hidden_fact_that_no_line_reveals() -> None:
    finding = only(found(call(state("a", choice("on", "s0"))), "W313"))
    assert "In the variant `job-loss` no line reveals the hidden fact `cause`." in words(finding)


@pytest.mark.parametrize(
    "second",
    [
        state("b", choice("ask", "s0", reply=tells()), choice("on", "s0")),
        state("b", choice("on", "s0"), says=tells()),
    ],
    ids=["another choice", "a line of a state"],
)
def test_w313_two_ways_are_enough(second: State) -> None:
    assert not found(asking(second), "W313")


@pytest.mark.parametrize(
    "second",
    [
        state("b", choice("ask", "s0", reply=tells("forgotten")), choice("on", "s0")),
        state("b", choice("on", "s0"), silence=silence(reply=tells())),
    ],
    ids=["in another variant alone", "only after a silence"],
)
def test_w313_what_is_not_heard_in_the_variant_is_no_way(second: State) -> None:
    assert found(asking(second), "W313")


def test_w313_a_fact_that_no_variant_sets_is_not_hidden() -> None:
    assert not found(call(state("a", choice("on", "s0")), variants=(Variant("forgot"), Variant("other"))), "W313")


# W315


def fork(*, same: bool) -> Scenario:
    """A call in which the cause decides which of two choices is best, if they are not the `same`."""
    worse = () if same else (("empathy", -1),)
    is_job = when("cause", "==", "job")
    plan = choice("plan", (Route("s0", is_job, score=(("empathy", 2),)), Route("s0", score=(("empathy", 2), *worse))))
    wait = choice("wait", (Route("s0", is_job), Route("s0", score=(() if same else (("empathy", 2),)))))
    return call(state("a", plan, wait))


def test_w315_a_variant_with_the_best_choices_of_another() -> None:
    finding = only(found(fork(same=True), "W315"))
    assert finding.place == ("variants", "job-loss")
    assert "has the same best choices as `forgot`, all 7 of them" in words(finding)


def test_w315_one_choice_that_the_variant_makes_best_is_enough() -> None:
    assert not found(fork(same=False), "W315")


def test_w315_each_variant_that_repeats_one_is_named() -> None:
    variants = (*VARIANTS, Variant("job-too", sets(cause="job")))
    assert only(found(replace(fork(same=False), variants=variants), "W315")).place == ("variants", "job-too")
    assert len(found(replace(fork(same=True), variants=variants), "W315")) == 2


def test_w315_a_call_without_variants_repeats_nothing() -> None:
    assert not found(scenario(*REST, endings=(DONE,)), "W315")


# W316


def aims(condition: Condition, *states: State, **more: Any) -> Scenario:
    """A call with that objective."""
    return call(*states, objectives=(Objective("Reach it", condition),), **more)


VERIFIED: Final = Fact("verified", ("no", "yes"))
IS_VERIFIED: Final = when("verified", "==", "yes")
FACTS: Final = {"facts": (CAUSE, VERIFIED)}


def test_w316_an_objective_that_every_call_meets() -> None:
    both = state("a", *(choice(name, "s0", effect=sets(verified="yes")) for name in ("ask", "guess")))
    finding = only(found(aims(IS_VERIFIED, both, **FACTS), "W316"))
    assert finding.place == ("objectives", 0, "met")
    assert "Every call meets this objective" in words(finding)


def test_w316_an_objective_that_no_call_meets() -> None:
    assert "No call meets this objective." in words(only(found(aims(IS_VERIFIED, **FACTS), "W316")))


def test_w316_an_objective_that_some_calls_meet() -> None:
    one = state("a", choice("ask", "s0", effect=sets(verified="yes")), choice("guess", "s0"))
    assert not found(aims(IS_VERIFIED, one, **FACTS), "W316")


def test_w316_an_objective_that_a_variant_alone_decides() -> None:
    assert not found(aims(when("cause", "==", "job")), "W316")


def test_w316_what_a_silence_does_is_left_out() -> None:
    quiet = state("a", choice("on", "s0"), silence=silence("s0", effect=sets(verified="yes")))
    assert found(aims(IS_VERIFIED, quiet, **FACTS), "W316")


def test_w316_each_objective_is_looked_at() -> None:
    call_with_two = replace(
        aims(IS_VERIFIED, **FACTS), objectives=(Objective("", when("cause", "==", "job")), Objective("", IS_VERIFIED))
    )
    assert only(found(call_with_two, "W316")).place == ("objectives", 1, "met")


@pytest.mark.parametrize(
    ("condition", "results"),
    [
        (when("patience", ">=", 3), {True, False}),
        (when("patience", ">=", 0), {True}),
        (when("patience", "==", 2), {False}),
        (All((when("patience", ">=", 4), IS_VERIFIED)), {False}),
        (All((when("patience", ">=", 3), IS_VERIFIED)), {True, False}),
    ],
)
def test_gauges_and_facts_are_followed_together(condition: Condition, results: set[bool]) -> None:
    """Calls end with 4, with 3 and verified (-2, then +2 by the route), and with 0: a rule fires before the route."""
    gauge = Gauge("patience", "Patience", 3, 4)
    again = (Route("done", effect=moves(patience=2)),)
    down = Effect((("verified", "yes"),), (("patience", -2),))
    first = state(
        "a",
        choice("up", "done", effect=moves(patience=2)),
        choice("down", again, effect=down),
        choice("out", again, effect=moves(patience=-3)),
    )
    rules = (Rule(when("patience", "==", 0), "lost"),)
    made = scenario(first, endings=(DONE, LOST), gauges=(gauge,), facts=(VERIFIED,), always=rules)
    assert met(explore(made, "default"), condition) == results
