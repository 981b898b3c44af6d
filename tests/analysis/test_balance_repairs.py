"""W304 and W314: a repair that gives back too much, and mistakes that nothing repairs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from simulator.model.scenario import Choice, Ending, Fact, Outcome, Route, State, Variant
from tests.analysis.making import (
    DONE,
    LOST,
    PATIENCE,
    REST,
    call,
    choice,
    found,
    ladder,
    moves,
    only,
    rubric,
    scenario,
    sets,
    state,
    when,
    words,
)


def first(fault: Choice, **best: int) -> State:
    """A good choice and a fault."""
    return state("a", choice("good", "s0", **best), fault)


def sore(**points: int) -> State:
    """Where a fault leads: a choice that repairs it, and one that does not."""
    return state("sore", choice("sorry", "s0", **points), choice("so-what", "s0", clarity=-1))


INSULT = choice("insult", "sore", empathy=-2)


# W304


def test_w304_a_fault_that_is_mostly_mended() -> None:
    """Three points lost, two given back."""
    finding = only(found(call(first(replace(INSULT, score=(("empathy", -1),)), empathy=2), sore(empathy=2)), "W304"))
    assert finding.place == ("states", "a", "choices", "insult")
    assert finding.headline.values["share"] == 67
    given, taken = (finding.headline.values[name] for name in ("given", "taken"))
    assert given == pytest.approx(taken * 2 / 3)  # type: ignore[operator]
    assert "`sore/sorry`" in words(finding)
    assert "To see it: insult." in words(finding)


def test_w304_half_may_be_mended() -> None:
    assert not found(call(first(INSULT, empathy=2), sore(empathy=2)), "W304")


def test_w304_what_a_good_call_comes_by_as_well_is_no_repair() -> None:
    """In a hub the good choice is still there after the fault, so that the fault costs its own points alone."""
    hub = state(
        "a",
        choice("ask", once=True, empathy=2),
        choice("insult", once=True, empathy=-1),
        choice("on", "s0"),
    )
    assert not found(call(hub), "W304")


def test_w304_a_repair_that_leads_back_to_the_hub() -> None:
    """The good choice is on offer again, so that the fault costs its own points alone; two thirds are given back."""
    insult = choice("insult", "sore", once=True, empathy=-1, clarity=-1)
    hub = state("a", choice("ask", once=True, empathy=2), insult, choice("on", "s0"))
    mends = state("sore", choice("sorry", "a", empathy=2), choice("so-what", "a"))
    unsound = scenario(hub, mends, *ladder("s", 9), endings=(DONE,))
    finding = only(found(unsound, "W304", rubric(empathy=20, clarity=10)))
    assert finding.place == ("states", "a", "choices", "insult")
    assert 60 < int(str(finding.headline.values["share"])) < 70


def test_w304_another_way_through_the_call_mends_nothing() -> None:
    """What follows the fault has as many points as what it stands in for, and the fault costs all that it took."""
    ways = (
        state("good-way", choice("yes", "s0", empathy=2), choice("no", "s0")),
        state("bad-way", choice("yes", "s0", empathy=2), choice("no", "s0")),
    )
    begin = state("a", choice("good", "good-way", empathy=1), choice("insult", "bad-way", empathy=-1))
    assert not found(call(begin, *ways), "W304")


def test_w304_an_item_of_a_goto_that_pays_after_the_fault_alone() -> None:
    routes = (Route("s0", when("mood", "==", "sore"), score=(("empathy", 2),)), Route("s0"))
    begin = state("a", choice("good", "b", empathy=2), choice("insult", "b", empathy=-1, effect=sets(mood="sore")))
    then = state("b", choice("sorry", routes), choice("no", "s0"))
    unsound = call(begin, then, facts=(Fact("mood", ("fine", "sore")),))
    finding = only(found(unsound, "W304"))
    assert "`b/sorry`" in words(finding)


def test_w304_is_looked_at_in_each_variant() -> None:
    routes = (Route("sore", when("mood", "==", "sore")), Route("s0"))
    variants = (Variant("calm"), Variant("tense", sets(mood="sore")))
    begin = first(choice("insult", routes, empathy=-1), empathy=2)
    unsound = call(begin, sore(empathy=2), facts=(Fact("mood", ("fine", "sore")),), variants=variants)
    assert "in the variant `tense`: insult." in words(only(found(unsound, "W304")))


# W314


def test_w314_no_mistake_can_be_repaired() -> None:
    finding = only(found(call(first(INSULT, empathy=2), sore()), "W314"))
    assert finding.place == ("states", "a", "choices", "insult")
    assert "None of the 3 mistakes of this call can be repaired" in words(finding), "`insult`, and two of the ladder"
    assert "To see it: insult." in words(finding)


@pytest.mark.parametrize(
    "repaired",
    [
        sore(empathy=1),
        state("sore", choice("sorry", "s0", effect=moves(patience=1)), choice("so-what", "s0", clarity=-1)),
        state("sore", choice("sorry", "s0", effect=sets(mood="fine")), choice("so-what", "s0", clarity=-1)),
    ],
    ids=["points", "gauge", "fact"],
)
def test_w314_one_repair_in_the_call_is_enough(repaired: State) -> None:
    more: dict[str, Any] = {"gauges": (PATIENCE,), "facts": (Fact("mood", ("sore", "fine")),)}
    assert not found(call(first(INSULT, empathy=2), repaired, **more), "W314")


def test_w314_a_choice_that_good_calls_come_by_repairs_nothing() -> None:
    begin = state("a", choice("good", "b", empathy=2), choice("insult", "b", empathy=-2))
    assert found(call(begin, state("b", choice("kind", "s0", empathy=1), choice("no", "s0"))), "W314")


def test_w314_an_item_of_a_goto_that_pays_less_after_the_mistake_repairs_nothing() -> None:
    routes = (Route("s0", when("mood", "==", "sore"), score=(("empathy", 1),)), Route("s0", score=(("empathy", 2),)))
    begin = state("a", choice("good", "b", empathy=2), choice("insult", "b", empathy=-2, effect=sets(mood="sore")))
    then = state("b", choice("kind", routes), choice("no", "s0"))
    assert found(call(begin, then, facts=(Fact("mood", ("fine", "sore")),)), "W314")


def test_w314_a_call_that_is_soon_over_has_no_room_for_a_repair() -> None:
    assert not found(scenario(*ladder("s", 4), endings=(DONE,)), "W314")
    assert found(scenario(*ladder("s", 5), endings=(DONE,)), "W314")


def test_w314_a_critical_error_and_the_end_of_the_call_are_no_mistakes() -> None:
    row = ladder("s", 6)
    wrong = [choice("threat", "s0", empathy=-2, critical=("false-threat",)), choice("hang-up", "lost", empathy=-2)]
    begin = state("a", choice("good", "s0", empathy=2), *wrong)
    easy = [replace(one, choices=one.choices[:1]) for one in row]
    assert not found(scenario(begin, *easy, endings=(DONE, LOST)), "W314")


def test_w314_a_mistake_that_alone_loses_the_call() -> None:
    """`betray` leads past two good choices to an ending that takes points; `insult` costs as much, but all at once."""
    betray = choice("betray", "s0", effect=sets(mood="sore"))
    row = ladder("s", 6, end="last")
    last = state("last", choice("bye", (Route("half", when("mood", "==", "sore")), Route("done"))))
    half = Ending("half", Outcome.PARTIAL, "", "", (("empathy", -2), ("clarity", -2)))
    begin = state("a", choice("good", "s0", empathy=2), INSULT, betray)
    facts = (Fact("mood", ("fine", "sore")),)
    unsound = scenario(begin, sore(empathy=1), *row, last, endings=(DONE, half), facts=facts)
    finding = only(found(unsound, "W314"))
    assert finding.place == ("states", "a", "choices", "betray")
    assert "no call passes any more, though 7 decisions follow" in words(finding)
    assert not found(unsound, "W314", rubric(pass_mark=20)), "a call that passes is not lost"


def test_w314_calls_that_end_in_failure_are_lost_whatever_they_earn() -> None:
    begin = state("a", choice("good", "s0", empathy=2), INSULT, choice("betray", "r0", empathy=-2))
    doomed = ladder("r", 6, end="lost")
    unsound = scenario(begin, sore(empathy=1), *REST, *doomed, endings=(DONE, LOST))
    assert only(found(unsound, "W314", rubric(pass_mark=1))).place == ("states", "a", "choices", "betray")
