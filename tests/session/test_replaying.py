"""What was played is what is replayed: the same words, the same score, and `verify` finds nothing wrong."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from dataclasses import replace

import pytest

from scoring.tally import Tally
from simulator.engine.version import ENGINE_VERSION
from simulator.library import Loaded
from simulator.model.events import Chose, Event, Started, Typed, Undone
from simulator.model.message import Message
from simulator.model.mode import Mode
from simulator.model.scenario import SILENCE
from simulator.record import Record, Replay, Rescored, Verdict
from simulator.session import Call, SessionError, debrief_of, replay, rescore, resume_call
from simulator.session.restoring import restored
from simulator.session.stepping import ending_of, figures_of, made, steps_of
from simulator.session.worth import criteria_of, scorecard_of, values_for
from simulator.words import say
from tests.memory import CACHE
from tests.routine import first
from tests.session.desk import begin, parcel, play, play_at_random, random_call, shipped

SHIPPED = "prelevement-rejete"


def loaded_for(seed: int) -> Loaded:
    """The shipped call for a third of the plays, the small one for a third, random ones for the rest."""
    if seed % 3 == 0:
        return shipped(SHIPPED)
    return parcel() if seed % 3 == 1 else random_call(seed)


@pytest.mark.parametrize("batch", first(4, range(10)))
def test_two_hundred_random_plays_are_replayed_as_they_were(record: Record, batch: int) -> None:
    for seed in range(batch * 20, batch * 20 + 20):
        dice = random.Random(seed)
        loaded = loaded_for(seed)
        variant = dice.choice(loaded.scenario.variants).id
        call = begin(record, loaded, dice.choice(list(Mode)), seed=seed, variant=variant, silence=True)

        def undo_now_and_then(call: Call, dice: random.Random = dice) -> Call:
            if call.may_undo and dice.random() < 0.15:
                call.undo()
            return call

        play_at_random(call, dice, undo_now_and_then)
        told = replay(record, call.session, cache=CACHE)
        assert told.transcript == call.transcript
        assert (told.over, told.abandoned, told.other_rules) == (True, False, False)
        same_without_words(found(record, call.session))
        debrief = call.debrief("en")
        assert debrief_of(record, call.session, "en", cache=CACHE) == debrief
        assert told.ended is not None
        assert told.ended.score == debrief.score
    checked = list(record.verify(engine=ENGINE_VERSION, rescore=rescore))
    assert len(checked) == 21
    assert [one.problems for one in checked if one.verdict is not Verdict.RIGHT] == []


def same_without_words(whole: Replay) -> None:
    """Decisions, ending and figures are the same where nobody listens."""
    play, progress = restored(whole, "", CACHE)
    told = steps_of(whole, CACHE)
    assert told.steps == tuple((taken.before, taken.choice, taken.step.advance) for taken in progress.taken)
    assert made(told.scenario, told.started.variant, told.choices) == told.steps
    values = values_for(play, CACHE)
    card, ending = scorecard_of(play, progress, values), ending_of(told.scenario, told.steps)
    assert ending is not None
    assert ending.id == progress.position.state
    figures = figures_of(told.steps, ending, told.rubric, values)
    assert figures == Tally(card.score, card.passed, card.critical, card.outcome, criteria_of(card))


def refused(work: Callable[[], object]) -> str:
    """Why it is refused; empty where it is not."""
    try:
        work()
    except SessionError as error:
        return say(error.message)
    return ""


@pytest.mark.parametrize("seed", range(12))
def test_events_that_do_not_fit_are_refused_alike_with_and_without_words(record: Record, seed: int) -> None:
    dice = random.Random(seed)
    call = begin(record, parcel(), Mode.GUIDED, seed=seed, silence=True)

    def undo_now_and_then(call: Call) -> Call:
        if call.may_undo and dice.random() < 0.3:
            call.undo()
        return call

    whole = found(record, play_at_random(call, dice, undo_now_and_then).session)
    for place, one in enumerate(whole.events[1:], start=1):
        changed: list[Event] = []
        if isinstance(one.event, Chose):
            event = one.event
            changed += [
                replace(event, decision=event.decision + 1),
                replace(event, state="elsewhere"),
                replace(event, choice="nothing-like-it"),
                replace(event, choice=SILENCE),
                replace(event, shown=event.shown[::-1]),
                replace(event, shown=event.shown[1:]),
            ]
        if isinstance(one.event, Undone):
            changed.append(Undone(one.event.decision + 1))
        ways = [(*whole.events[:place], *whole.events[place + 1 :])]
        ways += [(*whole.events[:place], replace(one, event=event), *whole.events[place + 1 :]) for event in changed]
        ways += [(*whole.events[:place], replace(one, event=Typed(9, "0" * 64)), *whole.events[place:])]
        for events in ways:
            other = replace(whole, events=events)
            with_words = refused(lambda other=other: restored(other, "", CACHE))  # type: ignore[misc]
            assert refused(lambda other=other: steps_of(other, CACHE)) == with_words  # type: ignore[misc]


def found(record: Record, session: str) -> Replay:
    started = record.started(session)
    return Replay(record.events(session), record.text(started.scenario_hash), record.text(started.rubric_hash))


def test_a_session_is_worth_the_same_when_it_is_scored_again(record: Record) -> None:
    call = play(begin(record, parcel()), "hurry", "ask", "tell-all", "courier", "nothing")
    summary = record.summary(call.session)
    assert summary is not None
    again = rescore(found(record, call.session))
    assert isinstance(again, Rescored)
    assert again == Rescored(
        summary.ending, summary.outcome, summary.score, summary.passed, summary.critical, summary.decisions,
        summary.criteria,
    )  # fmt: skip
    assert again.critical == ("told-others",)


def test_decisions_that_lead_to_no_ending_are_told_so(record: Record) -> None:
    whole = found(record, play(begin(record, parcel()), "on", "wait", "nothing").session)
    without_last = tuple(one for one in whole.events if getattr(one.event, "choice", "") != "nothing")
    again = rescore(replace(whole, events=without_last))
    assert isinstance(again, Message)
    assert say(again) == "The decisions of this session do not lead to an ending."


def test_a_score_that_was_written_over_is_found(record: Record, database: str) -> None:
    session = play(begin(record, parcel()), "on", "wait", "nothing").session
    with sqlite3.connect(database) as other:
        other.execute("UPDATE summaries SET score = 99.0, passed = 1")
    other.close()
    (checked,) = [one for one in record.verify(engine=ENGINE_VERSION, rescore=rescore) if one.session == session]
    assert checked.verdict is Verdict.WRONG


@pytest.mark.parametrize("text", ["", "rolecall: 1\n", "\0", "states: ["])
def test_a_session_whose_scenario_cannot_be_read_is_told_so(record: Record, text: str) -> None:
    call = play(begin(record, parcel()), "on", "wait", "nothing")
    again = rescore(replace(found(record, call.session), scenario_text=text))
    assert isinstance(again, Message)
    assert "cannot be played by this version" in say(again)


def test_a_session_without_a_beginning_is_told_so(record: Record) -> None:
    call = play(begin(record, parcel()), "on", "wait", "nothing")
    whole = found(record, call.session)
    for events in ((), whole.events[1:]):
        again = rescore(replace(whole, events=events))
        assert isinstance(again, Message)


def test_a_variant_that_the_scenario_does_not_have_is_told_so(record: Record) -> None:
    call = play(begin(record, parcel()), "on", "wait", "nothing")
    whole = found(record, call.session)
    first = whole.events[0]
    assert isinstance(first.event, Started)
    other = replace(first, event=replace(first.event, variant="other"))
    assert isinstance(rescore(replace(whole, events=(other, *whole.events[1:]))), Message)


def test_an_unfinished_session_is_told_as_far_as_it_goes(record: Record) -> None:
    call = play(begin(record, parcel()), "ask", "hurry")
    call.undo()
    told = replay(record, call.session, cache=CACHE)
    assert (told.choices, told.decision, told.over, told.ended) == (("ask",), 2, False, None)
    assert told.transcript == resume_call(record, call.session, cache=CACHE).transcript
