"""Head hashes written down where a chain that is computed anew cannot reach them: on a screen, in a file."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, Select, select

from simulator.record.chain import short_code
from simulator.record.codec import read_time, time_text
from simulator.record.database import Store, put_new
from simulator.record.fields import blob, count
from simulator.record.filing import open_session
from simulator.record.query import missing_session
from simulator.record.tables import anchors, sessions
from simulator.record.values import Anchor, AnchorKind

SHARED = [*map(str, (AnchorKind.SHARED, AnchorKind.EXPORTED, AnchorKind.IMPORTED, AnchorKind.SIGNED))]
"""What makes a session more than its trainee's own business."""


def code(store: Store, session: str) -> str:
    """The short code of a session's head as it stands."""
    with store.reading() as connection:
        return short_code(_head(connection, session)[1])


def anchor(store: Store, session: str, kind: AnchorKind, at: datetime | None) -> str:
    """Write a session's head down; the short code to show for it."""
    with store.writing() as connection:
        return put(store, connection, session, kind, at)


def put(store: Store, connection: Connection, session: str, kind: AnchorKind, at: datetime | None) -> str:
    """Write a session's head down inside a transaction; once is enough for the same head and kind."""
    number, head = _head(connection, session)
    key = {"session": session, "number": number, "hash": head, "kind": str(kind)}
    if put_new(connection, anchors, {**key, "at": time_text(store.now(connection, at))}) and kind in SHARED:
        open_session(connection, session)
    return short_code(head)


def of_session(connection: Connection, session: str) -> tuple[Anchor, ...]:
    """What was written down about a session, oldest first. Raises ValueError for a row that was tampered with."""
    wanted = _ordered(select(anchors).where(anchors.c.session == session))
    return tuple(
        Anchor(row["session"], row["number"], blob(row["hash"]).hex(), AnchorKind(row["kind"]), read_time(row["at"]))
        for row in connection.execute(wanted).mappings()
    )


def is_shared(connection: Connection, session: str) -> bool:
    """Whether a session was shared, exported, imported or signed."""
    wanted = select(anchors.c.session).where(anchors.c.session == session, anchors.c.kind.in_(SHARED))
    return connection.execute(wanted).first() is not None


def _ordered(wanted: Select[tuple[object, ...]]) -> Select[tuple[object, ...]]:
    return wanted.order_by(anchors.c.at, anchors.c.number, anchors.c.kind)


def _head(connection: Connection, session: str) -> tuple[int, bytes]:
    row = connection.execute(select(sessions.c.events, sessions.c.head).where(sessions.c.id == session)).first()
    if row is None:
        raise missing_session(session)
    return count(row[0]), blob(row[1])
