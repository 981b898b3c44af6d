"""Whose a login of a PostgreSQL server is. A name in somebody's settings says nothing there: the login does.

The link stands in a table of its own, written by whoever looks after the database. A name may be shared by two people,
is a setting that anybody can change, and can be erased; a login was proven by its password, and is one person's.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, text

from simulator.model.message import N_, Message
from simulator.record.codec import time_text
from simulator.record.database import Store
from simulator.record.errors import Reason, RecordError
from simulator.record.tables import logins


def own_person(connection: Connection) -> str | None:
    """The id of the person whose login this connection has; None in a file, and for a login that is nobody's."""
    if connection.dialect.name == "sqlite":
        return None
    wanted = select(logins.c.person).where(logins.c.login == func.session_user())
    found: str | None = connection.execute(wanted).scalar()
    return found


def refuse_stranger(connection: Connection) -> None:
    """Raises RecordError where this connection's login may record nothing before it is somebody's."""
    if connection.dialect.name == "sqlite":
        return
    login, may_add = connection.execute(text("SELECT SESSION_USER, has_table_privilege('people', 'INSERT')")).one()
    if not may_add:
        words = N_(
            "The database does not know whose the login “{login}” is. Whoever looks after it must run "
            "“rolecall people login NAME {login}” once."
        )
        raise RecordError(Reason.REFUSED, Message(words, {"login": login}))


def put(store: Store, connection: Connection, login: str, person: str, at: datetime | None) -> None:
    """Note that `login` is this person's, and nobody else's any more. Raises RecordError."""
    if store.is_file:
        words = N_("The database “{place}” is a file and has no logins. They are for a PostgreSQL server.")
        raise RecordError(Reason.REFUSED, Message(words, {"place": store.place}))
    known = text("SELECT 1 FROM pg_roles WHERE rolname = :login AND rolcanlogin")
    if connection.execute(known, {"login": login}).first() is None:
        words = N_("The server has no login “{login}”. Make it first; “rolecall database roles --help” shows how.")
        raise RecordError(Reason.MISSING, Message(words, {"login": login[:63]}))
    connection.execute(delete(logins).where(logins.c.login == login))
    now = time_text(store.now(connection, at))
    connection.execute(insert(logins).values(login=login, person=person, since=now))


def drop(connection: Connection, person: str) -> None:
    """Forget the logins of somebody who is erased."""
    connection.execute(delete(logins).where(logins.c.person == person))


def of_everybody(store: Store) -> dict[str, str]:
    """The person behind each login that is linked."""
    with store.reading() as connection:
        return {login: person for login, person in connection.execute(select(logins.c.login, logins.c.person))}
