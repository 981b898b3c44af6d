"""Puts many rows into a record at once: without its indexes and triggers, which are made when all is there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Final

from sqlalchemy import Connection, Table

from simulator.record.database import Store
from simulator.record.tables import anchors, events, sessions, summaries
from simulator.record.tallying import TRIGGERS, fill_tallies, keep_tallies
from simulator.record.texts import put as put_text
from tests.million.crowd import Trainee
from tests.million.plays import Played
from tests.million.sessions import BEGIN, Row, Rows

AT_ONCE: Final = 20_000
TABLES: Final = (sessions, events, summaries, anchors)
INDEXED: Final = (sessions, summaries)


def load(store: Store, found: Iterable[Rows], plays: Sequence[Played], trainees: Sequence[Trainee]) -> None:
    """Store all of it. The record must be empty, and nobody else may use it meanwhile."""
    from simulator.record import people

    with store.writing() as connection:
        for trainee in trainees:
            people.put(connection, trainee.id, trainee.name, BEGIN)
        for loaded in {played.ground.loaded.scenario.id: played.ground.loaded for played in plays}.values():
            put_text(connection, loaded.scenario_text)
            put_text(connection, loaded.rubric_text)
        indexes = [index for table in INDEXED for index in table.indexes]
        for index in indexes:
            index.drop(connection)
        for trigger in TRIGGERS[connection.dialect.name]:
            connection.exec_driver_sql(f"DROP TRIGGER {trigger}" + ("" if store.is_file else " ON summaries"))
        for some in _some(found):
            _put(connection, sessions, [rows.session for rows in some])
            _put(connection, events, [row for rows in some for row in rows.events])
            _put(connection, summaries, [rows.summary for rows in some])
            _put(connection, anchors, [row for rows in some for row in rows.anchors])
        for index in indexes:
            index.create(connection)
        fill_tallies(connection)
        keep_tallies(connection)
    if not store.is_file:
        # What a server does by itself in the hours after; in the middle of a benchmark it would be in its way.
        with store.outside() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql("VACUUM ANALYZE")


def _some(found: Iterable[Rows]) -> Iterator[list[Rows]]:
    every = iter(found)
    while some := list(islice(every, AT_ONCE)):
        yield some


def _put(connection: Connection, table: Table, rows: list[Row]) -> None:
    """Insert rows whose values are in the order of the table's columns."""
    driver: Any = connection.connection.driver_connection
    if isinstance(driver, sqlite3.Connection):
        holes = ", ".join("?" * len(table.columns))
        driver.executemany(f"INSERT INTO {table.name} VALUES ({holes})", rows)
        return
    with driver.cursor() as cursor, cursor.copy(f"COPY {table.name} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
