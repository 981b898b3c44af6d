"""A database from before the trainer's table is filed for it when it is brought up."""

from __future__ import annotations

from sqlalchemy import Connection, text

from simulator.record import Column, Order, Standing, Wanted, open_record, schema
from simulator.record.address import locate
from simulator.record.database import Store
from simulator.record.filing import NAMELESS
from tests.record.sample import RUBRIC, SCENARIO, minute, session_id, started

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
