"""What a trainer says of a session, and what its trainee says of that: appended, never changed, by whom it may be."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.model.mode import Mode
from simulator.model.reviews import (
    Acknowledged,
    Answered,
    Corrected,
    Disputed,
    Marking,
    Noted,
    Response,
    SignedOff,
)
from simulator.record import AnchorKind, Reason, Record, RecordError, open_record
from tests.record.sample import TRAINEE, begin, bytes_on_disk, minute, play, started, tamper, wrong

TRAINER = "5b9d2f57-3ad1-4c5e-8a11-2d6f1a6d0002"
CORRECTED = Corrected(2, "empathy", 1, 75.25, True)
MARKINGS: list[Marking] = [Noted(2), Noted(0), CORRECTED, SignedOff(75.25, True), Answered()]
RESPONSES: list[Response] = [Acknowledged(), Disputed()]


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Record]:
    """A second record, on another computer so to say."""
    with open_record(str(tmp_path / "elsewhere.db")) as opened:
        yield opened


def exam(record: Record, number: int = 1) -> str:
    """A session that trainers see."""
    return play(record, number, mode=Mode.EXAM)


def test_all_that_can_be_said_is_kept_in_order_and_changes_nothing(any_record: Record) -> None:
    session = exam(any_record)
    events, code, summary = any_record.events(session), any_record.code(session), any_record.summary(session)
    for number, said in enumerate([*MARKINGS, *RESPONSES]):
        by = TRAINEE if isinstance(said, Response) else TRAINER
        any_record.review(session, said, f"Words {number}.", by=by, at=minute(20 + number))
    found = any_record.reviews(session)
    assert [one.review.kind for one in found] == [said.kind for said in (*MARKINGS, *RESPONSES)]
    assert [(one.at, one.words) for one in found] == [(minute(20 + n), f"Words {n}.") for n in range(7)]
    assert {one.by for one in found[:5]} == {TRAINER}
    corrected = found[2].review
    assert isinstance(corrected, Corrected)
    assert (corrected.decision, corrected.criterion, corrected.points, corrected.score) == (2, "empathy", 1, 75.25)
    assert (any_record.events(session), any_record.code(session), any_record.summary(session)) == (
        events,
        code,
        summary,
    )
    assert wrong(any_record.verify()) == {}


def test_a_sign_off_anchors_the_record(any_record: Record) -> None:
    session = exam(any_record)
    any_record.review(session, SignedOff(72.5, True), "", by=TRAINER)
    assert [anchor.kind for anchor in any_record.anchors(session)] == [AnchorKind.SIGNED]


@pytest.mark.parametrize("said", MARKINGS, ids=lambda said: said.kind)
def test_only_what_one_may_see_and_did_not_play_can_be_marked(record: Record, said: Marking) -> None:
    private = play(record)
    with pytest.raises(RecordError, match="have not shared") as caught:
        record.review(private, said, "Why.", by=TRAINER)
    assert caught.value.reason is Reason.REFUSED
    record.share(private)
    record.review(private, said, "Why.", by=TRAINER)
    with pytest.raises(RecordError, match="your own"):
        record.review(private, said, "Why.", by=TRAINEE)
    assert len(record.reviews(private)) == 1


@pytest.mark.parametrize("said", RESPONSES, ids=lambda said: said.kind)
def test_its_trainee_alone_responds(record: Record, said: Response) -> None:
    session = exam(record)
    with pytest.raises(RecordError, match="someone else's"):
        record.review(session, said, "No.", by=TRAINER)
    record.review(session, said, "No.", by=TRAINEE)


def test_a_trainee_s_reviewed_sessions_are_known(any_record: Record) -> None:
    first, second = exam(any_record, 1), exam(any_record, 2)
    any_record.review(first, Noted(1), "Well.", by=TRAINER)
    any_record.review(second, Acknowledged(), "", by=TRAINEE)
    assert any_record.reviewed(TRAINEE) == {first}
    assert any_record.reviewed(TRAINER) == frozenset()


def test_there_is_nothing_to_review_before_the_end(record: Record) -> None:
    session = begin(record, started(mode=Mode.EXAM))
    with pytest.raises(RecordError, match="has not ended"):
        record.review(session, Noted(1), "Well.", by=TRAINER)


def test_reviews_travel_with_the_names_of_whoever_wrote_them(any_record: Record, elsewhere: Record) -> None:
    trainer = elsewhere.people.id_for("Claire Petit")
    session = exam(elsewhere)
    elsewhere.review(session, CORRECTED, "She asked.", by=trainer, at=minute(21))
    hashes = tuple(one.hash for one in elsewhere.reviews(session))
    elsewhere.review(session, SignedOff(75.25, True, hashes), "", by=trainer, at=minute(22))
    lines = list(elsewhere.export())
    assert any_record.import_(lines).added == (session,)
    assert any_record.reviews(session) == elsewhere.reviews(session)
    assert any_record.people.name(trainer) == "Claire Petit"
    assert wrong(any_record.verify()) == {}
    kinds = [json.loads(line)["line"] for line in elsewhere.export(people=False)]
    assert "person" not in kinds
    assert "words" not in kinds


def test_erasing_the_trainer_takes_their_name_and_words_alone(record: Record, file: Path) -> None:
    trainer = record.people.id_for("Claire Petit")
    session = exam(record)
    record.review(session, CORRECTED, "Vandermeulen was heard. " * 100, by=trainer)
    record.people.erase("Claire Petit")
    (found,) = record.reviews(session)
    assert (found.words, record.people.name(found.by)) == (None, "")
    assert b"Vandermeulen" not in bytes_on_disk(file)
    assert wrong(record.verify()) == {}


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE reviews SET body = CAST(replace(CAST(body AS TEXT), '75.25', '95.25') AS BLOB)", "was changed after"),
        ("DELETE FROM reviews WHERE CAST(body AS TEXT) LIKE '%corrected%'", "signed off is missing"),
        (f"UPDATE sessions SET trainee = '{TRAINER}'", "is not what the events say"),
    ],
)
def test_what_was_changed_is_found(record: Record, file: Path, statement: str, found: str) -> None:
    session = exam(record)
    record.review(session, CORRECTED, "She asked.", by=TRAINER)
    hashes = tuple(one.hash for one in record.reviews(session))
    record.review(session, SignedOff(75.25, True, hashes), "", by=TRAINER)
    record.close()
    tamper(file, "PRAGMA foreign_keys=OFF", statement)
    assert found in wrong(record.verify())[session][0].text


def test_a_review_in_a_false_name_is_found(record: Record, file: Path) -> None:
    session = exam(record)
    record.review(session, Noted(1), "Well.", by=TRAINER)
    record.close()
    body = f"CAST(replace(CAST(body AS TEXT), '{TRAINER}', '{TRAINEE}') AS BLOB)"
    tamper(file, f"UPDATE reviews SET body = {body}, by = '{TRAINEE}'")
    assert "was changed after" in wrong(record.verify())[session][0].text
