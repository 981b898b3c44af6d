"""Finds what was changed behind the record's back: chains, anchors, texts, words, summaries, scores.

A chain by itself shows any change that did not compute it anew; against a head that was written down elsewhere
(an anchor, a code on paper, an exported file) such a change shows too. It proves no more than that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from simulator.model.events import Ended, Started
from simulator.model.message import N_, Message
from simulator.record import checks, texts
from simulator.record.calibration_checks import calibrations_of
from simulator.record.chain import same_code
from simulator.record.checks import Link
from simulator.record.codec import time_text
from simulator.record.database import Store
from simulator.record.errors import RecordError
from simulator.record.fields import blob
from simulator.record.query import missing_session, read_summary
from simulator.record.rescore import against_published, against_replay, against_signed
from simulator.record.review_checks import review_hashes, reviews_of
from simulator.record.review_codec import decode_review
from simulator.record.reviewing import read_reviews
from simulator.record.scorecard_checks import added, readable
from simulator.record.tables import anchors, events, reviews, scorecards, sessions, summaries, tombstones
from simulator.record.tallying import tallies_of
from simulator.record.values import Checked, Replay, Rescore, Scored, Summary, Verdict


@dataclass(frozen=True, slots=True)
class Against:
    """What sessions are held against: today's engine, a way to play them again, heads written down elsewhere."""

    engine: str
    rescore: Rescore | None
    codes: Mapping[str, str]


def verify(store: Store, session: str | None, against: Against) -> Iterator[Checked]:
    """Check one session, or the database and all that is in it. Raises RecordError where it cannot be read at all."""
    if session is not None:
        yield _check(store, session, against)
        return
    yield as_a_whole(store)
    for found in sorted({*against.codes, *every(store, None)}):
        yield _check(store, found, against)


def as_a_whole(store: Store) -> Checked:
    """What the database says of itself, under an empty id."""
    return _checked("", whole(store))


def every(store: Store, since: datetime | None) -> tuple[str, ...]:
    """All ids that anything in the database speaks of; of deleted ones those that something is left of.

    In order of their calls, so that what a call is worth is looked at once for all of its sessions. With `since`
    without those to which nothing was added from then on: no event, no review, no scorecard.
    """
    found: set[str] = set()
    with store.reading() as connection:
        for column in (sessions.c.id, events.c.session, summaries.c.session, anchors.c.session):
            found.update(connection.execute(select(column).distinct()).scalars())
        if since is not None:
            older = select(sessions.c.id).where(sessions.c.last < time_text(since))
            unchanged = {*connection.execute(older).scalars()}.difference(_spoken_of_since(connection, since))
            found.difference_update(unchanged)
        ordered = select(sessions.c.id).order_by(sessions.c.scenario_hash, sessions.c.rubric_hash, sessions.c.id)
        known = [session for session in connection.execute(ordered).scalars() if session in found]
    return (*known, *sorted(found.difference(known)))


def _spoken_of_since(connection: Connection, since: datetime) -> Iterator[str]:
    """The sessions that something was said of, or that were scored anew, from then on; or where nobody can tell."""
    yield from connection.execute(select(scorecards.c.session).where(scorecards.c.at >= time_text(since))).scalars()
    for session, body in connection.execute(select(reviews.c.session, reviews.c.body)):
        try:
            if decode_review(blob(body)).at >= since:
                yield session
        except RecordError:
            yield session


def whole(store: Store) -> Iterator[Message]:
    """What SQLite says of its own file, and what belongs to no single session."""
    with store.reading() as connection:
        yield from calibrations_of(connection)
        yield from tallies_of(connection)
    if not store.is_file:
        return
    with store.reading() as connection:
        for report in connection.exec_driver_sql("PRAGMA quick_check(10)").scalars():
            if report != "ok":
                yield Message(N_("The database is damaged: {detail}"), {"detail": str(report).splitlines()[-1]})


def _check(store: Store, session: str, against: Against) -> Checked:
    with store.reading() as connection:
        buried = connection.execute(select(tombstones.c.hash).where(tombstones.c.session == session)).scalar()
        links, problems = checks.stored_links(connection, session)
        if buried is not None:
            return _checked(session, _deleted(session, blob(buried), links, against))
        if not links and not problems and not _spoken_of(connection, session):
            raise missing_session(session)
        problems += tuple(_found(connection, session, links, against))
        later = () if problems else added(connection, session, against.engine)
        replay, stored = (None, None) if problems else _to_replay(connection, links, later)
    if replay is None or stored is None or against.rescore is None:
        return _checked(session, problems)
    first = replay.events[0].event
    if isinstance(first, Started) and first.engine != against.engine:
        return Checked(session, Verdict.OTHER_RULES)
    again = against.rescore(replay)
    if isinstance(again, Message):
        return _checked(session, (again,))
    problems = against_replay(stored, again) + against_signed(replay.reviews, again)
    return _checked(session, problems + against_published(later, again.published))


def _found(connection: Connection, session: str, links: Sequence[Link], against: Against) -> Iterator[Message]:
    if not links:
        yield Message(N_("The events of the session are missing."))
        return
    yield from checks.order(links)
    yield from checks.row(connection, session, links)
    yield from checks.heads(connection, session, links)
    yield from checks.played_with(connection, links)
    yield from checks.words(connection, session, links)
    yield from checks.summary(connection, session, links)
    yield from reviews_of(connection, session, links)
    yield from readable(connection, session)
    yield from checks.table(connection, session, links)
    known = (*(found.hash for found in links), *review_hashes(connection, session))
    if session in against.codes and not any(same_code(against.codes[session], digest) for digest in known):
        yield _other_code(against.codes[session])


def _deleted(session: str, head: bytes, links: Sequence[Link], against: Against) -> Iterator[Message]:
    if links:
        yield Message(N_("The session was deleted, but events of it are there."))
    if session in against.codes and not same_code(against.codes[session], head):
        yield _other_code(against.codes[session])


def _other_code(code: str) -> Message:
    return Message(N_("The code {code} that was written down belongs to no event of the session."), {"code": code[:64]})


def _spoken_of(connection: Connection, session: str) -> bool:
    places = (sessions.c.id, summaries.c.session, anchors.c.session)
    return any(connection.execute(select(place).where(place == session)).first() is not None for place in places)


def _to_replay(
    connection: Connection, links: Sequence[Link], later: Sequence[Scored]
) -> tuple[Replay | None, Summary | None]:
    """What is needed to play an ended session again, nothing for others."""
    first, last = links[0].envelope, links[-1].envelope
    if not isinstance(first.event, Started) or not isinstance(last.event, Ended):
        return None, None
    replay = Replay(
        checks.recorded(links),
        texts.get(connection, first.event.scenario_hash),
        texts.get(connection, first.event.rubric_hash),
        reviews=read_reviews(connection, first.session),
        published=tuple(
            (texts.get(connection, one.scenario_hash), texts.get(connection, one.rubric_hash)) for one in later
        ),
    )
    return replay, read_summary(connection, first.session)


def _checked(session: str, problems: Iterator[Message] | Sequence[Message]) -> Checked:
    found = tuple(problems)
    return Checked(session, Verdict.WRONG if found else Verdict.RIGHT, found)
