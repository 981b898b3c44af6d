"""Practice can be deleted by whoever did it; exams and what others were given stay; a tombstone tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.model.mode import Mode
from simulator.record import AnchorKind, Reason, Record, RecordError
from tests.record.sample import TRAINEE, begin, bytes_on_disk, chose, minute, play, session_id, started, wrong


def refused(record: Record, session: str, **how: object) -> RecordError:
    """The error that deleting raises; nothing may be gone."""
    before = record.events(session)
    with pytest.raises(RecordError) as caught:
        record.delete(session, **how)  # type: ignore[arg-type]
    assert caught.value.reason is Reason.REFUSED
    assert record.events(session) == before
    return caught.value


def test_deleted_practice_is_gone_but_known_to_be(any_record: Record) -> None:
    session = play(any_record)
    any_record.append_typed(begin(any_record, started(2)), 1, "Allô ?")
    code = any_record.anchor(session, AnchorKind.SHOWN)
    any_record.delete(session, trainee=TRAINEE)
    any_record.delete(session_id(2))
    with pytest.raises(RecordError, match="There is no session"):
        any_record.events(session)
    assert list(any_record.sessions()) == []
    assert any_record.anchors(session) == ()
    assert wrong(any_record.verify()) == {}
    assert wrong(any_record.verify(codes={session: code})) == {}
    assert set(wrong(any_record.verify(codes={session: "0000-0000"}))) == {session}


def test_no_byte_of_a_deleted_session_stays_in_the_file(record: Record, file: Path) -> None:
    session = begin(record, started(1), chose(777))
    assert b"state-777" in bytes_on_disk(file)
    record.delete(session)
    assert b"state-777" not in bytes_on_disk(file)


def test_texts_go_with_the_last_session_that_needs_them(any_record: Record) -> None:
    one, other = play(any_record, 1), play(any_record, 2)
    digest = any_record.started(one).scenario_hash
    any_record.delete(one)
    assert any_record.text(digest)
    any_record.delete(other)
    with pytest.raises(RecordError, match="missing"):
        any_record.text(digest)


def test_an_exam_stays(any_record: Record) -> None:
    assert "exam" in str(refused(any_record, play(any_record, mode=Mode.EXAM)))


def test_what_is_someone_elses_stays(any_record: Record) -> None:
    assert "someone else's" in str(refused(any_record, play(any_record), trainee="other"))


@pytest.mark.parametrize("kind", [AnchorKind.EXPORTED, AnchorKind.IMPORTED, AnchorKind.SIGNED])
def test_what_others_were_given_stays(any_record: Record, kind: AnchorKind) -> None:
    session = play(any_record)
    any_record.anchor(session, kind)
    assert "exported or signed off" in str(refused(any_record, session))


def test_purging_takes_old_practice(any_record: Record) -> None:
    for number in range(1, 4):
        play(any_record, number)
    play(any_record, 4, mode=Mode.EXAM)
    begin(any_record, started(5), chose(1))
    any_record.anchor(session_id(2), AnchorKind.EXPORTED)
    assert any_record.purge(minute(12.5)) == (session_id(1), session_id(5))
    assert any_record.purge(minute(12.5)) == ()
    assert any_record.purge(minute(100)) == (session_id(3),)
    assert any_record.purge(minute(100), everything=True) == (session_id(2), session_id(4))
    assert wrong(any_record.verify()) == {}
