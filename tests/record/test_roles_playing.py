"""A whole call under the roles: played, put aside, resumed, tried again, thought about, shared, deleted, looked at."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from simulator.engine.version import ENGINE_VERSION
from simulator.library import Loaded
from simulator.model.mode import Mode
from simulator.model.reviews import Question
from simulator.record import Record, RecordError, Verdict
from simulator.session import (
    Call,
    branch_call,
    debrief_of,
    history_of,
    open_call,
    reflect,
    replay,
    rescore,
    resume_call,
)
from tests.memory import CACHE
from tests.record.room import OWNER, Room, room
from tests.session.desk import parcel, play


@pytest.fixture
def here(postgres: str) -> Iterator[Room]:
    """A room in which nobody has played yet."""
    with room(postgres) as found:
        yield found


def taken(record: Record, mode: Mode = Mode.PRACTICE, **wishes: object) -> Call:
    """A call that is begun by the server's clock, under a name that is not the login's."""
    loaded: Loaded = parcel()
    variant = loaded.scenario.variants[0].id
    return open_call(record, loaded, "Whoever", mode, seed=1, variant=variant, cache=CACHE, **wishes)  # type: ignore[arg-type]


def to_the_end(call: Call) -> Call:
    """The best call, and its debrief, which writes the end."""
    play(call, "ask", "on", "courier", "facts")
    call.debrief("en")
    return call


def test_a_call_is_played_resumed_tried_again_and_deleted(here: Room) -> None:
    with here.record("ana") as record:
        call = play(taken(record, say_first=False), "ask")
        call.pause()
    with here.record("ana") as record:
        waiting = record.unfinished(record.people.id_of("Whoever") or "", "parcel")
        assert waiting is not None
        call = resume_call(record, waiting.session, cache=CACHE)
        assert call.trainee == "Ana"
        call.undo()
        to_the_end(call)
        assert record.code(call.session)
        assert reflect(record, call.session, {Question.WENT_WELL: "The beginning."})
        again = branch_call(record, call.session, 2, cache=CACHE)
        again.abandon()
        first, second = to_the_end(taken(record)), to_the_end(taken(record))
        record.share(first.session)
        assert {one.summary.session for one in history_of(record, "Whoever").sessions} >= {call.session, first.session}
        record.delete(second.session)
        record.delete(again.session)
        with pytest.raises(RecordError, match="no longer be deleted"):
            record.delete(first.session)
        assert len(list(record.export([first.session]))) > 5
    with here.record(OWNER) as keeper:
        checked = list(keeper.verify(engine=ENGINE_VERSION, rescore=rescore))
        assert [one.problems for one in checked if one.verdict is not Verdict.RIGHT] == []
        assert {one.trainee for one in keeper.sessions()} == {here.people["ana"]}


def test_an_exam_is_seen_by_the_trainer_and_stays(here: Room) -> None:
    with here.record("ana") as record:
        exam = to_the_end(taken(record, Mode.EXAM)).session
        private = to_the_end(taken(record)).session
        with pytest.raises(RecordError, match="exams are not deleted"):
            record.delete(exam)
    with here.record("eva") as record:
        assert [one.session for one in record.sessions()] == [exam]
        assert replay(record, exam, cache=CACHE).trainee == "Ana"
        assert debrief_of(record, exam, "en", cache=CACHE).shown == 100
        with pytest.raises(RecordError, match="There is no session"):
            replay(record, private, cache=CACHE)
        checked = list(record.verify(engine=ENGINE_VERSION, rescore=rescore))
        assert {one.verdict for one in checked} == {Verdict.RIGHT}


def test_what_is_typed_first_is_kept_and_read_again(here: Room) -> None:
    with here.record("max") as record:
        call = taken(record, say_first=True)
        call.say("Where were you last Tuesday?")
        play(call, "ask")
        again = resume_call(record, call.session, cache=CACHE)
        assert again.trainee == "Max"
        assert list(record.typed(call.session).values()) == ["Where were you last Tuesday?"]
    with here.record("eva") as record:
        assert record.all_unfinished() == ()
