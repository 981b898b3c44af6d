"""Writes sessions as lines of JSON to pass around. Each is read in one transaction, which also anchors its head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from itertools import chain

from sqlalchemy import Connection, or_, select

from simulator.model.events import Started
from simulator.record import anchors, jsonl, texts
from simulator.record.codec import decode
from simulator.record.database import Store
from simulator.record.fields import blob
from simulator.record.jsonl import (
    CalibrationLine,
    EventLine,
    Line,
    LoginLine,
    MarkingLine,
    PersonLine,
    ReviewLine,
    ScorecardLine,
    SummaryLine,
    TextLine,
    TypedLine,
    WordsLine,
)
from simulator.record.query import missing_session, read_summary
from simulator.record.review_codec import decode_review
from simulator.record.scorecards import scored
from simulator.record.tables import (
    calibrations,
    events,
    logins,
    markings,
    people,
    review_words,
    reviews,
    scorecards,
    sessions,
    typed,
)
from simulator.record.values import AnchorKind


def export(store: Store, chosen: Iterable[str] | None, *, with_people: bool) -> Iterator[bytes]:
    """The lines of a file with the sessions `chosen` (all of them for None), in order of their beginning.

    `with_people` adds names and typed words. Raises RecordError before the first line for an id that is not there.
    """
    return _lines(store, _ordered(store, chosen), with_people=with_people, anchored=True)


def export_person(store: Store, person: str) -> Iterator[bytes]:
    """The lines of a file with everything about one person; their sessions do not count as shared for it."""
    with store.reading() as connection:
        wanted = select(sessions.c.id).where(sessions.c.trainee == person).order_by(sessions.c.started, sessions.c.id)
        own = connection.execute(wanted).scalars().all()
        named = person_line(connection, person)
        beside = [*_logins(connection, person), *_scorecards(connection, person), *_marked(connection, person)]
    return chain(
        _lines(store, own, first=named, with_people=True, anchored=False), (jsonl.write(line) for line in beside)
    )


def _lines(
    store: Store, chosen: Iterable[str], *, with_people: bool, anchored: bool, first: PersonLine | None = None
) -> Iterator[bytes]:
    yield jsonl.header()
    given: set[str] = set()
    if first is not None:
        given.add(first.id)
        yield jsonl.write(first)
    for session in chosen:
        for line in _session(store, session, with_people=with_people, anchored=anchored):
            match line:
                case TextLine(key, _) | PersonLine(key, _):
                    if key in given:
                        continue
                    given.add(key)
            yield jsonl.write(line)


def _ordered(store: Store, chosen: Iterable[str] | None) -> list[str]:
    wanted = select(sessions.c.id).order_by(sessions.c.started, sessions.c.id)
    with store.reading() as connection:
        every = connection.execute(wanted).scalars().all()
    if chosen is None:
        return list(every)
    asked = set(chosen)
    for unknown in sorted(asked.difference(every)):
        raise missing_session(unknown)
    return [session for session in every if session in asked]


def _session(store: Store, session: str, *, with_people: bool, anchored: bool) -> list[Line]:
    transaction: AbstractContextManager[Connection] = store.writing() if anchored else store.reading()
    with transaction as connection:
        if anchored:
            anchors.put(store, connection, session, AnchorKind.EXPORTED, None)
        happened = _events(connection, session)
        said = _reviews(connection, session)
        lines = _head(connection, happened[0], said, with_people=with_people)
        lines.extend(happened)
        if with_people:
            lines.extend(_typed(connection, session))
        summary = read_summary(connection, session)
        if summary is not None:
            lines.append(SummaryLine(session, summary.title, summary.role, summary.criteria))
        lines.extend(said)
        if with_people:
            lines.extend(_words(connection, session))
    return lines


def _head(connection: Connection, first: EventLine, said: list[ReviewLine], *, with_people: bool) -> list[Line]:
    """What must stand in a file before a session that begins with `first` and of which `said` is said."""
    started = first.envelope.event
    if not isinstance(started, Started):
        raise missing_session(first.envelope.session)
    hashes = (started.scenario_hash, started.rubric_hash)
    lines: list[Line] = [TextLine(digest, texts.get(connection, digest)) for digest in hashes]
    who = dict.fromkeys([started.trainee, *(line.envelope.by for line in said)]) if with_people else ()
    named = [line for line in (person_line(connection, person) for person in who) if line is not None]
    return [*named, *lines]


def _events(connection: Connection, session: str) -> list[EventLine]:
    wanted = select(events.c.body, events.c.hash).where(events.c.session == session).order_by(events.c.number)
    found = [(blob(body), blob(digest).hex()) for body, digest in connection.execute(wanted)]
    if not found:
        raise missing_session(session)
    return [EventLine(digest, body, decode(body)) for body, digest in found]


def person_line(connection: Connection, person: str) -> PersonLine | None:
    """A person's name as a line; None where there is none."""
    name = connection.execute(select(people.c.name).where(people.c.id == person)).scalar()
    return PersonLine(person, name) if name else None


def _reviews(connection: Connection, session: str) -> list[ReviewLine]:
    wanted = select(reviews.c.body, reviews.c.hash).where(reviews.c.session == session).order_by(reviews.c.id)
    found = [(blob(body), blob(digest).hex()) for body, digest in connection.execute(wanted)]
    return [ReviewLine(digest, body, decode_review(body)) for body, digest in found]


def _logins(connection: Connection, person: str) -> list[Line]:
    wanted = select(logins.c.login).where(logins.c.person == person).order_by(logins.c.login)
    return [LoginLine(login, person) for login in connection.execute(wanted).scalars()]


def _scorecards(connection: Connection, person: str) -> list[Line]:
    """What a person's sessions are worth by corrected rubrics and calls."""
    c = scorecards.c
    joined = scorecards.join(sessions, sessions.c.id == c.session)
    wanted = select(scorecards).select_from(joined).where(sessions.c.trainee == person)
    ordered = wanted.order_by(c.session, c.at, c.rubric_hash, c.scenario_hash, c.engine)
    return [ScorecardLine(scored(row)) for row in connection.execute(ordered).mappings()]


def _marked(connection: Connection, person: str) -> list[Line]:
    """The marks that a person gave, and those that others gave their calls, each calibration before its marks."""
    about = or_(markings.c.by == person, sessions.c.trainee == person)
    joined = markings.join(sessions, sessions.c.id == markings.c.session)
    columns = (markings.c.calibration, markings.c.body, markings.c.hash)
    wanted = select(*columns).select_from(joined).where(about)
    wanted = wanted.order_by(markings.c.calibration, markings.c.session, markings.c.by)
    lines, last = list[Line](), None
    for calibration, body, digest in connection.execute(wanted).all():
        if calibration != last:
            found = select(calibrations.c.hash, calibrations.c.body).where(calibrations.c.id == calibration)
            lines += [CalibrationLine(blob(row.hash).hex(), blob(row.body)) for row in connection.execute(found)]
            last = calibration
        lines.append(MarkingLine(blob(digest).hex(), blob(body)))
    return lines


def _words(connection: Connection, session: str) -> list[WordsLine]:
    wanted = select(review_words).where(review_words.c.session == session).order_by(review_words.c.review)
    return [
        WordsLine(session, row["review"], blob(row["salt"]), str(row["words"]))
        for row in connection.execute(wanted).mappings()
    ]


def _typed(connection: Connection, session: str) -> list[TypedLine]:
    wanted = select(typed).where(typed.c.session == session).order_by(typed.c.number)
    return [
        TypedLine(session, row["number"], blob(row["salt"]), str(row["words"]))
        for row in connection.execute(wanted).mappings()
    ]
