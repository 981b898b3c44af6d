"""What whoever looks after a database needs: a copy of it while it is used, and in what state it is."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, func, select, text

from simulator.model.message import N_, Message
from simulator.record import address, roles, schema
from simulator.record.database import Store
from simulator.record.errors import Reason, RecordError
from simulator.record.tables import REVISION, people, sessions
from simulator.record.trouble import translated
from simulator.record.verify import whole

_OF_SERVER = (
    "SELECT pg_database_size(current_database()), current_setting('server_version'), SESSION_USER::text, "
    "has_table_privilege('events', 'DELETE')"
)


@dataclass(frozen=True, slots=True)
class Disk:
    """Bytes of a file's database, and bytes that are left beside it."""

    size: int
    free: int


@dataclass(frozen=True, slots=True)
class Server:
    """What there is to say of a server: bytes, its version, who asks, and the rules."""

    size: int
    version: str
    login: str
    everything: bool
    """Whether this login sees all rows, so that the figures are those of the whole database."""
    unguarded: tuple[str, ...] | None
    """The tables that no rule guards; None where there are no rules at all."""


@dataclass(frozen=True, slots=True)
class State:
    """In what state a database is: on a disk of this machine, or on a server."""

    place: str
    revision: str
    current: bool
    """Whether it has the form that this version writes."""
    sessions: int
    people: int
    problems: tuple[Message, ...]
    """What the database itself says is damaged."""
    disk: Disk | None
    server: Server | None


def state_of(store: Store) -> State:
    """Look at a database of this version's form, or an older one. Raises RecordError."""
    revision = schema.stored_revision(store)
    if revision is None:
        text_ = N_("There is no record of sessions in “{place}” yet.")
        raise RecordError(Reason.MISSING, Message(text_, {"place": store.place}))
    with store.reading() as connection:
        recorded, known = (
            connection.execute(select(func.count()).select_from(t)).scalar_one() for t in (sessions, people)
        )
    return State(
        place=store.place,
        revision=revision,
        current=revision == REVISION,
        sessions=recorded,
        people=known,
        problems=tuple(whole(store)),
        disk=_disk_of(store),
        server=_server_of(store),
    )


def _disk_of(store: Store) -> Disk | None:
    if not store.is_file:
        return None
    file = Path(store.place)
    return Disk(file.stat().st_size, shutil.disk_usage(file.parent).free)


def _server_of(store: Store) -> Server | None:
    if store.is_file:
        return None
    with store.reading() as connection:
        size, version, login, everything = connection.execute(text(_OF_SERVER)).one()
    return Server(size, version, login, bool(everything), roles.unguarded(store))


def backup(store: Store, target: Path) -> None:
    """Copy the file of a record to `target`, whole, while others go on writing. Raises RecordError.

    What was at `target` is replaced when the copy is complete.
    """
    if not target.parent.is_dir():
        text_ = N_("There is no folder “{folder}” for the copy.")
        raise RecordError(Reason.MISSING, Message(text_, {"folder": str(target.parent)}))
    if target.exists() and target.samefile(store.place):
        text_ = N_("“{place}” is the database itself. Name another file for the copy.")
        raise RecordError(Reason.INVALID, Message(text_, {"place": store.place}))
    draft = target.with_name(f".{target.name[:40]}-{os.getpid()}")
    try:
        with translated(str(target)):
            _copy(Path(store.place), draft)
        os.replace(draft, target)
    finally:
        draft.unlink(missing_ok=True)


def dump_command(url: str | None) -> str | None:
    """The line that copies a server's database, without a password in it; None where the record is a file."""
    located = address.locate(url)
    if address.is_file(located):
        return None
    query = {name: value for name, value in located.query.items() if name != "password"}
    shown = URL.create(
        "postgresql", located.username, None, located.host, located.port, located.database, query
    ).render_as_string()
    return f'pg_dump --enable-row-security --format=custom --file=rolecall.dump "{shown}"'


def _copy(source: Path, draft: Path) -> None:
    handle = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    os.close(handle)
    with closing(sqlite3.connect(source, timeout=10)) as here, closing(sqlite3.connect(draft)) as there:
        here.backup(there)  # in one go: it sees one state of the file, and holds nobody up who writes meanwhile
        there.execute("PRAGMA journal_mode=DELETE").close()
