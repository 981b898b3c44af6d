"""Standing anywhere in a call: what is heard and offered there, and what can be done and undone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from simulator.engine import compiled_of, opening, step
from simulator.model.heard import Kind
from simulator.model.message import Message
from simulator.model.scenario import SILENCE, Fact, Line, Route, Rule, Scenario, Variant
from simulator.preview.trial import Trial, first_trial
from simulator.session.errors import SessionError
from simulator.words import say
from tests.analysis.making import PATIENCE, choice, moves, scenario, sets, silence, state, when
from tests.preview.trying import ROADS, any_calls, trial_of, walked
from tests.strategies.scenarios import Case

KNOWN = Fact("known", ("no", "yes"))
CALL = scenario(
    state(
        "hello",
        choice("ask", once=True, effect=sets(known="yes"), reply=(Line("A {thing}."),)),
        choice("rude", effect=moves(patience=-1), once=True),
        choice("on", "offer"),
        says=(Line("Yes?", when("patience", ">", 2)), Line("What now?", mood="angry")),
        silence=silence(effect=moves(patience=-1)),
    ),
    state(
        "offer",
        choice("stop", "done"),
        choice("back", "back"),
        choice("nowhere", (Route("done", when("known", "==", "yes")),)),
    ),
    gauges=(PATIENCE,),
    facts=(KNOWN,),
    variants=(Variant("one"), Variant("two", effect=moves(patience=2))),
    crm=(("thing", "parcel"),),
)


def heard(trial: Trial) -> list[tuple[str, str]]:
    return [(one.kind.value, one.text) for one in trial.transcript]


def refused(deed: object) -> str:
    with pytest.raises(SessionError) as caught:
        deed()  # type: ignore[operator]
    assert isinstance(caught.value.message, Message)
    return say(caught.value.message)


def test_a_trial_begins_where_calls_begin() -> None:
    trial = first_trial(CALL, trial_of(CALL).rubric)
    assert (trial.variant, trial.position.state, trial.facts, trial.spent) == ("one", "hello", (("known", "no"),), ())
    assert [one.id for one in trial.view.offered] == ["ask", "rude", "on"]
    assert heard(trial) == [("opening", "Yes?")]
    assert not trial.may_undo


def test_a_choice_is_taken_and_taken_back() -> None:
    first = trial_of(CALL)
    after = first.choose("ask")
    assert heard(after) == [("opening", "Yes?"), ("choice", "Ask"), ("reply", "A parcel.")]
    assert (after.facts, after.spent) == ((("known", "yes"),), ("hello/ask",))
    assert [one.id for one in after.view.offered] == ["rude", "on"]
    assert after.undo().position == first.position
    assert after.undo().transcript == first.transcript


def test_a_silence_can_be_tried_where_one_counts() -> None:
    quiet = trial_of(CALL).keep_silent()
    assert (quiet.position.values, quiet.spent) == ((2, 0), ("hello/silence",))
    assert not quiet.may_be_silent
    assert "not on offer" in refused(quiet.keep_silent)


def test_a_jump_keeps_everything_but_the_state() -> None:
    trial = trial_of(CALL, "ask", "rude").jump("offer")
    assert trial.position == trial_of(CALL, "ask", "rude").position._replace(state="offer")
    assert heard(trial) == [("opening", "...")]
    assert trial.undo().transcript == trial_of(CALL, "ask", "rude").transcript


def test_a_jump_to_an_ending_shows_its_words() -> None:
    trial = trial_of(CALL).jump("done")
    assert trial.ending is not None
    assert trial.view.offered == ()
    assert [one.kind for one in trial.transcript] == [Kind.ENDING]


def test_what_is_set_is_heard_at_once() -> None:
    trial = trial_of(CALL).setting({"patience": 1, "known": "yes"})
    assert trial.position.values == (1, 1)
    assert heard(trial) == [("opening", "What now?")]
    assert trial.setting({"patience": "3"}).position.values == (3, 1)
    assert trial.undo().position.values == (3, 0)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("patience", 11, "The gauge `patience` goes from 0 to 10; `11` is none of these."),
        ("patience", "-1", "`-1` is none of these"),
        ("patience", "a lot", "`a lot` is none of these"),
        ("patience", "9" * 400, "is none of these"),
        ("patience", "²", "`²` is none of these"),
        ("known", "perhaps", "The fact `known` has no value `perhaps`. It has: no and yes."),
        ("known", 1, "has no value `1`"),
        ("trust", 2, "There is no gauge and no fact `trust`."),
    ],
)
def test_what_cannot_be_set_is_told(name: str, value: int | str, said: str) -> None:
    assert said in refused(lambda: trial_of(CALL).setting({name: value}))


def test_a_restart_begins_again_and_can_be_undone() -> None:
    trial = trial_of(CALL, "rude", "on")
    assert trial.restart().position == trial_of(CALL).position
    assert trial.restart().undo() == trial


def test_variants_follow_each_other() -> None:
    second = trial_of(CALL, "ask").next_variant()
    assert (second.variant, second.position.values) == ("two", (5, 0))
    assert second.next_variant().variant == "one"
    assert second.undo().variant == "one"
    assert second.undo().spent == ("hello/ask",)
    assert trial_of(CALL).restart("two").variant == "two"


def test_what_cannot_be_done_is_a_sentence_and_changes_nothing() -> None:
    trial = trial_of(CALL)
    assert "nothing to undo" in refused(trial.undo)
    assert "not on offer" in refused(lambda: trial.choose("stop"))
    assert "no state and no ending `nowhere`" in refused(lambda: trial.jump("nowhere"))
    assert "no variant three. There are: one and two." in refused(lambda: trial.restart("three"))
    offer = trial.choose("on")
    assert "No item of the `goto` of `nowhere` holds here" in refused(lambda: offer.choose("nowhere"))
    assert "`back` leads `back`, but no `always` rule led here" in refused(lambda: offer.choose("back"))


def test_the_marks_of_rules_are_named() -> None:
    ruled: Scenario = replace(CALL, always=(Rule(when("patience", "<", 3), "offer", once=True),))
    assert trial_of(ruled, "rude").spent == ("hello/rude", "always[0]")
    assert trial_of(ruled, "rude").choose("back").position.state == "hello"


def test_only_so_much_is_remembered() -> None:
    trial = trial_of(CALL)
    for _ in range(200):
        trial = trial.restart()
    assert len(trial.past) == 50


@given(any_calls(), ROADS)
def test_wherever_one_stands_the_engine_stands(case: Case, road: list[int]) -> None:
    trial = walked(first_trial(case.scenario, case.rubric), road)
    stepper, progress = compiled_of(trial.scenario), trial.progress
    position, told = progress.start, [*opening(stepper, progress.start)]
    for taken in progress.taken:
        made = step(stepper, position, taken.choice)
        position, told = made.position, [*told, *made.heard]
    assert trial.position == position
    assert [one.text for one in trial.transcript] == [trial.filling(one.text) for one in told]
    assert trial.may_be_silent == stepper.silence_possible(position)
    assert SILENCE not in [one.id for one in trial.view.offered]


@given(any_calls(), ROADS)
def test_everything_can_be_undone(case: Case, road: list[int]) -> None:
    first = trial = first_trial(case.scenario, case.rubric)
    for number in road:
        after = walked(trial, [number])
        if after.progress != trial.progress and number % 8 != 1:
            assert after.undo().position == trial.position
        trial = after
    while trial.may_undo:
        trial = trial.undo()
    assert trial == first
