"""W305, W306, W307 and W312: choices beside each other of which one is too cheap, unscored, absurd or free."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from simulator.model.scenario import Choice, Fact, Route, Scenario, State, Variant
from tests.analysis.making import (
    DONE,
    LOST,
    PATIENCE,
    call,
    choice,
    found,
    moves,
    only,
    sets,
    state,
    when,
    words,
)

GOOD = choice("good", "s0", empathy=2)


def threat(goto: str | tuple[Route, ...] = "s0", **points: int) -> Choice:
    """A critical error."""
    return choice("threat", goto, critical=("false-threat",), **points)


# W305


def test_w305_a_critical_error_cheaper_than_a_choice_beside_it() -> None:
    finding = only(found(call(state("a", GOOD, threat(empathy=-1), choice("rude", "s0", empathy=-2))), "W305"))
    assert finding.place == ("states", "a", "choices", "threat")
    assert finding.headline.values["dearer"] == pytest.approx(finding.headline.values["cost"] * 4 / 3)  # type: ignore[operator]
    assert "`rude` beside it" in words(finding)
    assert "To see it: threat." in words(finding)


def test_w305_a_critical_error_that_costs_as_much_as_any_is_dear_enough() -> None:
    assert not found(call(state("a", GOOD, threat(empathy=-2), choice("rude", "s0", empathy=-2))), "W305")


def test_w305_a_dearer_critical_error_and_a_choice_that_fails_the_call_do_not_count() -> None:
    worse = choice("lie", "s0", empathy=-2, critical=("false-threat",))
    leave = choice("leave", "lost", empathy=-2)
    assert not found(call(state("a", GOOD, threat(empathy=-1), worse, leave), endings=(DONE, LOST)), "W305")


def test_w305_shows_where_the_critical_error_is_cheapest() -> None:
    """After `short` two of the six rungs are left out for those who are rude, and none for those who threaten."""
    routes = (Route("s2", when("way", "==", "short")), Route("s0"))
    begin = state("a", replace(GOOD, routes=(Route("b"),)), choice("short", "b", effect=sets(way="short")))
    fork = state("b", GOOD, threat(empathy=-1), choice("rude", routes, empathy=-2))
    unsound = call(begin, fork, facts=(Fact("way", ("long", "short")),))
    assert "To see it: short, threat." in words(only(found(unsound, "W305")))


# W306


def hurt(*others: Choice, **more: Any) -> Scenario:
    """A call in which `hurry` lowers patience."""
    lowers = choice("hurry", "s0", **({"effect": moves(patience=-1)} | more))
    return call(state("a", GOOD, lowers, *others), gauges=(PATIENCE,))


def test_w306_a_choice_that_lowers_a_gauge_and_has_no_negative_points() -> None:
    finding = only(found(hurt(), "W306"))
    assert finding.place == ("states", "a", "choices", "hurry")
    assert "The choice `hurry` lowers `patience` (-1) and has no negative points" in words(finding)
    assert found(hurt(empathy=1), "W306"), "points that it has do not tell what it harms"


def test_w306_a_choice_with_negative_points_or_a_critical_error_says_what_it_harms() -> None:
    assert not found(hurt(clarity=-1), "W306")
    assert not found(hurt(critical=("false-threat",)), "W306")
    assert not found(hurt(effect=moves(patience=1)), "W306")


def test_w306_the_right_thing_may_be_unwelcome() -> None:
    assert not found(hurt(empathy=2), "W306")


def test_w306_a_route_may_lower_it_and_a_route_may_pay_for_it() -> None:
    grumpy = when("patience", "<", 3)
    lowers = (Route("s0", grumpy, effect=moves(patience=-1)), Route("s0"))
    pays = (Route("s0", grumpy, effect=moves(patience=-1), score=(("empathy", -1),)), Route("s0"))
    begin = state("b", choice("on", "a"), choice("off", "a", effect=moves(patience=-1), clarity=-1))

    def told(routes: tuple[Route, ...]) -> bool:
        return bool(found(call(begin, state("a", GOOD, choice("hurry", routes)), gauges=(PATIENCE,)), "W306"))

    assert told(lowers)
    assert not told(pays)


def test_w306_a_gauge_that_faults_raise_is_harmed_by_rising() -> None:
    anger = replace(PATIENCE, id="anger")
    insult = choice("insult", "s0", empathy=-2, effect=moves(anger=2))
    calm = choice("calm", "s0", effect=moves(anger=-1))
    provoke = choice("provoke", "s0", effect=moves(anger=1))
    good = replace(GOOD, effect=moves(anger=-2))
    finding = only(found(call(state("a", good, insult, calm, provoke), gauges=(anger,)), "W306"))
    assert "`provoke` raises `anger` (+1)" in words(finding)


# W307


def beside(worst: Choice, **more: Any) -> Scenario:
    """`worst` beside two others of which the second is worth nothing."""
    return call(state("a", GOOD, choice("middling", "s0"), worst), **more)


def test_w307_a_choice_far_behind_every_other_one() -> None:
    finding = only(found(beside(choice("absurd", "s0", empathy=-2, clarity=-2)), "W307"))
    assert finding.place == ("states", "a", "choices", "absurd")
    assert "at least 4 points behind every other one" in words(finding)


def test_w307_what_follows_counts() -> None:
    """The absurd choice itself is worth as much as another, and leaves out two of the good ones behind it."""
    assert found(beside(choice("absurd", "s3")), "W307")


def test_w307_a_choice_that_is_not_far_behind_is_weighed_up() -> None:
    assert not found(beside(choice("bad", "s0", empathy=-2, clarity=-1)), "W307")
    two = state("a", GOOD, *(choice(name, "s0", empathy=-2, clarity=-2) for name in ("bad", "worse")))
    assert not found(call(two), "W307"), "neither is behind the other"


def test_w307_a_critical_error_may_be_far_behind() -> None:
    assert not found(beside(threat(empathy=-2, clarity=-2)), "W307")


def test_w307_a_choice_that_makes_sense_at_one_visit_is_not_absurd() -> None:
    sense = (Route("s0", when("mood", "==", "sore"), score=(("empathy", 2), ("clarity", 2))), Route("s0"))
    twice = replace(beside(choice("odd", sense, empathy=-2, clarity=-2)), facts=(Fact("mood", ("fine", "sore")),))
    assert found(twice, "W307")
    variants = (Variant("fine"), Variant("sore", sets(mood="sore")))
    assert not found(replace(twice, variants=variants), "W307")


# W312


def hub(*others: Choice, **more: Any) -> State:
    """A hub with two questions, a way on, and `others`."""
    questions = [choice(name, **({"once": True, "empathy": 1} | more)) for name in ("what", "when")]
    return state("hub", *questions, choice("on", "s0"), *others)


def test_w312_a_hub_where_asking_everything_is_always_best() -> None:
    finding = only(found(call(hub()), "W312"))
    assert finding.place == ("states", "hub")
    assert "none of its 2 questions ever costs anything" in words(finding)


def test_w312_a_question_that_leads_back_to_the_hub_stays_in_it() -> None:
    assert found(call(hub(goto="hub")), "W312")
    assert not found(call(hub(goto="s0")), "W312")


def test_w312_a_question_that_costs_something_is_a_choice_to_make() -> None:
    assert not found(call(hub(choice("why-not", once=True, empathy=-1))), "W312")


def test_w312_so_is_a_fault_that_leaves_the_hub() -> None:
    assert not found(call(hub(choice("interrogate", "s0", empathy=-1))), "W312")
    assert found(call(hub(choice("enough", "s0", clarity=1))), "W312"), "a way on is none"


def test_w312_a_question_that_closes_a_good_one_is_to_be_chosen() -> None:
    closes = choice("guess", once=True, empathy=1, effect=sets(told="yes"))
    good = choice("ask", once=True, empathy=2, when=when("told", "==", "no"))
    closed = state("hub", good, closes, choice("on", "s0"))
    assert not found(call(closed, facts=(Fact("told", ("no", "yes")),)), "W312")


def test_w312_one_question_is_no_hub() -> None:
    single = state("hub", choice("what", once=True, empathy=1), choice("on", "s0"))
    assert not found(call(single), "W312")
