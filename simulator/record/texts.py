"""Scenario and rubric texts, each stored once under the SHA-256 of its LF form and checked when read."""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy import Connection, delete, exists, or_, select

from simulator.model.message import N_, Message
from simulator.model.source import lf, text_hash
from simulator.record.database import lock_table, put_new
from simulator.record.errors import Reason, RecordError
from simulator.record.fields import blob
from simulator.record.tables import scorecards, sessions, texts


def put(connection: Connection, text: str) -> str:
    """Store `text` if it is not there yet; its hash."""
    digest = text_hash(text)
    put_new(connection, texts, {"hash": digest, "body": lf(text).encode("utf-8")})
    return digest


def has(connection: Connection, digest: str) -> bool:
    """Whether a text with this hash is stored."""
    return connection.execute(select(texts.c.hash).where(texts.c.hash == digest)).first() is not None


def get(connection: Connection, digest: str) -> str:
    """The text with this hash. Raises RecordError where it is missing or is not what its hash says."""
    body = connection.execute(select(texts.c.body).where(texts.c.hash == digest)).scalar_one_or_none()
    if body is None:
        text_ = N_("The text {hash} of a scenario or rubric is missing from the database.")
        raise RecordError(Reason.MISSING, Message(text_, {"hash": digest[:12]}))
    text, its_hash = _read(blob(body))
    if its_hash != digest:
        text_ = N_("The text {hash} of a scenario or rubric was changed after it was recorded.")
        raise RecordError(Reason.CORRUPT, Message(text_, {"hash": digest[:12]}))
    return text


def drop_unused(connection: Connection) -> None:
    """Remove the texts that no session and no scorecard refers to any more."""
    lock_table(connection, texts)
    used = [
        exists().where(or_(table.c.scenario_hash == texts.c.hash, table.c.rubric_hash == texts.c.hash))
        for table in (sessions, scorecards)
    ]
    connection.execute(delete(texts).where(~or_(*used)))


@lru_cache(maxsize=16)
def _read(body: bytes) -> tuple[str, str]:
    """A text and its hash, which is empty for what is none: many sessions are read that were played with the same."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return "", ""
    return text, text_hash(text)
