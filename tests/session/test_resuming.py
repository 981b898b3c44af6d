"""A session goes on from its record alone: after a kill at any moment, without its files, and from a decision."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.library import Cache, Library
from simulator.model.events import BranchOf, Chose, Ended, Resumed, Started, Undone
from simulator.model.mode import Mode
from simulator.record import Record, open_record
from simulator.session import Call, SessionError, branch_call, debrief_of, open_call, replay, resume_call
from simulator.words import say
from tests.library.little import NONE, put
from tests.memory import CACHE
from tests.session.desk import begin, parcel, play, play_at_random, random_call, world


def moment(call: Call) -> tuple[object, ...]:
    """Everything that a screen shows of a call."""
    return (call.view, call.transcript, call.mood, call.decision, call.over, call.may_undo, call.card, call.trainee)


def resumed(record: Record, session: str) -> Call:
    return resume_call(record, session, cache=CACHE)


@pytest.mark.parametrize("seed", range(6))
def test_a_call_dropped_at_every_decision_goes_on_where_it_was(record: Record, seed: int) -> None:
    loaded = parcel() if seed % 2 else random_call(seed)

    def drop(call: Call) -> Call:
        again = resumed(record, call.session)
        assert moment(again) == moment(call)
        return again

    call = play_at_random(begin(record, loaded, silence=True, seed=seed), random.Random(seed), drop)
    assert moment(call)[1] == replay(record, call.session).transcript
    assert isinstance(record.events(call.session)[-1].event, Ended)


def test_a_session_is_found_and_resumed_by_another_run_of_the_program(database: str) -> None:
    with open_record(database) as record:
        call = play(begin(record, parcel()), "ask")
        trainee, before = record.people.id_for("Ana"), moment(call)
        call.pause()
    with open_record(database) as record:
        waiting = record.unfinished(trainee, "parcel")
        assert waiting is not None
        session = waiting.session
        call = resumed(record, session)
        assert moment(call) == before
        assert record.events(session)[-1].event == Resumed(2)
        play(call, "on", "courier", "facts")
        assert call.debrief("en").shown == 100


def test_taken_back_answers_stay_taken_back(record: Record) -> None:
    call = play(begin(record, parcel()), "hurry", "ask")
    call.undo()
    call.undo()
    play(call, "on")
    again = resumed(record, call.session)
    assert moment(again) == moment(call)
    again.undo()
    assert again.decision == 1
    assert record.events(call.session)[-1].event == Undone(1)


def test_a_session_goes_on_when_its_files_have_changed_or_gone(record: Record, tmp_path: Path) -> None:
    path = put(tmp_path / "calls")
    loaded = Library((), Cache(), NONE).load(path)
    call = play(open_call(record, loaded, "Ana", Mode.PRACTICE, variant="gift"), "ask")
    before = moment(call)
    put(tmp_path / "calls", title='title: "Another call"')
    assert moment(resume_call(record, call.session)) == before
    path.unlink()
    (path.parent / "little-rubric.yaml").unlink()
    again = play(resume_call(record, call.session), "on", "courier", "facts")
    assert again.debrief("en").title == "The parcel of Mo Reed"
    assert debrief_of(record, call.session, "en") == again.debrief("en")


def test_a_call_killed_between_its_last_answer_and_its_end_is_ended(record: Record) -> None:
    call = play(begin(record, parcel()), "on", "refund")
    shown = tuple(offered.id for offered in call.shown)
    record.append(call.session, Chose(3, "note", "facts", 10, shown))
    again = resumed(record, call.session)
    assert again.over
    assert record.summary(call.session) is None
    debrief = again.debrief("en")
    summary = record.summary(call.session)
    assert summary is not None
    assert summary.score == debrief.score


@pytest.mark.parametrize("how", ["ended", "abandoned"])
def test_what_is_over_is_not_resumed(record: Record, how: str) -> None:
    call = begin(record, parcel())
    if how == "ended":
        play(call, "on", "refund", "facts")
    else:
        call.abandon()
    with pytest.raises(SessionError) as caught:
        resumed(record, call.session)
    assert say(caught.value.message) == "This call is over; there is nothing to go on with."


def test_a_session_under_other_rules_is_told_but_not_gone_on_with(record: Record) -> None:
    loaded = parcel()
    call = begin(record, loaded)
    (first,) = record.events(call.session)
    assert isinstance(first.event, Started)
    other = replace(first.event, session=world(9).new_id(), engine="0")
    record.start(other, loaded.scenario_text, loaded.rubric_text)
    with pytest.raises(SessionError) as caught:
        resumed(record, other.session)
    assert "other rules" in say(caught.value.message)
    assert replay(record, other.session).other_rules


@pytest.mark.parametrize(
    "event",
    [
        Chose(1, "hello", "courier", 5, ()),
        Chose(1, "solve", "refund", 5, ()),
        Chose(2, "hello", "on", 5, ()),
        Chose(1, "hello", "on", 5, ("on", "ask")),
        Undone(1),
    ],
)
def test_events_that_do_not_fit_are_named_and_not_played(record: Record, event: Chose | Undone) -> None:
    call = begin(record, parcel())
    shown = tuple(offered.id for offered in call.shown)
    if isinstance(event, Chose) and not event.shown:
        event = replace(event, shown=shown)
    record.append(call.session, event)
    for read in (resumed, replay):
        with pytest.raises(SessionError) as caught:
            read(record, call.session)
        assert "does not fit its scenario" in say(caught.value.message)


def test_a_retry_takes_over_what_was_decided_before(record: Record) -> None:
    first = play(begin(record, parcel(), silence=True), "ask", "silence", "on", "wait", "nothing")
    again = branch_call(record, first.session, 4, world=world(3), cache=CACHE)
    assert again.session != first.session
    assert again.transcript == first.transcript[: len(again.transcript)]
    assert (again.decision, again.view.state) == (4, "solve")
    assert (again.variant, again.seed, again.trainee) == (first.variant, first.seed, first.trainee)
    started = record.started(again.session)
    assert started.branch_of == BranchOf(first.session, 4)
    play(again, "courier", "facts")
    debrief = again.debrief("en")
    assert debrief.branch_of == BranchOf(first.session, 4)
    assert not debrief.counts
    summary = record.summary(again.session)
    assert summary is not None
    assert not summary.counts


def test_a_retry_stands_alone_when_the_first_session_is_gone(record: Record) -> None:
    first = play(begin(record, parcel()), "ask", "on", "wait", "nothing")
    again = play(branch_call(record, first.session, 3, cache=CACHE), "courier")
    record.delete(first.session)
    assert moment(resumed(record, again.session)) == moment(again)


def test_a_retry_of_an_exam_is_practice(record: Record) -> None:
    exam = play(begin(record, parcel(), Mode.EXAM), "on", "wait", "nothing")
    again = branch_call(record, exam.session, 1, cache=CACHE)
    assert (again.mode, again.decision, again.silence_counts) == (Mode.PRACTICE, 1, False)
    guided = play(begin(record, parcel(), Mode.GUIDED, seed=2), "on", "wait", "nothing")
    assert branch_call(record, guided.session, 2, cache=CACHE).mode is Mode.GUIDED


@pytest.mark.parametrize("decision", [-1, 0, 4])
def test_there_is_no_retry_from_a_decision_that_was_not_taken(record: Record, decision: int) -> None:
    first = play(begin(record, parcel()), "on", "wait", "nothing")
    with pytest.raises(SessionError):
        branch_call(record, first.session, decision, cache=CACHE)


def test_there_is_no_retry_of_a_call_that_still_goes_on(record: Record) -> None:
    exam = play(begin(record, parcel(), Mode.EXAM), "ask", "on")
    with pytest.raises(SessionError):
        branch_call(record, exam.session, 1, cache=CACHE)


def test_an_erased_name_leaves_a_gap_and_a_readable_call(record: Record) -> None:
    call = play(begin(record, parcel()), "on", "refund", "facts")
    record.people.erase("Ana")
    told = replay(record, call.session)
    assert told.trainee == ""
    assert told.transcript[0].text == "Is that …? My parcel is late."
    assert debrief_of(record, call.session, "en", cache=CACHE).trainee == ""
