"""Deletes sessions. Of each a tombstone stays: its id and the hash of its last event, so that it is known to be gone.

A trainee may delete practice that nobody else was given; exams and what was shared, exported, imported or signed stay
until whoever looks after the record purges them.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import Connection, delete, func, insert, select

from simulator.model.message import N_, Message
from simulator.model.mode import Mode
from simulator.record import anchors, texts
from simulator.record.codec import time_text
from simulator.record.database import Store
from simulator.record.errors import Reason, RecordError
from simulator.record.fields import blob
from simulator.record.query import missing_session
from simulator.record.tables import anchors as anchors_table
from simulator.record.tables import (
    events,
    markings,
    review_words,
    reviews,
    scorecards,
    sessions,
    summaries,
    tombstones,
    typed,
)

PARTS: Final = (typed, review_words, reviews, markings, scorecards, summaries, anchors_table, events)
"""The tables with what belongs to a session, in the order in which it can go."""


def delete_session(store: Store, session: str, trainee: str | None, at: datetime | None) -> None:
    """Delete a practice session; with `trainee`, only if it is theirs. Raises RecordError."""
    with store.writing() as connection:
        found = connection.execute(select(sessions.c.trainee, sessions.c.mode).where(sessions.c.id == session)).first()
        if found is None:
            raise missing_session(session)
        refusal = _refusal(connection, session, own=trainee in (None, found.trainee), mode=found.mode)
        if refusal is not None:
            raise RecordError(Reason.REFUSED, Message(refusal, {"session": session}))
        if _may_delete(connection):
            _remove(store, connection, session, at)
            texts.drop_unused(connection)
        else:
            _let_remove(connection, session)
    store.forget()


def purge(store: Store, older_than: datetime, everything: bool, at: datetime | None) -> tuple[str, ...]:
    """Delete the sessions whose last event is older; `everything` takes exams and shared ones as well. Their ids."""
    wanted = select(sessions.c.id, sessions.c.mode).where(sessions.c.last < time_text(older_than))
    gone = []
    with store.writing() as connection:
        free = _may_delete(connection)
        for session, mode in connection.execute(wanted.order_by(sessions.c.started, sessions.c.id)).all():
            if everything or _refusal(connection, session, own=True, mode=mode) is None:
                _remove(store, connection, session, at) if free else _let_remove(connection, session)
                gone.append(session)
        if free:
            texts.drop_unused(connection)
    store.forget()
    return tuple(gone)


def _refusal(connection: Connection, session: str, *, own: bool, mode: str) -> str | None:
    """Why a session must stay, None where it may go."""
    if not own:
        return N_("The session {session} is someone else's.")
    if mode == Mode.EXAM:
        return N_("The session {session} is an exam; exams are not deleted.")
    if anchors.is_shared(connection, session):
        return N_("The session {session} was shared, exported or signed off; it can no longer be deleted here.")
    return None


def _may_delete(connection: Connection) -> bool:
    """Whether this login may delete rows; a trainee's on a server may not, so that no single event can go."""
    if connection.dialect.name == "sqlite":
        return True
    return bool(connection.execute(select(func.has_table_privilege(events.name, "DELETE"))).scalar())


def _let_remove(connection: Connection, session: str) -> None:
    """Have the server delete a whole session, as the function does that `roles` made there for trainees."""
    connection.execute(select(func.rolecall_delete_session(session)))


def _remove(store: Store, connection: Connection, session: str, at: datetime | None) -> None:
    head = connection.execute(select(sessions.c.head).where(sessions.c.id == session)).scalar_one()
    for table in PARTS:
        connection.execute(delete(table).where(table.c.session == session))
    connection.execute(delete(sessions).where(sessions.c.id == session))
    moment = time_text(store.now(connection, at))
    connection.execute(insert(tombstones).values(session=session, hash=blob(head), at=moment))
