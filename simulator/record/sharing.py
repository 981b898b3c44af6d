"""Who may see a session. Practice is its trainee's own until it is shared, exported, imported or signed; exams are not.

To share is to write the head down under its own kind of anchor: what is shared is proven as it was then, and it can no
longer be deleted by its trainee.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, exists, or_, select

from simulator.model.events import Ended
from simulator.model.message import N_, Message
from simulator.model.mode import Mode
from simulator.record import anchors
from simulator.record.database import Store
from simulator.record.errors import Reason, RecordError
from simulator.record.query import missing_session
from simulator.record.tables import anchors as anchors_table
from simulator.record.tables import sessions
from simulator.record.values import AnchorKind


def share(store: Store, session: str, trainee: str | None, at: datetime | None) -> str:
    """Let trainers see an ended practice session; the short code of its head. Raises RecordError."""
    wanted = select(sessions.c.trainee, sessions.c.mode, sessions.c.state).where(sessions.c.id == session)
    with store.writing() as connection:
        found = connection.execute(wanted).first()
        if found is None:
            raise missing_session(session)
        refusal = None
        if trainee not in (None, found.trainee):
            refusal = N_("The session {session} is someone else's.")
        elif found.mode == Mode.EXAM:
            refusal = N_("The session {session} is an exam; trainers see exams without your sharing them.")
        elif found.state != Ended.kind:
            refusal = N_("The session {session} has not ended; only a call that was played to its end is shared.")
        if refusal is not None:
            raise RecordError(Reason.REFUSED, Message(refusal, {"session": session}))
        return anchors.put(store, connection, session, AnchorKind.SHARED, at)


def shared_of(store: Store, trainee: str) -> frozenset[str]:
    """The sessions of a trainee that others were given: shared, exported, imported or signed."""
    wanted = select(anchors_table.c.session).join(sessions, sessions.c.id == anchors_table.c.session)
    wanted = wanted.where(sessions.c.trainee == trainee, anchors_table.c.kind.in_(anchors.SHARED)).distinct()
    with store.reading() as connection:
        return frozenset(connection.execute(wanted).scalars())


def seen_by(store: Store, viewer: str) -> tuple[str, ...]:
    """The sessions that `viewer` may see, ended or not, in the order in which they were begun."""
    c = sessions.c
    wanted = select(c.id).where(visible(c.id, c.trainee, c.mode, viewer)).order_by(c.started, c.id)
    with store.reading() as connection:
        return tuple(connection.execute(wanted).scalars())


def visible(
    session: ColumnElement[str], trainee: ColumnElement[str], mode: ColumnElement[str], viewer: str
) -> ColumnElement[bool]:
    """The condition that `viewer` may see the session in those columns: their own, an exam, or one that was shared."""
    given = exists().where(anchors_table.c.session == session, anchors_table.c.kind.in_(anchors.SHARED))
    return or_(trainee == viewer, mode == str(Mode.EXAM), given)
