"""The one connection to the database: how it is opened, and transactions that are whole or not at all.

A writing transaction on SQLite takes the write lock at its start, so it never fails half way for a lock; a commit
has reached the disk when it returns. One thread at a time uses the connection, the others wait.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import URL, Connection, Engine, Insert, NullPool, Table, create_engine, event, func, select
from sqlalchemy.exc import DBAPIError

from simulator.record import address
from simulator.record.errors import RecordError
from simulator.record.trouble import translated

BUSY_SECONDS = 10.0
_RETRY_SECONDS = 0.05
_BEGIN_WRITING = "BEGIN IMMEDIATE"
_PATIENCE = 6
"""Twenty people in one file wait for each other on a slow disk: to write, this many times as long as otherwise."""

# What goes wrong is raised and told in a sentence. Without this a Ctrl-C while a connection closes shows a traceback.
logging.getLogger("sqlalchemy").addHandler(logging.NullHandler())


class Store:
    """An open database. `place` names it for a person; `busy_seconds` is how long it waits for another program."""

    def __init__(self, url: URL, *, busy_seconds: float = BUSY_SECONDS) -> None:
        self.place = address.place(url)
        self.is_file = address.is_file(url)
        self._busy_seconds = busy_seconds
        self._lock = threading.RLock()
        self._connection: Connection | None = None
        with translated(self.place):
            self._engine = _engine(url, self.place, busy_seconds)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the database from beginning to end. Raises RecordError."""
        opening = "BEGIN" if self.is_file else "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"
        with self._transaction(opening) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is durable when the block is left, and as if it had never been when it raises."""
        with self._transaction(_BEGIN_WRITING if self.is_file else "") as connection:
            yield connection

    @contextmanager
    def outside(self) -> Iterator[Connection]:
        """The connection without a transaction, for statements that refuse to be in one (SQLite only)."""
        with self._lock, translated(self.place):
            connection = self._open()
            yield connection
            connection.rollback()

    def now(self, connection: Connection, at: datetime | None) -> datetime:
        """`at`, or the time by the clock that a trainee cannot set where there is one: the server's."""
        if at is not None:
            return at
        if self.is_file:
            return datetime.now(UTC)
        found: datetime = connection.execute(select(func.clock_timestamp())).scalar_one()
        return found

    def forget(self) -> None:
        """Leave nothing of what was deleted in a file, as far as others who read it at this moment allow."""
        if self.is_file:
            with suppress(RecordError), self.outside() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Let the database go. A later call opens it again."""
        with self._lock, translated(self.place):
            if self._connection is not None:
                self._connection.close()
                self._connection = None
            self._engine.dispose()

    def _open(self) -> Connection:
        if self._connection is None:
            self._connection = self._engine.connect()
        return self._connection

    @contextmanager
    def _transaction(self, opening: str) -> Iterator[Connection]:
        with self._lock, translated(self.place):
            connection = self._open()
            try:
                with connection.begin():
                    if opening == _BEGIN_WRITING:
                        _begin_writing(_driver(connection), self._busy_seconds)
                    elif opening:
                        connection.exec_driver_sql(opening)
                    yield connection
            except DBAPIError as error:
                if error.connection_invalidated:
                    connection.close()
                    self._connection = None
                raise


def _driver(connection: Connection) -> sqlite3.Connection:
    found = connection.connection.driver_connection
    assert isinstance(found, sqlite3.Connection)
    return found


def put_new(connection: Connection, table: Table, row: Mapping[str, object]) -> bool:
    """Insert `row` unless its key is there, and say whether it was new; two programs may do so at once."""
    statement: Insert
    if connection.dialect.name == "sqlite":
        from sqlalchemy.dialects.sqlite import insert as sqlite_insert

        statement = sqlite_insert(table).values(row).on_conflict_do_nothing()
    else:
        from sqlalchemy.dialects.postgresql import insert as postgres_insert

        statement = postgres_insert(table).values(row).on_conflict_do_nothing()
    done = connection.execute(statement, execution_options={"preserve_rowcount": True})
    return done.rowcount > 0


def lock_table(connection: Connection, table: Table) -> None:
    """Let nobody else write `table` until the transaction is over. In a file that is so from the beginning."""
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(f"LOCK TABLE {table.name} IN SHARE ROW EXCLUSIVE MODE")


def _engine(url: URL, place: str, busy_seconds: float) -> Engine:
    if address.is_file(url):
        options: dict[str, Any] = {"timeout": busy_seconds, "check_same_thread": False}
        engine = create_engine(url, poolclass=NullPool, connect_args=options)
        event.listen(engine, "connect", lambda driver, _: _prepare_sqlite(driver, place, busy_seconds))
    else:
        engine = create_engine(url, poolclass=NullPool, connect_args={"connect_timeout": int(busy_seconds)})
        event.listen(engine, "connect", lambda driver, _: _prepare_postgres(driver, busy_seconds))
    return engine


def _prepare_sqlite(driver: sqlite3.Connection, place: str, busy_seconds: float) -> None:
    driver.isolation_level = None
    driver.text_factory = lambda raw: raw.decode("utf-8", "replace")
    try:
        if _write_ahead(driver, busy_seconds) != "wal":
            raise address.network_share(place)
        for setting in ("synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
            driver.execute(f"PRAGMA {setting}").close()
    except BaseException:
        driver.close()
        raise


def _begin_writing(driver: sqlite3.Connection, busy_seconds: float) -> None:
    """Take the write lock of a file. SQLite has whoever waits longest look least often: that takes patience."""
    driver.execute(f"PRAGMA busy_timeout={_milliseconds(_PATIENCE * busy_seconds)}").close()
    try:
        driver.execute(_BEGIN_WRITING).close()
    finally:
        driver.execute(f"PRAGMA busy_timeout={_milliseconds(busy_seconds)}").close()


def _milliseconds(seconds: float) -> int:
    return int(seconds * 1000)


def _write_ahead(driver: sqlite3.Connection, busy_seconds: float) -> str:
    """Turn write-ahead logging on; SQLite does not wait for a lock by itself here."""
    until = time.monotonic() + busy_seconds
    while True:
        try:
            mode: str = driver.execute("PRAGMA journal_mode=WAL").fetchone()[0]
            return mode
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(_RETRY_SECONDS)


def _prepare_postgres(driver: Any, busy_seconds: float) -> None:
    driver.execute("SET synchronous_commit = on")
    driver.execute(f"SET lock_timeout = '{_milliseconds(busy_seconds)}ms'")
    driver.commit()
