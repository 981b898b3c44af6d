"""The oracle itself, held to examples that were worked out by hand."""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType
from typing import Final

import pytest

from scoring.rubric import Band, Bilingual, Criterion, Rubric
from simulator.model.conditions import Compare
from simulator.model.scenario import (
    BACK,
    Choice,
    Effect,
    Ending,
    Fact,
    Gauge,
    Line,
    Outcome,
    Route,
    Rule,
    Scenario,
    Silence,
    State,
    Variant,
)
from tests.oracle import interpreter
from tests.oracle.interpreter import NotPlayable, Spoken
from tests.oracle.positions import count_calls, reachable
from tests.oracle.scorer import Oracle, TooManyCalls

ENDINGS: Final = (
    Ending("agreed", Outcome.SUCCESS, "Agreed", "They agree.", (("ownership", 1),)),
    Ending("gone", Outcome.FAILURE, "Gone", "They hang up."),
)


def make(*states: State, endings: tuple[Ending, ...] = ENDINGS, **more: object) -> Scenario:
    fields: dict[str, object] = {
        "id": "call", "title": "Call", "language": "en", "role": "sales", "level": 1, "minutes": 5, "rubric": "two",
        "about": "", "briefing": "", "caller": MappingProxyType({"name": "Alex"}), "start": states[0].id,
        "states": MappingProxyType({state.id: state for state in states}),
        "endings": MappingProxyType({ending.id: ending for ending in endings}),
    }  # fmt: skip
    return Scenario(**(fields | more))  # type: ignore[arg-type]


def weighted(**weights: int) -> Rubric:
    label = Bilingual("", "")
    criteria = tuple(Criterion(name, label, weight, label) for name, weight in weights.items())
    return Rubric("two", label, 70, (Band(0, label),), criteria)


def exact(*numbers: int | Fraction) -> tuple[Fraction, ...]:
    return tuple(Fraction(number) for number in numbers)


def line(text: str) -> tuple[Line, ...]:
    return (Line(text),)


PATIENCE: Final = Gauge("patience", "Patience", 2, 3)
VERIFIED: Final = Fact("verified", ("no", "yes"))
ANGRY: Final = Rule(Compare("patience", "==", 0), "aside", once=True)
PROVEN: Final = Rule(Compare("verified", "==", "yes"), "agreed")

HUB: Final = State(
    "hub",
    (
        Choice("ask", "Ask?", once=True, effect=Effect((), (("patience", -1),)), reply=line("An answer.")),
        Choice(
            "insist",
            "Insist.",
            score=(("empathy", -2),),
            effect=Effect((), (("patience", -9),)),
            reply=(Line("Enough!", Compare("patience", "==", 0), mood="angry"), Line("Well.")),
            routes=(Route("gone", score=(("empathy", -1),)),),
        ),
        Choice(
            "prove",
            "Prove.",
            when=Compare("patience", ">", 0),
            score=(("clarity", 1),),
            critical=("undue-fees",),
            routes=(
                Route("gone", Compare("patience", "<", 2)),
                Route(
                    "gone", score=(("clarity", 1),), effect=Effect((("verified", "yes"),)), critical=("false-threat",)
                ),
            ),
        ),
    ),
    line("Yes?"),
    silence=Silence(9, Effect((), (("patience", -1),)), line("Hello?")),
)
ASIDE: Final = State(
    "aside",
    (
        Choice("sorry", "Sorry.", effect=Effect((), (("patience", 9),)), routes=(Route(BACK),)),
        Choice("leave", "Leave.", routes=(Route("gone"),)),
    ),
    scene="A long pause.",
)
CALL: Final = make(HUB, ASIDE, gauges=(PATIENCE,), facts=(VERIFIED,), always=(ANGRY, PROVEN))


def test_staying_enters_nothing_and_spends_the_choice() -> None:
    now = interpreter.start(CALL, "default")

    done = interpreter.take(CALL, now, "ask")

    assert interpreter.offered(CALL, now) == ["ask", "insist", "prove"]
    assert done.heard == (Spoken("reply", "An answer."),)
    assert (done.after.place, done.after.gauges) == ("hub", {"patience": 1})
    assert interpreter.offered(CALL, done.after) == ["insist", "prove"]


def test_a_rule_fires_before_the_goto_and_back_enters_the_state_anew() -> None:
    now = interpreter.start(CALL, "default")

    fired = interpreter.take(CALL, now, "insist")
    back = interpreter.take(CALL, fired.after, "sorry")

    assert fired.points == {"empathy": -2}
    assert fired.heard == (Spoken("reply", "Enough!", "angry"), Spoken("scene", "A long pause."))
    assert (fired.after.place, fired.after.back, fired.rule, fired.route) == ("aside", "hub", 0, None)
    assert back.heard == (Spoken("opening", "Yes?"),)
    assert (back.after.place, back.after.back, back.after.gauges) == ("hub", None, {"patience": 3})


def test_a_rule_that_is_spent_does_not_fire_again() -> None:
    now = interpreter.start(CALL, "default")
    back = interpreter.take(CALL, interpreter.take(CALL, now, "insist").after, "sorry").after

    again = interpreter.take(CALL, back, "insist")

    assert (again.after.place, again.rule, again.route) == ("gone", None, 0)
    assert again.points == {"empathy": -3}


def test_a_rule_after_a_route_replaces_its_goto_and_keeps_its_points() -> None:
    done = interpreter.take(CALL, interpreter.start(CALL, "default"), "prove")

    assert (done.after.place, done.route, done.rule) == ("agreed", 1, 1)
    assert done.points == {"clarity": 2, "ownership": 1}
    assert done.critical == ("undue-fees", "false-threat")
    assert done.heard == (Spoken("ending", "They agree."),)


def test_a_route_sees_what_the_choice_did_before_it() -> None:
    now = interpreter.take(CALL, interpreter.start(CALL, "default"), "ask").after

    done = interpreter.take(CALL, now, "prove")

    assert (done.after.place, done.route, done.after.facts) == ("gone", 0, {"verified": "no"})


def test_silence_without_goto_happens_once_and_may_make_a_rule_fire() -> None:
    now = interpreter.start(CALL, "default")

    first = interpreter.keep_silent(CALL, now)
    asked = interpreter.take(CALL, now, "ask").after
    second = interpreter.keep_silent(CALL, asked)

    assert first.heard == (Spoken("reply", "Hello?"),)
    assert not interpreter.silence_possible(CALL, first.after)
    assert (second.after.place, second.after.back, second.points) == ("aside", "hub", {})


def test_a_variant_changes_the_start_and_fires_no_rule() -> None:
    scenario = make(
        HUB, ASIDE, gauges=(PATIENCE,), facts=(VERIFIED,), always=(ANGRY,),
        variants=(Variant("tense", Effect((("verified", "yes"),), (("patience", -5),))),),
    )  # fmt: skip

    now = interpreter.start(scenario, "tense")

    assert (now.place, now.gauges, now.facts) == ("hub", {"patience": 0}, {"verified": "yes"})
    with pytest.raises(NotPlayable, match="holds at the start"):
        reachable(scenario, "tense", 100)


def test_a_loop_that_spends_nothing_is_found() -> None:
    endless = make(State("hub", (Choice("stay", "Stay."), Choice("end", "End.", routes=(Route("gone"),)))))

    with pytest.raises(NotPlayable, match="endless loop"):
        reachable(endless, "default", 100)


# Example 1. One decision worth 0 or 2 points of one criterion of weight 10: blind earns 1, so range = 1, a = 10/4.


def test_one_decision_by_hand() -> None:
    good = Choice("good", "Good.", score=(("empathy", 2),), routes=(Route("gone"),))
    bad = Choice("bad", "Bad.", routes=(Route("gone"),))
    oracle = Oracle(make(State("s", (good, bad))), weighted(empathy=10), "default")

    yardsticks = oracle.yardsticks
    best, worst = oracle.calls
    assert yardsticks.factors == (Fraction(5, 2),)
    assert (yardsticks.best, yardsticks.blind, yardsticks.decisions) == exact(5, Fraction(5, 2), 1)
    assert (yardsticks.blind_lost, yardsticks.weights, yardsticks.assessed) == (exact(1), exact(1), (False,))
    assert (oracle.score(best), oracle.score(worst)) == exact(100, -100)
    assert oracle.card(worst).other_lost == 200
    assert (oracle.pass_chance(), oracle.passed(best)) == (Fraction(0), False)


# Example 2. Two ways that are worth the same, then 2 points on both criteria or none. Blind earns 1.5 of 3 on each:
# a = 10/4 on both, best = 5 points, blind = 3 points. U at the start is the mean of (3, 2) and (2, 3).


def test_ties_by_hand() -> None:
    first = State(
        "s1",
        (
            Choice("warm", "Warm.", score=(("empathy", 1),), routes=(Route("s2"),)),
            Choice("clear", "Clear.", score=(("clarity", 1),), routes=(Route("s2"),)),
        ),
    )
    second = State(
        "s2",
        (
            Choice("both", "Both.", score=(("empathy", 2), ("clarity", 2)), routes=(Route("agreed"),)),
            Choice("none", "None.", routes=(Route("agreed"),)),
        ),
    )
    oracle = Oracle(make(first, second), weighted(empathy=10, clarity=10), "default")

    yardsticks, start = oracle.yardsticks, oracle.judged
    warm, clear = start.turns
    both, none = warm.then.turns
    assert (yardsticks.best, yardsticks.blind) == (Fraction(25, 2), Fraction(15, 2))
    assert (start.value, start.points) == (Fraction(25, 2), (Fraction(5, 2), Fraction(5, 2)))
    assert [turn.lost for turn in (warm, clear, both)] == [exact(0, 0)] * 3
    assert none.lost == exact(2, 2)
    assert oracle.cost(none) == 200
    assert yardsticks.blind_lost == exact(1, 1)
    assert yardsticks.weights == (Fraction(1, 2), Fraction(1, 2))
    assert oracle.pass_chance() == Fraction(1, 2)


# Example 3. Four decisions worth +2 or -1 on empathy (weight 12); the first bad answer earns 1 of clarity (weight 4).
# Empathy: most 8, blind 2, a = 12/6 = 2. Clarity: most 1, blind 0.5, a = 4/4 = 1. Best 16, blind 1.5 + 3*1 = 4.5.


def test_four_decisions_by_hand() -> None:
    states = []
    for number in range(1, 5):
        onward = (Route(f"s{number + 1}" if number < 4 else "agreed"),)
        extra = (("clarity", 1),) if number == 1 else ()
        good = Choice("good", "Good.", score=(("empathy", 2),), routes=onward)
        bad = Choice("bad", "Bad.", score=(("empathy", -1), *extra), routes=onward)
        states.append(State(f"s{number}", (good, bad)))
    oracle = Oracle(make(*states), weighted(empathy=12, clarity=4), "default")

    span = Fraction(23, 2)
    yardsticks, start = oracle.yardsticks, oracle.judged
    good_turn, bad_turn = start.turns
    assert yardsticks.factors == exact(2, 1)
    assert (yardsticks.best, yardsticks.blind, yardsticks.decisions) == exact(16, Fraction(9, 2), 4)
    assert (start.points, bad_turn.lost) == (exact(8, 0), exact(3, -1))
    assert (oracle.cost(good_turn), oracle.cost(bad_turn)) == exact(0, 500 / span)
    assert yardsticks.blind_lost == exact(6, Fraction(-1, 2))
    assert yardsticks.weights == (12 / span, Fraction(-1, 2) / span)
    assert yardsticks.assessed == (True, False)
    assert (oracle.verdict(good_turn), oracle.verdict(bad_turn)) == ("best", "mistake")
    assert oracle.pass_chance() == Fraction(1, 16)

    (first_missed,) = [
        call for call in oracle.calls if [turn.choice for turn in call.turns] == ["bad", "good", "good", "good"]
    ]
    card = oracle.card(first_missed)
    assert card.score == 100 - 500 / span
    assert (card.criteria, card.other_lost) == ((Fraction(50), None), -100 / span)
    assert len(oracle.calls) == count_calls(reachable(oracle.scenario, "default", 100)) == 16


def test_too_many_calls_are_refused() -> None:
    states = [
        State(f"s{n}", tuple(Choice(c, c, routes=(Route(f"s{n + 1}" if n < 5 else "gone"),)) for c in "abcd"))
        for n in range(6)
    ]

    with pytest.raises(TooManyCalls):
        Oracle(make(*states), weighted(empathy=1), "default")
