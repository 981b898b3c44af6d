"""`Record`: all that the rest of the program may ask of the log, each call handed to the module that knows it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Self

from simulator.model.events import Ended, Event, Started
from simulator.model.mode import Mode
from simulator.model.reviews import Marking, Question, Response
from simulator.record import (
    address,
    anchors,
    append,
    bulk,
    query,
    removal,
    reviewing,
    schema,
    scorecards,
    sharing,
    tallied,
    texts,
)
from simulator.record.calibrating import Calibrations
from simulator.record.database import BUSY_SECONDS, Store
from simulator.record.export import export
from simulator.record.importing import import_lines
from simulator.record.listing import EVERY, NEWEST, Order, Wanted
from simulator.record.paging import Pages
from simulator.record.people import People
from simulator.record.values import (
    Anchor,
    AnchorKind,
    Checked,
    ImportReport,
    NewScore,
    Recorded,
    Rescore,
    Reviewed,
    Scored,
    Summary,
    Tallies,
    Unfinished,
)
from simulator.record.verify import Against, as_a_whole, every, verify

if TYPE_CHECKING:
    from simulator.record.keeping import State

_NO_CODES: Mapping[str, str] = MappingProxyType({})


class Record:
    """An open record. `simulator.record` says what each call does; every one may raise RecordError."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.people = People(store)
        self.calibrations = Calibrations(store)

    @classmethod
    def open(cls, url: str | None, *, create: bool = True, busy_seconds: float = BUSY_SECONDS) -> Self:
        """Open the record at `url`; see `simulator.record.open_record`."""
        return cls(_open_store(url, create=create, busy_seconds=busy_seconds))

    @property
    def place(self) -> str:
        """Where the record is, for a person to read."""
        return self._store.place

    def start(self, started: Started, scenario_text: str, rubric_text: str, *, at: datetime | None = None) -> int:
        """Begin a session."""
        return append.start(self._store, started, scenario_text, rubric_text, at)

    def append(self, session: str, event: Event, *, after: int | None = None, at: datetime | None = None) -> int:
        """Record what happened; durable on return. The event's number."""
        return append.add(self._store, session, event, after, at)

    def append_typed(
        self,
        session: str,
        decision: int,
        text: str,
        *,
        after: int | None = None,
        at: datetime | None = None,
        salt: bytes | None = None,
    ) -> int:
        """Record what the trainee would have said. The event's number."""
        return append.add_typed(self._store, session, decision, text, after, at, salt)

    def end(
        self,
        session: str,
        ended: Ended,
        *,
        title: str,
        role: str,
        criteria: Mapping[str, float | None],
        after: int | None = None,
        at: datetime | None = None,
    ) -> Summary:
        """Close a session with its result."""
        return append.end(self._store, session, ended, title, role, criteria, after, at)

    def abandon(self, session: str, decision: int, *, after: int | None = None, at: datetime | None = None) -> int:
        """Close a session that will not go on. The event's number."""
        return append.abandon(self._store, session, decision, after, at)

    def anchor(self, session: str, kind: AnchorKind, *, at: datetime | None = None) -> str:
        """Write a session's head down; its short code."""
        return anchors.anchor(self._store, session, kind, at)

    def code(self, session: str) -> str:
        """The short code of a session's head."""
        return anchors.code(self._store, session)

    def anchors(self, session: str) -> tuple[Anchor, ...]:
        """The heads that were written down."""
        with self._store.reading() as connection:
            return anchors.of_session(connection, session)

    def events(self, session: str) -> tuple[Recorded, ...]:
        """All that happened, in order."""
        with self._store.reading() as connection:
            return query.read_events(connection, session)

    def started(self, session: str) -> Started:
        """How a session began."""
        return query.started(self._store, session)

    def summary(self, session: str) -> Summary | None:
        """The result of a session, None while there is none."""
        return query.summary(self._store, session)

    def text(self, digest: str) -> str:
        """The scenario's or rubric's text with this hash."""
        with self._store.reading() as connection:
            return texts.get(connection, digest)

    def typed(self, session: str) -> Mapping[int, str]:
        """What was typed, by the number of the event."""
        return query.typed_words(self._store, session)

    def reflect(
        self,
        session: str,
        question: Question,
        text: str,
        *,
        at: datetime | None = None,
        salt: bytes | None = None,
        new_id: str | None = None,
    ) -> str:
        """Keep the trainee's own word on an ended session. The review's id."""
        return reviewing.reflect(self._store, session, question, text, at=at, salt=salt, new_id=new_id)

    def review(
        self,
        session: str,
        said: Marking | Response,
        words: str,
        *,
        by: str,
        at: datetime | None = None,
        salt: bytes | None = None,
        new_id: str | None = None,
    ) -> str:
        """Keep what a trainer, or the trainee, says of an ended session. The review's id."""
        return reviewing.review(self._store, session, said, words, by=by, at=at, salt=salt, new_id=new_id)

    def reviews(self, session: str) -> tuple[Reviewed, ...]:
        """What was said of a session after its end."""
        return reviewing.of_session(self._store, session)

    def reviewed(self, trainee: str) -> frozenset[str]:
        """The sessions of a trainee that somebody else has said something of."""
        return reviewing.reviewed_of(self._store, trainee)

    def unfinished(self, trainee: str, scenario: str) -> Unfinished | None:
        """The newest session that the trainee can resume."""
        found = query.unfinished(self._store, trainee, scenario, limit=1)
        return found[0] if found else None

    def matching(self, part: str) -> tuple[str, ...]:
        """The ids of the sessions that begin or end with `part`."""
        return query.matching(self._store, part)

    def all_unfinished(self, *, trainee: str | None = None) -> tuple[Unfinished, ...]:
        """Every session that can go on, newest first."""
        return query.unfinished(self._store, trainee, None, limit=None)

    def sessions(
        self,
        *,
        trainee: str | None = None,
        scenario: str | None = None,
        role: str | None = None,
        language: str | None = None,
        mode: Mode | None = None,
        passed: bool | None = None,
        critical: bool | None = None,
        counts: bool | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        viewer: str | None = None,
        limit: int | None = None,
    ) -> Iterator[Summary]:
        """The ended sessions, newest first; `critical` is whether a critical error was made, `viewer` who looks."""
        wanted = Wanted(
            trainee=trainee,
            scenario=scenario,
            role=role,
            language=language,
            mode=mode,
            passed=passed,
            critical=critical,
            counts=counts,
            since=since,
            until=until,
            viewer=viewer,
        )
        return query.ended_sessions(self._store, wanted, limit)

    def pages(self, wanted: Wanted = EVERY, order: Order = NEWEST) -> Pages:
        """The ended sessions that `wanted` lets through, in pages of a table."""
        return Pages(self._store, wanted, order)

    def tallies(
        self, *, trainees: Collection[str] | None = None, scenario: str | None = None, viewer: str | None = None
    ) -> Tallies:
        """What the sessions that count come to, by trainee and by call."""
        return tallied.read_tallies(self._store, trainees, scenario, viewer)

    def times_played(self, trainee: str, scenario: str) -> Mapping[str, int]:
        """How often each variant was begun."""
        return query.times_played(self._store, trainee, scenario)

    def verify(
        self,
        session: str | None = None,
        *,
        engine: str = "",
        rescore: Rescore | None = None,
        codes: Mapping[str, str] = _NO_CODES,
    ) -> Iterator[Checked]:
        """Look for what was changed afterwards."""
        return verify(self._store, session, Against(engine, rescore, codes))

    def rubric_hashes(self) -> tuple[str, ...]:
        """The rubrics that ended sessions were scored with."""
        return scorecards.rubric_hashes(self._store)

    def ended_with(self, *, scenario: str | None = None, rubrics: Collection[str] | None = None) -> tuple[str, ...]:
        """The ended sessions of a call, or scored with one of those rubrics."""
        return scorecards.ended_with(self._store, scenario, rubrics)

    def publish(self, new: Iterable[NewScore], engine: str, *, at: datetime | None = None) -> None:
        """Add scorecards by other texts, all of them or none; the same one is added once."""
        scorecards.put(self._store, new, engine, at)

    def scorecards(self, session: str) -> tuple[Scored, ...]:
        """The scorecards that were added."""
        return scorecards.of_session(self._store, session)

    def verify_whole(self) -> Checked:
        """Look at the database as a whole, not at its sessions."""
        return as_a_whole(self._store)

    def verifiable(self, *, since: datetime | None = None) -> tuple[str, ...]:
        """The ids that `verify` goes through; with `since` those that something was added to."""
        return every(self._store, since)

    def export(self, sessions: Iterable[str] | None = None, *, people: bool = True) -> Iterator[bytes]:
        """The lines of a file with these sessions, or with all."""
        return export(self._store, sessions, with_people=people)

    def import_(self, lines: Iterable[bytes]) -> ImportReport:
        """Take in the sessions of a file."""
        return import_lines(self._store, lines)

    def codes(self, sessions: Sequence[str]) -> Mapping[str, str]:
        """The short codes of many sessions' heads."""
        return bulk.codes(self._store, sessions)

    def events_of(self, sessions: Sequence[str]) -> Iterator[tuple[str, tuple[Recorded, ...]]]:
        """Many sessions, each with all that happened, in order."""
        return bulk.events_of(self._store, sessions)

    def reviews_of(self, sessions: Sequence[str]) -> Mapping[str, tuple[Reviewed, ...]]:
        """What was said of many sessions after their end."""
        return bulk.reviews_of(self._store, sessions)

    def share(self, session: str, *, trainee: str | None = None, at: datetime | None = None) -> str:
        """Let trainers see a practice session. The short code of its head."""
        return sharing.share(self._store, session, trainee, at)

    def shared(self, trainee: str) -> frozenset[str]:
        """The sessions of a trainee that others were given."""
        return sharing.shared_of(self._store, trainee)

    def seen_by(self, viewer: str) -> tuple[str, ...]:
        """The sessions that somebody may see."""
        return sharing.seen_by(self._store, viewer)

    def delete(self, session: str, *, trainee: str | None = None, at: datetime | None = None) -> None:
        """Delete a practice session that nobody else was given."""
        removal.delete_session(self._store, session, trainee, at)

    def purge(self, older_than: datetime, *, everything: bool = False, at: datetime | None = None) -> tuple[str, ...]:
        """Delete the sessions that are older. Their ids."""
        return removal.purge(self._store, older_than, everything, at)

    def close(self) -> None:
        """Let the database go."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def upgrade(url: str | None) -> bool:
    """Bring the database at `url` to this version's form. False where it has it already. Raises RecordError."""
    store = _checked_store(url, create=False, busy_seconds=BUSY_SECONDS)
    try:
        return schema.upgrade_if_older(store)
    finally:
        store.close()


def apply_roles(url: str | None, trainee: str, trainer: str) -> None:
    """Make the roles of the server at `url` and their rules. Raises RecordError."""
    from simulator.record import roles

    store = _open_store(url, create=False, busy_seconds=BUSY_SECONDS)
    try:
        roles.apply(store, trainee, trainer)
    finally:
        store.close()


def state_of(url: str | None) -> State:
    """In what state the database at `url` is. Raises RecordError."""
    from simulator.record import keeping

    store = _checked_store(url, create=False, busy_seconds=BUSY_SECONDS)
    try:
        return keeping.state_of(store)
    finally:
        store.close()


def backup(url: str | None, target: Path) -> None:
    """Copy the file at `url` to `target`. Raises RecordError, and OSError for the target."""
    from simulator.record import keeping

    store = _open_store(url, create=False, busy_seconds=BUSY_SECONDS)
    try:
        keeping.backup(store, target)
    finally:
        store.close()


def _open_store(url: str | None, *, create: bool, busy_seconds: float) -> Store:
    store = _checked_store(url, create=create, busy_seconds=busy_seconds)
    try:
        schema.prepare(store, create=create)
    except BaseException:
        store.close()
        raise
    return store


def _checked_store(url: str | None, *, create: bool, busy_seconds: float) -> Store:
    located = address.locate(url)
    if address.is_file(located):
        address.check_file(located, create=create)
    return Store(located, busy_seconds=busy_seconds)
