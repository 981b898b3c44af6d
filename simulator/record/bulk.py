"""What is asked of many sessions at once: the codes of their heads, their events, and what was said of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import select

from simulator.record.chain import short_code
from simulator.record.database import Store
from simulator.record.fields import blob
from simulator.record.query import events_by_session
from simulator.record.reviewing import reviews_by_session
from simulator.record.tables import sessions
from simulator.record.values import Recorded, Reviewed

_AT_ONCE = 200
"""For how many sessions the database is asked in one question."""


def codes(store: Store, wanted: Sequence[str]) -> Mapping[str, str]:
    """The short code of each session's head as it stands; without those that are not there."""
    found = {}
    for part in parts(wanted):
        heads = select(sessions.c.id, sessions.c.head).where(sessions.c.id.in_(part))
        with store.reading() as connection:
            found.update({session: short_code(blob(head)) for session, head in connection.execute(heads)})
    return found


def reviews_of(store: Store, wanted: Sequence[str]) -> Mapping[str, tuple[Reviewed, ...]]:
    """What was said of each session, oldest first; without those of which nothing was. Raises RecordError."""
    found: dict[str, tuple[Reviewed, ...]] = {}
    for part in parts(wanted):
        with store.reading() as connection:
            found |= reviews_by_session(connection, part)
    return found


def events_of(store: Store, wanted: Sequence[str]) -> Iterator[tuple[str, tuple[Recorded, ...]]]:
    """Each session with its events, in the order asked for. Raises RecordError for the first that has none."""
    for part in parts(wanted):
        with store.reading() as connection:
            found = events_by_session(connection, part)
        yield from ((session, found[session]) for session in part)


def parts(wanted: Sequence[str]) -> Iterator[Sequence[str]]:
    """Pieces of a list, each for one question."""
    for start in range(0, len(wanted), _AT_ONCE):
        yield wanted[start : start + _AT_ONCE]
