"""Reads what was recorded: one session's events, and lists of sessions by page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, func, or_, select, tuple_

from simulator.model.events import Started
from simulator.model.message import N_, Message
from simulator.model.mode import Mode
from simulator.record.codec import decode, read_time
from simulator.record.database import Store
from simulator.record.errors import Reason, RecordError
from simulator.record.fields import blob
from simulator.record.filters import Reading, conditions, visible_to, without_index
from simulator.record.listing import Wanted
from simulator.record.summary import from_row
from simulator.record.tables import events, sessions, summaries, typed
from simulator.record.values import Recorded, Summary, Unfinished

_PAGE = 200


def missing_session(session: str) -> RecordError:
    """The refusal of an id that names no session here."""
    return RecordError(Reason.MISSING, Message(N_("There is no session {session}."), {"session": session[:80]}))


def read_events(connection: Connection, session: str) -> tuple[Recorded, ...]:
    """The events of a session in order. Raises RecordError where there are none or one cannot be read."""
    return events_by_session(connection, [session])[session]


def events_by_session(connection: Connection, wanted: Sequence[str]) -> Mapping[str, tuple[Recorded, ...]]:
    """The same of several sessions. Raises RecordError for the first of them that has none."""
    c, found = events.c, dict[str, list[Recorded]]()
    rows = select(c.session, c.number, c.body, c.hash).where(c.session.in_(wanted)).order_by(c.session, c.number)
    for session, number, body, digest in connection.execute(rows):
        envelope = decode(blob(body))
        recorded = Recorded(number, envelope.at, envelope.event, blob(digest).hex())
        found.setdefault(session, []).append(recorded)
    for session in wanted:
        if session not in found:
            raise missing_session(session)
    return {session: tuple(own) for session, own in found.items()}


def started(store: Store, session: str) -> Started:
    """How a session began."""
    wanted = select(events.c.body).where(events.c.session == session, events.c.number == 1)
    with store.reading() as connection:
        body = connection.execute(wanted).scalar_one_or_none()
    if body is None:
        raise missing_session(session)
    event = decode(blob(body)).event
    if not isinstance(event, Started):
        raise RecordError(Reason.CORRUPT, Message(N_("The session {session} has no beginning."), {"session": session}))
    return event


def summary(store: Store, session: str) -> Summary | None:
    """The summary of a session, None while it has not ended."""
    with store.reading() as connection:
        found = read_summary(connection, session)
        if found is None and not known(connection, session):
            raise missing_session(session)
    return found


def read_summary(connection: Connection, session: str) -> Summary | None:
    """The summary of a session inside a transaction, None where there is none. Raises RecordError."""
    row = connection.execute(select(summaries).where(summaries.c.session == session)).mappings().first()
    return None if row is None else summary_of(row)


def matching(store: Store, part: str) -> tuple[str, ...]:
    """The ids of the sessions that begin or end with `part`, in the order in which they were begun."""
    c = sessions.c
    fits = or_(c.id.startswith(part, autoescape=True), c.id.endswith(part, autoescape=True))
    with store.reading() as connection:
        return tuple(connection.execute(select(c.id).where(fits).order_by(c.id)).scalars())


def known(connection: Connection, session: str) -> bool:
    """Whether there is such a session."""
    return connection.execute(select(sessions.c.id).where(sessions.c.id == session)).first() is not None


def ended_sessions(store: Store, wanted: Wanted, limit: int | None) -> Iterator[Summary]:
    """The ended sessions that `wanted` lets through, newest first, read page by page."""
    last, left = None, limit
    while left is None or left > 0:
        size = _PAGE if left is None else min(left, _PAGE)
        with store.reading() as connection:
            page = sessions_statement(wanted, size, last, without_index(connection))
            rows = connection.execute(page).mappings().all()
        yield from (summary_of(row) for row in rows)
        if len(rows) < size:
            return
        last = (rows[-1]["started"], rows[-1]["session"])
        left = None if left is None else left - size


def sessions_statement(wanted: Wanted, size: int, last: tuple[str, str] | None, aside: Reading) -> Select[Any]:
    """A page of `ended_sessions` behind the session `last`. `aside` names a column that no index is looked up for.

    SQLite would look up all that everybody may see, for each page anew, and sort it.
    """
    c = summaries.c
    page = select(summaries).where(*conditions(wanted, ()), visible_to(wanted.viewer, aside))
    if last is not None:
        page = page.where(tuple_(c.started, c.session) < last)
    return page.order_by(c.started.desc(), c.session.desc()).limit(size)


def unfinished(store: Store, trainee: str | None, scenario: str | None, limit: int | None) -> tuple[Unfinished, ...]:
    """The sessions that can still go on, newest first."""
    c = sessions.c
    wanted = select(sessions).where(c.state == "open").order_by(c.started.desc(), c.id.desc()).limit(limit)
    if trainee is not None:
        wanted = wanted.where(c.trainee == trainee)
    if scenario is not None:
        wanted = wanted.where(c.scenario == scenario)
    with store.reading() as connection:
        rows = connection.execute(wanted).mappings().all()
    return tuple(_unfinished(row) for row in rows)


def times_played(store: Store, trainee: str, scenario: str) -> Mapping[str, int]:
    """How many sessions a trainee has begun with each variant of a scenario."""
    c = sessions.c
    wanted = select(c.variant, func.count()).where(c.trainee == trainee, c.scenario == scenario).group_by(c.variant)
    with store.reading() as connection:
        return {variant: int(times) for variant, times in connection.execute(wanted)}


def typed_words(store: Store, session: str) -> Mapping[int, str]:
    """What the trainee typed, by the number of the event; what was erased is not in it."""
    wanted = select(typed.c.number, typed.c.words).where(typed.c.session == session).order_by(typed.c.number)
    with store.reading() as connection:
        if not known(connection, session):
            raise missing_session(session)
        return {int(number): words for number, words in connection.execute(wanted)}


def summary_of(row: RowMapping) -> Summary:
    """The summary in a row of `summaries`. Raises RecordError for one that was tampered with."""
    try:
        return from_row(row)
    except (ValueError, TypeError, AttributeError):
        raise unreadable(row["session"]) from None


def _unfinished(row: RowMapping) -> Unfinished:
    try:
        return Unfinished(
            session=row["id"],
            trainee=row["trainee"],
            scenario=row["scenario"],
            variant=row["variant"],
            mode=Mode(row["mode"]),
            started=read_time(row["started"]),
            last=read_time(row["last"]),
            events=int(row["events"]),
        )
    except (ValueError, TypeError):
        raise unreadable(row["id"]) from None


def unreadable(session: str) -> RecordError:
    """The refusal of a row about a session that says what no session can say."""
    text = N_("What is noted about the session {session} cannot be read. Run “rolecall sessions verify”.")
    return RecordError(Reason.CORRUPT, Message(text, {"session": session}))
