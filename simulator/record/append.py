"""Writes events: numbered without gaps, chained, refused behind the end. Whole or not at all, durable on return."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import IntegrityError

from simulator.model.events import Abandoned, Ended, Event, Started, Typed
from simulator.model.message import N_, Message
from simulator.model.source import text_hash
from simulator.record import anchors, texts
from simulator.record.chain import GENESIS, link, words_digest
from simulator.record.codec import encode, time_text
from simulator.record.database import Store
from simulator.record.envelope import Envelope
from simulator.record.errors import Reason, RecordError
from simulator.record.fields import MAX_LONG_TEXT, blob, count
from simulator.record.filing import file_summary
from simulator.record.query import missing_session, read_events
from simulator.record.summary import summarise
from simulator.record.tables import events, sessions, typed
from simulator.record.values import Summary

OPEN = "open"
SALT_BYTES = 16


def start(store: Store, started: Started, scenario_text: str, rubric_text: str, at: datetime | None) -> int:
    """Begin a session. Raises RecordError, and ValueError where a text is not the one that `started` names."""
    if (text_hash(scenario_text), text_hash(rubric_text)) != (started.scenario_hash, started.rubric_hash):
        raise ValueError("the texts are not those that the event names")
    with store.writing() as connection:
        texts.put(connection, scenario_text)
        texts.put(connection, rubric_text)
        moment = store.now(connection, at)
        body = encode(Envelope(started.session, 1, moment, started))
        row = session_row(started, moment) | {"head": link(GENESIS, body)}
        try:
            connection.execute(insert(sessions).values(row))
        except IntegrityError:
            text = N_("There is a session {session} already.")
            raise RecordError(Reason.REFUSED, Message(text, {"session": started.session})) from None
        insert_event(connection, started.session, 1, body, link(GENESIS, body))
    return 1


def add(store: Store, session: str, event: Event, after: int | None, at: datetime | None) -> int:
    """Append one event that neither begins nor closes a session; its number."""
    if isinstance(event, Started | Typed | Ended | Abandoned):
        raise ValueError(f"{event.kind} has a way of its own into the record")
    with store.writing() as connection:
        return _push(store, connection, session, event, after, at)


def add_typed(
    store: Store, session: str, decision: int, words: str, after: int | None, at: datetime | None, salt: bytes | None
) -> int:
    """Append what the trainee would have said: its salted hash to the chain, the words to a table of their own."""
    plain = clean_words(words)
    salt = os.urandom(SALT_BYTES) if salt is None else salt
    event = Typed(decision, words_digest(salt, plain))
    with store.writing() as connection:
        number = _push(store, connection, session, event, after, at)
        connection.execute(insert(typed).values(session=session, number=number, salt=salt, words=plain))
    return number


def end(
    store: Store,
    session: str,
    ended: Ended,
    title: str,
    role: str,
    criteria: Mapping[str, float | None],
    after: int | None,
    at: datetime | None,
) -> Summary:
    """Close a session with its result: the event and the row that lists read, in one transaction."""
    with store.writing() as connection:
        _push(store, connection, session, ended, after, at)
        summary = summarise(read_events(connection, session), title=title, role=role, criteria=criteria)
        file_summary(connection, summary, shared=anchors.is_shared(connection, session))
    return summary


def abandon(store: Store, session: str, decision: int, after: int | None, at: datetime | None) -> int:
    """Close a session that will not go on."""
    with store.writing() as connection:
        return _push(store, connection, session, Abandoned(decision), after, at)


def insert_event(connection: Connection, session: str, number: int, body: bytes, digest: bytes) -> None:
    """Store one event as it is."""
    connection.execute(insert(events).values(session=session, number=number, body=body, hash=digest))


def state_after(event: Event) -> str:
    """The state of a session whose last event is `event`: open, ended or abandoned."""
    return event.kind if isinstance(event, Ended | Abandoned) else OPEN


def session_row(started: Started, at: datetime) -> dict[str, object]:
    """The row of a session that has only begun; its head is for the caller to add."""
    moment = time_text(at)
    return {
        "id": started.session,
        "trainee": started.trainee,
        "scenario": started.scenario,
        "scenario_hash": started.scenario_hash,
        "rubric_hash": started.rubric_hash,
        "variant": started.variant,
        "mode": str(started.mode),
        "started": moment,
        "last": moment,
        "state": OPEN,
        "events": 1,
    }


def locked_session(connection: Connection, session: str) -> tuple[str, int, bytes] | None:
    """State, number of events and head of a session, which nobody else can move until the transaction is over."""
    wanted = select(sessions.c.state, sessions.c.events, sessions.c.head).where(sessions.c.id == session)
    row = connection.execute(wanted.with_for_update()).first()
    return None if row is None else (row.state, count(row.events), blob(row.head))


def move_head(connection: Connection, session: str, number: int, event: Event, at: datetime, digest: bytes) -> None:
    """Note in the session's row that `event` is now its last."""
    values = {"last": time_text(at), "state": state_after(event), "events": number, "head": digest}
    connection.execute(update(sessions).where(sessions.c.id == session).values(values))


def clean_words(words: str) -> str:
    """`words` as they can be stored: what a terminal garbled is replaced. Raises RecordError for too many."""
    if len(words) > MAX_LONG_TEXT:
        text = N_("This is too long: {length} characters, and at most {most} can be recorded.")
        raise RecordError(Reason.INVALID, Message(text, {"length": len(words), "most": MAX_LONG_TEXT}))
    return "".join("\ufffd" if c == "\0" or "\ud800" <= c <= "\udfff" else c for c in words)


def _push(
    store: Store, connection: Connection, session: str, event: Event, after: int | None, at: datetime | None
) -> int:
    row = locked_session(connection, session)
    if row is None:
        raise missing_session(session)
    state, known, head = row
    if state != OPEN:
        text = N_("The session {session} is closed; nothing can be added to it.")
        raise RecordError(Reason.CLOSED, Message(text, {"session": session}))
    if after is not None and after != known:
        text = N_("The session {session} has gone on in another window. Close this one, then open the call again.")
        raise RecordError(Reason.OVERTAKEN, Message(text, {"session": session}))
    number = known + 1
    moment = store.now(connection, at)
    body = encode(Envelope(session, number, moment, event))
    digest = link(head, body)
    insert_event(connection, session, number, body, digest)
    move_head(connection, session, number, event, moment, digest)
    return number
