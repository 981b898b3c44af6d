"""What a database reports, turned into a sentence that says what to do. Alone knows the drivers' error codes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, InterfaceError, NoSuchModuleError, OperationalError, SQLAlchemyError

from simulator.model.message import N_, Message
from simulator.record.errors import Reason, RecordError

_WORDS = {
    Reason.LOCKED: N_(
        "The database “{place}” is being used by another program and did not become free. Close the other program, "
        "then try again."
    ),
    Reason.FULL: N_("There is no room left for the database “{place}”. Free some room on the disk, then try again."),
    Reason.DISK: N_(
        "The disk did not read or write the database “{place}” ({detail}). See whether it is full or failing, then try "
        "again."
    ),
    Reason.READ_ONLY: N_(
        "The database “{place}” cannot be written. Ask for the right to write the file and its folder, or choose "
        "another with --database."
    ),
    Reason.CORRUPT: N_(
        "The database “{place}” is damaged. Put back a copy of it, or import the sessions that were exported into a "
        "new one."
    ),
    Reason.NOT_A_RECORD: N_("“{place}” is not a database of RoleCall. Choose another file with --database."),
    Reason.REFUSED: N_("Your login may not do this in the database “{place}”: {detail}"),
    Reason.UNREACHABLE: N_("The database “{place}” does not answer: {detail}"),
    Reason.FAILED: N_("The database “{place}” reports: {detail}"),
}

_SQLITE = {
    sqlite3.SQLITE_BUSY: Reason.LOCKED,
    sqlite3.SQLITE_LOCKED: Reason.LOCKED,
    sqlite3.SQLITE_PROTOCOL: Reason.LOCKED,
    sqlite3.SQLITE_FULL: Reason.FULL,
    sqlite3.SQLITE_IOERR: Reason.DISK,
    sqlite3.SQLITE_READONLY: Reason.READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: Reason.READ_ONLY,
    sqlite3.SQLITE_PERM: Reason.READ_ONLY,
    sqlite3.SQLITE_AUTH: Reason.READ_ONLY,
    sqlite3.SQLITE_CORRUPT: Reason.CORRUPT,
    sqlite3.SQLITE_NOTADB: Reason.NOT_A_RECORD,
}
_POSTGRES = {
    "23505": Reason.LOCKED,
    "55P03": Reason.LOCKED,
    "57014": Reason.LOCKED,
    "40P01": Reason.LOCKED,
    "53100": Reason.FULL,
    "25006": Reason.READ_ONLY,
    "42501": Reason.REFUSED,
    "XX001": Reason.CORRUPT,
    "XX002": Reason.CORRUPT,
    "42P01": Reason.NOT_A_RECORD,
    "42P07": Reason.NOT_A_RECORD,
    "42703": Reason.NOT_A_RECORD,
}
_UNREACHABLE = frozenset({"08", "28", "3D", "57"})
"""Classes of states: connection, authorisation, no such database, server going down."""
_DETAIL_LENGTH = 200


def trouble(place: str, reason: Reason, detail: str = "") -> RecordError:
    """The error for `reason` at `place`, with what the database itself said as `detail`."""
    return RecordError(reason, Message(_WORDS[reason], {"place": place, "detail": detail}))


@contextmanager
def translated(place: str) -> Iterator[None]:
    """Turn every error of the database inside into a RecordError."""
    try:
        yield
    except DBAPIError as error:
        lost = error.connection_invalidated or isinstance(error, InterfaceError | OperationalError)
        raise _of_driver(place, error.orig, lost=lost) from error
    except sqlite3.Error as error:
        raise _of_driver(place, error, lost=False) from error
    except (ImportError, NoSuchModuleError) as error:
        raise no_driver() from error
    except SQLAlchemyError as error:
        raise trouble(place, Reason.FAILED, _short(error)) from error


def no_driver() -> RecordError:
    """The refusal of a server's URL where its driver is not installed."""
    text = N_('A PostgreSQL database needs one more package: pip install "rolecall[postgres]"')
    return RecordError(Reason.UNREACHABLE, Message(text))


def _of_driver(place: str, error: BaseException | None, *, lost: bool) -> RecordError:
    detail = _short(error)
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", None)
        return trouble(place, _SQLITE.get(code & 0xFF, Reason.FAILED) if code else Reason.FAILED, detail)
    state = getattr(error, "sqlstate", None)
    if state in _POSTGRES:
        return trouble(place, _POSTGRES[state], detail)
    if lost or (state and state[:2] in _UNREACHABLE):
        return trouble(place, Reason.UNREACHABLE, detail)
    return trouble(place, Reason.FAILED, detail)


def _short(error: BaseException | None) -> str:
    """The first line of what an error says, without control characters."""
    lines = str(error).strip().splitlines() or [""]
    return "".join(c for c in lines[0] if c.isprintable())[:_DETAIL_LENGTH]
