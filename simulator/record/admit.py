"""Decides about one session of a file, and stores it whole or not at all.

One that is here already may only have gone on: a file that says something else about what is recorded is refused,
and so is a session that was deleted here. A name or a text that was erased here does not come back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from sqlalchemy import Connection, insert, select

from simulator.model.events import Abandoned, Ended, Started, Typed
from simulator.model.message import N_, Message
from simulator.record import anchors, people, texts
from simulator.record.append import OPEN, insert_event, locked_session, move_head, session_row
from simulator.record.chain import GENESIS, link, words_digest
from simulator.record.database import Store
from simulator.record.fields import blob
from simulator.record.filing import file_summary
from simulator.record.jsonl import EventLine, Line, ReviewLine, SummaryLine, TypedLine, WordsLine
from simulator.record.query import read_events
from simulator.record.reviewing import insert_review, insert_words
from simulator.record.summary import summarise
from simulator.record.tables import events, reviews, sessions, tombstones, typed
from simulator.record.values import AnchorKind


class Admitted(Enum):
    """How a session of a file was taken: new, longer than the one here, or here already."""

    ADDED = auto()
    EXTENDED = auto()
    KNOWN = auto()


@dataclass(slots=True)
class Arrival:
    """The lines about one session, and the texts (by hash) and names (by id) that the file gave before them."""

    session: str
    texts: dict[str, str]
    names: dict[str, str]
    events: list[EventLine]
    typed: dict[int, TypedLine] = field(default_factory=dict)
    summary: SummaryLine | None = None
    reviews: dict[str, ReviewLine] = field(default_factory=dict)
    words: dict[str, WordsLine] = field(default_factory=dict)

    def takes(self, line: Line) -> bool:
        """Add a line to the session it belongs to; False where that is another one."""
        match line:
            case EventLine() if line.envelope.session == self.session:
                self.events.append(line)
            case TypedLine() if line.session == self.session:
                self.typed[line.number] = line
            case SummaryLine() if line.session == self.session:
                self.summary = line
            case ReviewLine() if line.envelope.session == self.session:
                self.reviews[line.envelope.id] = line
            case WordsLine() if line.session == self.session:
                self.words[line.review] = line
            case _:
                return False
        return True


def admit(store: Store, arrival: Arrival) -> Admitted | Message:
    """Store what is new in `arrival`; a Message says why nothing of it was. Raises RecordError for the database."""
    started = _beginning(arrival)
    if isinstance(started, Message):
        return started
    with store.writing() as connection:
        wanted = select(tombstones.c.session).where(tombstones.c.session == arrival.session)
        if connection.execute(wanted).first() is not None:
            return _refusal(N_("The session {session} was deleted here and is not taken in again."), arrival)
        row = locked_session(connection, arrival.session)
        if row is None:
            taken = _add(store, connection, arrival, started)
        else:
            taken = _extend(store, connection, arrival, state=row[0])
        if isinstance(taken, Message):
            return taken
        said = _store_reviews(store, connection, arrival, started)
        return Admitted.EXTENDED if said and taken is Admitted.KNOWN else taken


def _beginning(arrival: Arrival) -> Started | Message:
    """The first event of a session whose lines fit together; a Message where they do not."""
    previous = GENESIS
    for number, line in enumerate(arrival.events, start=1):
        if line.envelope.number != number:
            return _refusal(N_("Events are missing from the session {session} in the file."), arrival)
        previous = link(previous, line.body)
        if line.hash != previous.hex():
            return _refusal(N_("The session {session} in the file was changed after it was recorded."), arrival)
    first, *others = (line.envelope.event for line in arrival.events)
    if not isinstance(first, Started) or first.session != arrival.session:
        return _refusal(N_("The session {session} in the file has no beginning."), arrival)
    if any(isinstance(event, Started) for event in others):
        return _refusal(N_("The session {session} in the file begins twice."), arrival)
    if any(isinstance(event, Ended | Abandoned) for event in others[:-1]):
        return _refusal(N_("The session {session} in the file goes on after its end."), arrival)
    if others and isinstance(others[-1], Ended) and arrival.summary is None:
        return _refusal(N_("The summary of the session {session} is missing from the file."), arrival)
    if not all(_belongs(review, arrival.events[-1]) for review in arrival.reviews.values()):
        return _refusal(N_("What the file says of the session {session} after its end was changed."), arrival)
    return first


def _belongs(review: ReviewLine, last: EventLine) -> bool:
    """Whether a review speaks of the session that ended with `last`."""
    return isinstance(last.envelope.event, Ended) and review.hash == link(bytes.fromhex(last.hash), review.body).hex()


def _add(store: Store, connection: Connection, arrival: Arrival, started: Started) -> Admitted | Message:
    needed = (started.scenario_hash, started.rubric_hash)
    if not all(digest in arrival.texts or texts.has(connection, digest) for digest in needed):
        return _refusal(N_("A text that the session {session} was played with is missing from the file."), arrival)
    for digest in needed:
        if digest in arrival.texts:
            texts.put(connection, arrival.texts[digest])
    first = arrival.events[0]
    row = session_row(started, first.envelope.at) | {"head": bytes.fromhex(first.hash)}
    connection.execute(insert(sessions).values(row))
    _store(store, connection, arrival, arrival.events)
    return Admitted.ADDED


def _extend(store: Store, connection: Connection, arrival: Arrival, *, state: str) -> Admitted | Message:
    wanted = select(events.c.body).where(events.c.session == arrival.session).order_by(events.c.number)
    here = [blob(body) for body in connection.execute(wanted).scalars()]
    there = [line.body for line in arrival.events]
    shorter = min(len(here), len(there))
    if here[:shorter] != there[:shorter]:
        return _refusal(N_("The file tells the session {session} otherwise than it is recorded here."), arrival)
    if len(there) <= len(here) or state != OPEN:
        return Admitted.KNOWN
    _store(store, connection, arrival, arrival.events[len(here) :])
    return Admitted.EXTENDED


def _store(store: Store, connection: Connection, arrival: Arrival, new: list[EventLine]) -> None:
    for line in new:
        insert_event(connection, arrival.session, line.envelope.number, line.body, bytes.fromhex(line.hash))
    last = arrival.events[-1]
    digest = bytes.fromhex(last.hash)
    move_head(connection, arrival.session, last.envelope.number, last.envelope.event, last.envelope.at, digest)
    _store_person(store, connection, arrival, new)
    if isinstance(last.envelope.event, Ended) and arrival.summary is not None:
        given = arrival.summary
        recorded = read_events(connection, arrival.session)
        summary = summarise(recorded, title=given.title, role=given.role, criteria=given.criteria)
        file_summary(connection, summary, shared=True)
    anchors.put(store, connection, arrival.session, AnchorKind.IMPORTED, None)


def _store_person(store: Store, connection: Connection, arrival: Arrival, new: list[EventLine]) -> None:
    """Names and words of the new events, unless the person was erased here."""
    first = arrival.events[0].envelope.event
    if not isinstance(first, Started) or people.is_erased(connection, first.trainee):
        return
    _store_name(store, connection, arrival, first.trainee)
    for line in new:
        words, event = arrival.typed.get(line.envelope.number), line.envelope.event
        if words is None or not isinstance(event, Typed) or words_digest(words.salt, words.words) != event.digest:
            continue
        row = {"session": words.session, "number": words.number, "salt": words.salt, "words": words.words}
        connection.execute(insert(typed).values(row))


def _store_reviews(store: Store, connection: Connection, arrival: Arrival, started: Started) -> bool:
    """What is said of the session after its end and was not here yet, words of people who were erased left out."""
    wanted = select(reviews.c.id).where(reviews.c.id.in_(arrival.reviews))
    here = set(connection.execute(wanted).scalars())
    new = [line for own, line in arrival.reviews.items() if own not in here]
    for line in new:
        envelope, words = line.envelope, arrival.words.get(line.envelope.id)
        insert_review(connection, envelope, line.body, bytes.fromhex(line.hash))
        _store_name(store, connection, arrival, envelope.by)
        if words is None or words_digest(words.salt, words.words) != envelope.review.digest:
            continue
        if not any(people.is_erased(connection, person) for person in (started.trainee, envelope.by)):
            insert_words(connection, envelope, words.salt, words.words)
    return bool(new)


def _store_name(store: Store, connection: Connection, arrival: Arrival, person: str) -> None:
    """The name behind an id; one who is known or was erased here stays as they are."""
    if person in arrival.names:
        people.put(connection, person, arrival.names[person], store.now(connection, None))


def _refusal(text: str, arrival: Arrival) -> Message:
    return Message(text, {"session": arrival.session})
