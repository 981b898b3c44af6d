"""The single checks of `verify`: each looks at one session inside a transaction and names what does not hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from simulator.model.events import Abandoned, Ended, Started, Typed
from simulator.model.message import N_, Message
from simulator.record import anchors, texts
from simulator.record.append import session_row, state_after
from simulator.record.chain import GENESIS, link, words_digest
from simulator.record.codec import decode, time_text
from simulator.record.envelope import Envelope
from simulator.record.errors import RecordError
from simulator.record.fields import blob
from simulator.record.filing import is_filed
from simulator.record.labels import occasion, part
from simulator.record.query import read_summary
from simulator.record.rescore import against_events
from simulator.record.tables import events, sessions, summaries, typed
from simulator.record.values import Recorded


class Link(NamedTuple):
    """An event as it is stored: the bytes of its envelope, and its hash as it comes out when computed again."""

    envelope: Envelope
    body: bytes
    hash: bytes


def stored_links(connection: Connection, session: str) -> tuple[tuple[Link, ...], tuple[Message, ...]]:
    """The events of a session up to the first that cannot be read, and what is wrong with the chain."""
    wanted = select(events.c.number, events.c.body, events.c.hash).where(events.c.session == session)
    rows = connection.execute(wanted.order_by(events.c.number))
    return linked(session, ((number, blob(body), blob(digest)) for number, body, digest in rows))


def linked(session: str, rows: Iterable[tuple[int, bytes, bytes]]) -> tuple[tuple[Link, ...], tuple[Message, ...]]:
    """The same from the rows themselves: number, body and hash of each event."""
    links: list[Link] = []
    previous = GENESIS
    for place, (number, body, digest) in enumerate(rows, start=1):
        if number != place:
            return tuple(links), (_about(N_("Event {number} is missing."), place),)
        try:
            envelope = decode(body)
        except RecordError:
            return tuple(links), (_about(N_("Event {number} cannot be read."), place),)
        if envelope.session != session or envelope.number != place:
            return tuple(links), (_about(N_("Event {number} belongs somewhere else."), place),)
        previous = link(previous, body)
        if previous != digest:
            return tuple(links), (_about(N_("Event {number} was changed after it was recorded."), place),)
        links.append(Link(envelope, body, previous))
    return tuple(links), ()


def order(links: Sequence[Link]) -> Iterator[Message]:
    """One beginning, and nothing behind the end."""
    kinds = [type(found.envelope.event) for found in links]
    if not kinds or kinds[0] is not Started or Started in kinds[1:]:
        yield Message(N_("The session does not begin once, with its first event."))
    if any(kind in (Ended, Abandoned) for kind in kinds[:-1]):
        yield Message(N_("The session goes on after its end."))


def row(connection: Connection, session: str, links: Sequence[Link]) -> Iterator[Message]:
    """The session's own row, which says how long its chain is and where it ends."""
    stored = connection.execute(select(sessions).where(sessions.c.id == session)).mappings().first()
    if stored is None:
        yield Message(N_("The session is missing from the list of sessions."))
        return
    if (stored["events"], stored["head"]) != (len(links), links[-1].hash):
        values = {"found": len(links), "noted": stored["events"]}
        yield Message(N_("{found} events are there, and {noted} with another end were noted."), values)
    first, last = links[0].envelope.event, links[-1].envelope
    if not isinstance(first, Started):
        return
    expected = {
        **session_row(first, links[0].envelope.at),
        "state": state_after(last.event),
        "last": time_text(last.at),
        "events": stored["events"],
        "head": stored["head"],
    }
    for name, value in expected.items():
        if stored[name] != value:
            yield Message(N_("“{what}” in the list of sessions is not what the events say."), {"what": part(name)})


def heads(connection: Connection, session: str, links: Sequence[Link]) -> Iterator[Message]:
    """Every head that was written down is still the hash of the event that it was written down for."""
    try:
        written = anchors.of_session(connection, session)
    except (ValueError, TypeError):
        yield Message(N_("An anchor of the session cannot be read."))
        return
    for anchor in written:
        if anchor.number > len(links):
            text = N_("The session had {number} events {occasion}; it has {found} now.")
            yield Message(text, {"number": anchor.number, "occasion": occasion(anchor.kind), "found": len(links)})
        elif anchor.number < 1 or links[anchor.number - 1].hash.hex() != anchor.hash:
            text = N_("The first {number} events are not those that were there {occasion}.")
            yield Message(text, {"number": anchor.number, "occasion": occasion(anchor.kind)})


def played_with(connection: Connection, links: Sequence[Link]) -> Iterator[Message]:
    """The scenario's and the rubric's texts are there, and are what their hashes say."""
    first = links[0].envelope.event if links else None
    if not isinstance(first, Started):
        return
    for digest in (first.scenario_hash, first.rubric_hash):
        try:
            texts.get(connection, digest)
        except RecordError as error:
            yield error.message


def words(connection: Connection, session: str, links: Sequence[Link]) -> Iterator[Message]:
    """What was typed is what the chain's digest says, where it was not erased."""
    digests = {found.envelope.number: found.envelope.event for found in links}
    stored = connection.execute(select(typed).where(typed.c.session == session)).mappings()
    for found in stored:
        event = digests.get(found["number"])
        if not isinstance(event, Typed) or words_digest(blob(found["salt"]), str(found["words"])) != event.digest:
            yield _about(N_("What was typed at event {number} was changed afterwards."), found["number"])


def summary(connection: Connection, session: str, links: Sequence[Link]) -> Iterator[Message]:
    """The summary is there when the session ended, and says what its events say."""
    ended = isinstance(links[-1].envelope.event, Ended) if links else False
    try:
        stored = read_summary(connection, session)
    except RecordError as error:
        yield error.message
        return
    if ended and stored is None:
        yield Message(N_("The summary of the ended session is missing."))
    elif not ended and stored is not None:
        yield Message(N_("There is a summary, but the session has not ended."))
    elif stored is not None and isinstance(links[0].envelope.event, Started):
        yield from against_events(stored, recorded(links))
        counts = connection.execute(select(summaries.c.counts).where(summaries.c.session == session)).scalar()
        if bool(counts) != stored.counts:
            yield Message(N_("The summary counts for statistics where it must not, or the other way round."))


def table(connection: Connection, session: str, links: Sequence[Link]) -> Iterator[Message]:
    """What the trainer's table shows of the session is what its events and reviews say."""
    last = links[-1].envelope.event
    try:
        stored = read_summary(connection, session)
        shared = anchors.is_shared(connection, session)
        right = stored is None or not isinstance(last, Ended) or is_filed(connection, stored, last, shared=shared)
    except RecordError:
        return  # what cannot be read is named elsewhere
    if not right:
        yield Message(N_("The table of sessions shows something else than the session's events and reviews say."))


def recorded(links: Sequence[Link]) -> tuple[Recorded, ...]:
    """The links as the rest of the program reads events."""
    return tuple([Recorded(number, at, event, digest.hex()) for (_, number, at, event), _body, digest in links])


def _about(text: str, number: int) -> Message:
    return Message(text, {"number": number})
