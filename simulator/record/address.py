"""Where a record is: a database URL or a file's path, checked before anything is opened."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from simulator.model.message import N_, Message
from simulator.record.errors import Reason, RecordError
from simulator.record.filesystem import is_shared

_POSTGRES = frozenset({"postgresql", "postgres", "postgresql+psycopg"})
_SQLITE = frozenset({"sqlite", "sqlite+pysqlite"})


def default_file() -> Path:
    """The user's own database, in the data folder that the system keeps for programs."""
    from platformdirs import user_data_path

    return user_data_path("rolecall", appauthor=False) / "rolecall.db"


def locate(text: str | None) -> URL:
    """The URL behind a setting: a URL, a path, or None for the user's own file. Raises RecordError."""
    if text is None:
        return _file_url(default_file())
    if "://" not in text:
        return _file_url(Path(text).expanduser())
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise RecordError(Reason.INVALID, Message(N_("The database's address cannot be read."))) from None
    if url.drivername in _POSTGRES:
        return url.set(drivername="postgresql+psycopg")
    if url.drivername in _SQLITE and url.database not in (None, "", ":memory:") and not url.query:
        return _file_url(Path(url.database or ""))
    if url.drivername in _SQLITE:
        raise RecordError(Reason.INVALID, Message(N_("The database's address must name a file: sqlite:///FILE.")))
    text_ = N_("RoleCall keeps its record in SQLite or PostgreSQL, not in “{kind}”.")
    raise RecordError(Reason.INVALID, Message(text_, {"kind": url.drivername}))


def place(url: URL) -> str:
    """`url` for a person to read: a path, or a server without user, password and options."""
    if is_file(url):
        return url.database or ""
    host = url.host or str(url.query.get("host", ""))
    port = f":{url.port}" if url.port else ""
    return f"postgresql://{quote(host, safe='/')}{port}/{url.database or ''}"


def is_file(url: URL) -> bool:
    """Whether the record is a file of this machine and not a server."""
    return url.get_backend_name() == "sqlite"


def check_file(url: URL, *, create: bool) -> None:
    """Refuse a file that cannot hold a record: no folder, a folder itself, a network share, or not there.

    The folder of the user's own file is made. Raises RecordError.
    """
    file = Path(url.database or "")
    if not create and not file.exists():
        text = N_("There is no database “{place}” yet. It is made when the first call is taken.")
        raise RecordError(Reason.MISSING, Message(text, {"place": str(file)}))
    if file == default_file().absolute():
        _make_folder(file.parent)
    if not file.parent.is_dir():
        text = N_("There is no folder “{folder}” for the database. Create it, or choose another with --database.")
        raise RecordError(Reason.MISSING, Message(text, {"folder": str(file.parent)}))
    if file.is_dir():
        text = N_("“{place}” is a folder. Name a file in it for the database, such as rolecall.db.")
        raise RecordError(Reason.INVALID, Message(text, {"place": str(file)}))
    if is_shared(file.parent.resolve()):
        raise network_share(str(file))


def network_share(where: str) -> RecordError:
    """The refusal of a place where two machines would damage each other's writing."""
    text = N_(
        "“{place}” is on a network share, where a database file can be damaged. Choose a folder of this computer with "
        "--database; for a whole training room use a PostgreSQL server."
    )
    return RecordError(Reason.NETWORK_SHARE, Message(text, {"place": where}))


def _file_url(file: Path) -> URL:
    return URL.create("sqlite+pysqlite", database=str(file.absolute()))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        text = N_("The folder “{folder}” cannot be made: {detail}. Choose another with --database.")
        values = {"folder": str(folder), "detail": error.strerror or ""}
        raise RecordError(Reason.READ_ONLY, Message(text, values)) from None
