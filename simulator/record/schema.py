"""Brings a database to the form that this version writes; refuses one that is newer or someone else's.

A new database is made from the tables in the code and stamped. Alembic is imported only to bring an older one up.
"""

from __future__ import annotations

import re
from pathlib import Path

from sqlalchemy import Connection, insert, inspect, select, text

from simulator.model.message import N_, Message
from simulator.record.database import Store
from simulator.record.errors import Reason, RecordError
from simulator.record.tables import REVISION, REVISIONS, VERSION_TABLE, metadata, version
from simulator.record.tallying import keep_tallies
from simulator.record.trouble import trouble

MIGRATIONS = Path(__file__).parent / "migrations"
_MAKING = 0x526F6C6543616C6C
"""The advisory lock that is held while tables are made on a server."""


def prepare(store: Store, *, create: bool) -> None:
    """Make, accept or (in a file) upgrade the database behind `store`. Raises RecordError."""
    stored = stored_revision(store)
    if stored is None:
        _create(store, create=create)
    elif stored != REVISION and store.is_file:
        upgrade(store)
    elif stored != REVISION:
        text_ = N_(
            "The database “{place}” was made by an older RoleCall. Whoever looks after the server must run "
            "“rolecall database upgrade” once."
        )
        raise RecordError(Reason.OLDER, Message(text_, {"place": store.place}))


def upgrade_if_older(store: Store) -> bool:
    """Make the database, or bring it up; False where it is as it should be. Raises RecordError."""
    stored = stored_revision(store)
    if stored == REVISION:
        return False
    if stored is None:
        _create(store, create=True)
    else:
        upgrade(store)
    return True


def upgrade(store: Store, head: str = "head", migrations: Path | None = None) -> None:
    """Run the migrations up to `head`, all of them or none. Raises RecordError."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations or MIGRATIONS).replace("%", "%%"))
    _foreign_keys(store, "OFF")
    try:
        with store.writing() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, head)
    finally:
        _foreign_keys(store, "ON")


def stored_revision(store: Store) -> str | None:
    """The revision of the database: None where there is none yet. Refuses what this version cannot read."""
    with store.reading() as connection:
        if not inspect(connection).has_table(VERSION_TABLE):
            if store.is_file and inspect(connection).get_table_names():
                raise trouble(store.place, Reason.NOT_A_RECORD)
            return None
        stored: str | None = connection.execute(select(version.c.version_num)).scalars().first()
    if stored in REVISIONS:
        return stored
    if stored is not None and re.fullmatch(r"\d{4}", stored) and stored > REVISION:
        text_ = N_("The database “{place}” was written by a newer RoleCall. Update RoleCall to open it.")
        raise RecordError(Reason.NEWER, Message(text_, {"place": store.place}))
    raise trouble(store.place, Reason.NOT_A_RECORD)


def _create(store: Store, *, create: bool) -> None:
    if not create:
        text_ = N_("There is no record of sessions in “{place}” yet.")
        raise RecordError(Reason.MISSING, Message(text_, {"place": store.place}))
    with store.writing() as connection:
        if not store.is_file:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MAKING})
        if not inspect(connection).has_table(VERSION_TABLE):
            make_tables(connection)


def make_tables(connection: Connection) -> None:
    """Every table, empty, and the mark of this revision."""
    metadata.create_all(connection, checkfirst=False)
    keep_tallies(connection)
    version.create(connection)
    connection.execute(insert(version).values(version_num=REVISION))


def _foreign_keys(store: Store, state: str) -> None:
    """Let tables be rebuilt: SQLite would take a dropped table's rows for deleted ones."""
    if store.is_file:
        with store.outside() as connection:
            connection.exec_driver_sql(f"PRAGMA foreign_keys={state}")
