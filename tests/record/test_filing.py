"""What the trainer's table is narrowed and sorted by follows what happens; an older database is brought up to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from simulator.model.mode import Mode
from simulator.model.reviews import Corrected, Disputed, Noted, Question, SignedOff
from simulator.record import Column, Order, Record, Standing, Wanted, open_record, schema
from simulator.record.address import locate
from simulator.record.database import Store
from simulator.record.filing import NAMELESS
from tests.record.sample import RUBRIC, SCENARIO, TRAINEE, ended, minute, play, session_id, started, tamper, wrong

TRAINER = "5b9d2f57-3ad1-4c5e-8a11-2d6f1a6d0002"
OLD = (
    ("exam", 1, "ana", "Étagère en retard", 64.5, False, '["undue-fees"]'),
    ("practice", 2, "ana", "Étagère en retard", 80.0, True, "[]"),
    ("practice", 3, "nobody", "Prélèvement rejeté", 70.0, True, "[]"),
)
"""Mode, number, trainee, title, score, passed, critical errors."""


def put_old(connection: Connection) -> None:
    """Three sessions as the second form of the record kept them; the second one was shared."""
    begun = started()
    texts = ((begun.scenario_hash, SCENARIO), (begun.rubric_hash, RUBRIC))
    for digest, body in texts:
        connection.execute(text("INSERT INTO texts VALUES (:hash, :body)"), {"hash": digest, "body": body.encode()})
    at = "2026-03-02T09:00:00.000Z"
    connection.execute(text("INSERT INTO people VALUES ('ana', 'Élodie', 'élodie', :at, NULL)"), {"at": at})
    for mode, number, trainee, title, score, passed, critical in OLD:
        own = {"id": session_id(number), "trainee": trainee, "mode": mode, "at": at}
        row = {**own, "scenario": begun.scenario_hash, "rubric": begun.rubric_hash, "head": bytes(32)}
        connection.execute(
            text(
                "INSERT INTO sessions VALUES (:id, :trainee, 'late-parcel', :scenario, :rubric, 'first', :mode, :at,"
                " :at, 'ended', 3, :head)"
            ),
            row,
        )
        result = {"title": title, "score": score, "passed": passed, "critical": critical, "no": False}
        connection.execute(
            text(
                "INSERT INTO summaries VALUES (:id, :trainee, 'late-parcel', :title, 'sales', 'fr', :mode, 'first',"
                " :at, :at, 'end', 'success', :score, :passed, :critical, 3, 5.0, '{}', :no, :no, :no, :passed)"
            ),
            own | result,
        )
    connection.execute(
        text("INSERT INTO anchors VALUES (:id, 3, :head, 'shared', :at)"),
        {"id": session_id(2), "head": bytes(32), "at": at},
    )


def test_what_was_recorded_before_is_in_the_table(any_url: str) -> None:
    store = Store(locate(any_url))
    try:
        schema.upgrade(store, "0002")
        with store.writing() as connection:
            put_old(connection)
        schema.upgrade(store)
    finally:
        store.close()
    with open_record(any_url, create=False) as record:
        rows = record.pages(order=Order(Column.TRAINEE, descending=False)).first()
        assert [(row.summary.session, row.name, row.mark.value) for row in rows] == [
            (session_id(1), "Élodie", "elodie"),
            (session_id(2), "Élodie", "elodie"),
            (session_id(3), "", NAMELESS),
        ]
        assert [(row.standing, row.final, row.passed) for row in rows] == [
            (Standing.OPEN, 64.5, False),
            (Standing.OPEN, 80.0, True),
            (Standing.OPEN, 70.0, True),
        ]
        assert {row.summary.session for row in record.pages(Wanted(viewer="")).first()} == {
            session_id(1),
            session_id(2),
        }
        assert [row.summary.session for row in record.pages(Wanted(critical=True)).first()] == [session_id(1)]
        assert record.pages(Wanted(text="etagere elodie")).count() == 2
        assert minute(0) == rows[0].summary.started


def test_what_trainers_say_is_in_the_table(any_record: Record) -> None:
    session = play(any_record, mode=Mode.EXAM, end=ended(64.5, passed=False))

    def stands() -> tuple[Standing, float, bool]:
        (row,) = any_record.pages(Wanted(viewer="")).first()
        assert (row.summary.score, row.summary.passed) == (64.5, False), "the machine's own result stays"
        return row.standing, row.final, row.passed

    any_record.reflect(session, Question.WENT_WELL, "The beginning.")
    assert stands() == (Standing.OPEN, 64.5, False)
    any_record.review(session, Noted(1), "Well put.", by=TRAINER, at=minute(20))
    assert stands() == (Standing.REVIEWED, 64.5, False)
    any_record.review(session, SignedOff(64.5, False), "", by=TRAINER, at=minute(21))
    assert stands() == (Standing.SIGNED, 64.5, False)
    any_record.review(session, Corrected(2, "empathy", 1, 71.0, True), "Warm.", by=TRAINER, at=minute(22))
    assert stands() == (Standing.REVIEWED, 71.0, True), "the sign-off was about something else"
    any_record.review(session, Disputed(), "Why?", by=TRAINEE, at=minute(23))
    covers = tuple(one.hash for one in any_record.reviews(session) if isinstance(one.review, Corrected))
    any_record.review(session, SignedOff(71.0, True, covers), "", by=TRAINER, at=minute(24))
    assert stands() == (Standing.SIGNED, 71.0, True)
    assert any_record.pages(Wanted(reviewed=True, passed=True, least=71, most=71)).count() == 1


def test_a_review_that_is_imported_is_in_the_table(any_record: Record, tmp_path: Path) -> None:
    with open_record(str(tmp_path / "other.db")) as other:
        session = play(other, mode=Mode.EXAM)
        any_record.import_(list(other.export([session])))
        other.review(session, Corrected(2, "empathy", -1, 60.0, False), "Cold.", by=TRAINER)
        any_record.import_(list(other.export([session])))
    (row,) = any_record.pages(Wanted(reviewed=True)).first()
    assert (row.standing, row.final, row.passed) == (Standing.REVIEWED, 60.0, False)


@pytest.mark.parametrize(
    "change",
    ["final_score = 99", "final_passed = 0", "reviewed = 2", "open = 1", "erred = 1", "called = 'another call'"],
)
def test_what_is_changed_in_the_table_is_found(record: Record, file: Path, change: str) -> None:
    session = play(record)
    assert wrong(record.verify()) == {}
    tamper(file, f"UPDATE summaries SET {change}")
    ((named, (problem,)),) = wrong(record.verify()).items()
    assert named == session
    assert "table of sessions" in problem.text
