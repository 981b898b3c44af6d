"""A disk that fails or is slow, and fingers that are faster than it: nothing moves that is not recorded."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from simulator.model.events import Chose, Ended
from simulator.model.mode import Mode
from simulator.record import Reason, Record, RecordError
from simulator.session import Call, OutOfTurn, replay, resume_call
from simulator.words import say
from tests.memory import CACHE
from tests.session.desk import begin, parcel, play

IMPATIENT = 0.05
"""Seconds that these records wait for another program."""


@pytest.fixture
def impatient(database: str) -> Iterator[Record]:
    """A record that gives up soon when another program holds the database."""
    with Record.open(database, busy_seconds=IMPATIENT) as opened:
        yield opened


@contextmanager
def held(database: str) -> Iterator[None]:
    """Another program writes to the database and does not let go."""
    other = sqlite3.connect(database, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


def seen(call: Call) -> tuple[object, ...]:
    return (call.view, call.transcript, call.decision, call.over, call.may_undo)


@pytest.mark.parametrize(
    "what", ["choose", "keep_silent", "undo", "look_up", "pause", "resume", "hint", "say", "abandon"]
)
def test_a_failing_disk_leaves_the_call_where_it_was_and_usable(impatient: Record, database: str, what: str) -> None:
    mode = Mode.GUIDED if what == "hint" else Mode.PRACTICE
    call = begin(impatient, parcel(), mode, silence=True, say_first=what == "say")
    if what == "undo":
        play(call, "ask")
    before, recorded = seen(call), impatient.events(call.session)
    deeds: dict[str, Callable[[], object]] = {
        "choose": lambda: call.choose("hurry", 5),
        "keep_silent": lambda: call.keep_silent(5),
        "undo": call.undo,
        "look_up": lambda: call.look_up("delays"),
        "pause": call.pause,
        "resume": call.resume,
        "hint": call.hint,
        "say": lambda: call.say("Well…"),
        "abandon": call.abandon,
    }
    for _ in range(2):
        with held(database), pytest.raises(RecordError) as caught:
            deeds[what]()
        assert caught.value.reason is Reason.LOCKED
        assert seen(call) == before
        assert impatient.events(call.session) == recorded
    deeds[what]()
    assert len(impatient.events(call.session)) == len(recorded) + 1
    if what == "say":
        assert resume_call(impatient, call.session, cache=CACHE).typed == "Well…"
    elif what != "abandon":
        play(resume_call(impatient, call.session, cache=CACHE), "on", "refund", "facts")


def test_an_end_that_could_not_be_written_is_written_with_the_debrief(impatient: Record, database: str) -> None:
    call = play(begin(impatient, parcel()), "on", "refund")
    with sqlite3.connect(database) as other:
        other.execute("CREATE TRIGGER full BEFORE INSERT ON summaries BEGIN SELECT RAISE(ABORT, 'full'); END")
    other.close()
    turn = call.choose("facts", 5)
    assert turn.over
    assert call.over
    assert isinstance(impatient.events(call.session)[-1].event, Chose)
    with pytest.raises(RecordError):
        call.debrief("en")
    with sqlite3.connect(database) as other:
        other.execute("DROP TRIGGER full")
    other.close()
    debrief = call.debrief("en")
    assert isinstance(impatient.events(call.session)[-1].event, Ended)
    assert debrief.code == impatient.code(call.session)


def test_a_debrief_is_not_kept_back_because_its_code_could_not_be_written(impatient: Record, database: str) -> None:
    call = play(begin(impatient, parcel()), "on", "refund", "facts")
    with held(database):
        assert call.debrief("en").code == ""
    assert call.debrief("en").code == impatient.code(call.session)


def test_an_answer_that_reached_the_record_before_the_disk_failed_is_found_there(record: Record) -> None:
    call = begin(record, parcel())
    shown = tuple(offered.id for offered in call.shown)
    record.append(call.session, Chose(1, "hello", "ask", 5, shown))
    call.choose("ask", 900)
    assert call.decision == 2
    play(call, "on", "courier", "facts")
    told = replay(record, call.session, cache=CACHE)
    assert told.transcript == call.transcript
    assert told.choices == ("ask", "on", "courier", "facts")


def test_a_call_that_went_on_elsewhere_is_not_played_twice(record: Record) -> None:
    here = begin(record, parcel())
    there = resume_call(record, here.session, cache=CACHE)
    play(there, "on")
    with pytest.raises(RecordError) as caught:
        here.choose("ask", 5)
    assert caught.value.reason is Reason.OVERTAKEN
    here.pause()
    with pytest.raises(RecordError):
        here.choose("ask", 5)
    again = resume_call(record, here.session, cache=CACHE)
    assert again.transcript == there.transcript


@pytest.mark.parametrize("seed", range(5))
def test_of_four_answers_at_once_one_is_taken(record: Record, seed: int) -> None:
    call = begin(record, parcel(), seed=seed)
    ready = threading.Barrier(4)
    taken: list[str] = []

    def press(choice: str) -> None:
        ready.wait()
        with suppress(OutOfTurn):
            call.choose(choice, 5, decision=1)
            taken.append(choice)

    threads = [threading.Thread(target=press, args=(choice,)) for choice in ("ask", "hurry", "on", "tell-all")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(taken) == 1
    assert [one.event.choice for one in record.events(call.session) if isinstance(one.event, Chose)] == taken
    assert call.decision == 2


def test_a_second_answer_is_refused_while_the_first_is_being_written(database: str) -> None:
    with Record.open(database, busy_seconds=30) as patient:
        call = begin(patient, parcel())

        def press() -> None:
            while call.decision == 1:
                with suppress(OutOfTurn):
                    call.choose("on", 5)

        writing = threading.Thread(target=press)
        with held(database):
            writing.start()
            said = ""
            while said != "The answer before this one is still being written.":
                # Until the thread has its turn, there is nothing to take back, which is out of turn as well.
                with pytest.raises(OutOfTurn) as caught:
                    call.undo()
                said = say(caught.value.message)
            assert (call.decision, call.view.state) == (1, "hello")
        writing.join()
        assert (call.decision, call.view.state) == (2, "solve")
        assert len(patient.events(call.session)) == 2


def test_reading_never_waits_for_the_disk(database: str) -> None:
    with Record.open(database, busy_seconds=30) as patient:
        call = begin(patient, parcel())
        before = seen(call)
        writing = threading.Thread(target=lambda: call.choose("on", 5))
        with held(database):
            writing.start()
            for _ in range(50):
                assert seen(call) == before
        writing.join()
        assert seen(call) != before


SLOW_DEATH = """
import os, sys
from simulator.record import open_record
from simulator.session import resume_call
sys.path.insert(0, os.getcwd())
from tests.session.desk import begin, parcel, play
with open_record(sys.argv[1]) as record:
    call = play(begin(record, parcel()), "ask")
    print(call.session, flush=True)
    call.choose("on", 5)
    print("chosen", flush=True)
    os._exit(9)
"""


def test_what_was_acknowledged_survives_a_sudden_death(database: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SLOW_DEATH, database], capture_output=True, text=True, cwd=Path(__file__).parents[2]
    )
    assert done.returncode == 9, done.stderr
    session, chosen = done.stdout.split()
    assert chosen == "chosen"
    with Record.open(database) as record:
        call = resume_call(record, session, cache=CACHE)
        assert (call.decision, call.view.state) == (3, "solve")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="limits of files are set for a process of its own")
def test_a_full_disk_is_a_sentence_and_the_call_goes_on_when_there_is_room(database: str) -> None:
    code = """
import os, resource, signal, sys
sys.path.insert(0, os.getcwd())
from simulator.record import RecordError, open_record
from tests.session.desk import begin, parcel, play
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with open_record(sys.argv[1]) as record:
    call = play(begin(record, parcel()), "ask")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, hard))
    before = (call.view, call.transcript, call.decision)
    try:
        call.choose("on", 5)
        raise SystemExit("the disk was not full")
    except RecordError as error:
        print(error.reason)
    assert before == (call.view, call.transcript, call.decision)
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    play(call, "on", "courier", "facts")
    print(call.debrief("en").shown)
"""
    done = subprocess.run(
        [sys.executable, "-c", code, database], capture_output=True, text=True, cwd=Path(__file__).parents[2]
    )
    assert done.returncode == 0, done.stderr
    reason, score = done.stdout.split()
    assert reason in {"full", "disk"}
    assert score == "100"
