"""Practice is private until it is shared; what was shared is proven as it was then, and stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.model.mode import Mode
from simulator.record import AnchorKind, Reason, Record, RecordError, open_record
from simulator.words import say
from tests.record.sample import TRAINEE, begin, chose, minute, play, session_id, started, tamper, wrong

OTHER = "0b6f1c3e-6f8e-4d55-9a60-2d6f1a6d0002"


def seen_by(record: Record, viewer: str) -> set[str]:
    """The ended sessions that somebody may see."""
    return {summary.session for summary in record.sessions(viewer=viewer)}


def refused(record: Record, session: str, **how: object) -> str:
    """Why a session cannot be shared; nothing may have changed."""
    with pytest.raises(RecordError) as caught:
        record.share(session, **how)  # type: ignore[arg-type]
    assert caught.value.reason in (Reason.REFUSED, Reason.MISSING)
    assert record.shared(TRAINEE) == frozenset()
    return str(caught.value)


def test_practice_is_private_until_it_is_shared(any_record: Record) -> None:
    own, exam, others = play(any_record, 1), play(any_record, 2, mode=Mode.EXAM), play(any_record, 3, trainee=OTHER)
    assert seen_by(any_record, TRAINEE) == {own, exam}
    assert seen_by(any_record, OTHER) == {exam, others}
    assert seen_by(any_record, "a trainer") == {exam}
    code = any_record.share(own, trainee=TRAINEE, at=minute(30))
    assert code == any_record.code(own)
    assert seen_by(any_record, "a trainer") == {own, exam}
    assert any_record.shared(TRAINEE) == {own}
    assert any_record.shared(OTHER) == frozenset()
    waiting = begin(any_record, started(4), chose(1))
    assert any_record.seen_by(TRAINEE) == (own, exam, waiting)
    assert any_record.seen_by("a trainer") == (own, exam)
    assert [anchor.kind for anchor in any_record.anchors(own)] == [AnchorKind.SHARED]


def test_sharing_twice_is_sharing_once(any_record: Record) -> None:
    session = play(any_record)
    assert any_record.share(session) == any_record.share(session)
    assert len(any_record.anchors(session)) == 1


def test_what_was_shared_is_no_longer_deleted_by_its_trainee(any_record: Record) -> None:
    session = play(any_record)
    any_record.share(session)
    with pytest.raises(RecordError, match="was shared, exported or signed off"):
        any_record.delete(session, trainee=TRAINEE)
    assert any_record.purge(minute(1000)) == ()
    assert any_record.purge(minute(1000), everything=True) == (session,)
    assert any_record.shared(TRAINEE) == frozenset()
    assert wrong(any_record.verify()) == {}


def test_not_everything_is_shared(any_record: Record) -> None:
    assert "someone else's" in refused(any_record, play(any_record, 1), trainee=OTHER)
    assert "trainers see exams" in refused(any_record, play(any_record, 2, mode=Mode.EXAM))
    assert "has not ended" in refused(any_record, begin(any_record, started(3), chose(1)))
    any_record.abandon(session_id(3), 2)
    assert "has not ended" in refused(any_record, session_id(3))
    assert "There is no session" in refused(any_record, session_id(4))


@pytest.mark.parametrize("kind", [AnchorKind.EXPORTED, AnchorKind.IMPORTED, AnchorKind.SIGNED])
def test_what_others_were_given_in_another_way_is_shared_too(any_record: Record, kind: AnchorKind) -> None:
    session = play(any_record)
    any_record.anchor(session, AnchorKind.SHOWN)
    assert any_record.shared(TRAINEE) == frozenset()
    any_record.anchor(session, kind)
    assert any_record.shared(TRAINEE) == {session}
    assert seen_by(any_record, "a trainer") == {session}


def test_it_is_shared_where_it_was_taken_as_a_file(any_record: Record, tmp_path: Path) -> None:
    session = play(any_record)
    lines = list(any_record.export([session]))
    with open_record(str(tmp_path / "elsewhere.db")) as elsewhere:
        elsewhere.import_(lines)
        assert seen_by(elsewhere, "a trainer") == {session}
        assert wrong(elsewhere.verify()) == {}


def test_what_was_shared_and_then_changed_is_found(record: Record, file: Path) -> None:
    session = play(record)
    record.share(session)
    tamper(file, "UPDATE anchors SET number = 9")
    (problem,) = wrong(record.verify())[session]
    assert "when it was shared" in say(problem)
