"""Writes and reads calibrations: which calls are marked, and each reviewer's marks, hidden until one's own are there.

A calibration's hash is that of its bytes behind the last events of its sessions, and a reviewer's is that of the marks
behind the calibration's: each says of which calls, as they ended, it speaks. Nothing is ever overwritten.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from sqlalchemy import Connection, func, insert, select
from sqlalchemy.exc import IntegrityError

from simulator.model.calibration import MOST_CALLS, Calibration, Marking, fault_of
from simulator.model.events import Ended
from simulator.model.message import N_, Message
from simulator.record.calibration_codec import decode_calibration, decode_marking, encode_calibration, encode_marking
from simulator.record.calibration_files import export_calibration, import_calibrations
from simulator.record.chain import link
from simulator.record.database import Store
from simulator.record.errors import Reason, RecordError
from simulator.record.fields import blob, tidy_name
from simulator.record.ids import new_session_id
from simulator.record.query import missing_session
from simulator.record.sharing import visible
from simulator.record.tables import calibrations, markings, sessions
from simulator.record.values import CalibrationReport


class Calibrations:
    """The calibrations of one record."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def new(
        self,
        name: str,
        chosen: Iterable[str],
        criteria: Iterable[str],
        by: str,
        *,
        at: datetime | None = None,
        new_id: str | None = None,
    ) -> Calibration:
        """Make a calibration of ended calls that everybody may see; its name must be new. Raises RecordError."""
        shown, wanted = tidy_name(name), tuple(dict.fromkeys(chosen))
        if shown is None:
            raise _invalid(Message(N_("This cannot be the name of a calibration.")))
        if not 1 <= len(wanted) <= MOST_CALLS:
            raise _invalid(Message(N_("A calibration has from 1 to {most} calls."), {"most": MOST_CALLS}))
        with self._store.writing() as connection:
            if _by_name(connection, shown) is not None:
                raise _named_already(shown)
            heads = [_open_to_all(connection, session) for session in wanted]
            made = Calibration(
                new_id or new_session_id(), shown, self._store.now(connection, at), by, wanted, tuple(criteria)
            )
            body = encode_calibration(made)
            row = {"id": made.id, "key": shown.casefold(), "body": body, "hash": link(b"".join(heads), body)}
            try:
                connection.execute(insert(calibrations).values(row))
            except IntegrityError:
                raise _named_already(shown) from None
        return decode_calibration(body)

    def list(self) -> tuple[Calibration, ...]:
        """Every calibration, the newest first."""
        with self._store.reading() as connection:
            bodies = connection.execute(select(calibrations.c.body)).scalars()
            found = [decode_calibration(blob(body)) for body in bodies]
        return tuple(sorted(found, key=lambda one: (one.at, one.id), reverse=True))

    def find(self, name: str) -> Calibration:
        """The calibration of that name, whatever its capitals. Raises RecordError where there is none."""
        shown = tidy_name(name)
        with self._store.reading() as connection:
            found = None if shown is None else _by_name(connection, shown)
        if found is None:
            raise RecordError(Reason.MISSING, Message(N_("There is no calibration “{name}”."), {"name": name[:80]}))
        return found

    def to_mark(self, calibration: Calibration, by: str) -> tuple[str, ...]:
        """The calls that a reviewer has still to mark. Raises RecordError for one who played a call of it."""
        with self._store.reading() as connection:
            return _to_mark(connection, calibration, by)

    def mark(
        self,
        calibration: Calibration,
        session: str,
        by: str,
        marks: Mapping[str, int | None],
        *,
        at: datetime | None = None,
    ) -> None:
        """Keep a reviewer's marks of one call for good. Raises RecordError."""
        if (fault := fault_of(marks, calibration.criteria)) is not None:
            raise _invalid(fault)
        with self._store.writing() as connection:
            if session not in _to_mark(connection, calibration, by):
                raise _not_to_mark(session)
            ordered = {criterion: marks[criterion] for criterion in calibration.criteria}
            body = encode_marking(Marking(calibration.id, session, self._store.now(connection, at), by, ordered))
            digest = connection.execute(select(calibrations.c.hash).where(calibrations.c.id == calibration.id))
            row = {"calibration": calibration.id, "session": session, "by": by, "body": body}
            try:
                connection.execute(insert(markings).values(row | {"hash": link(blob(digest.scalar_one()), body)}))
            except IntegrityError:
                raise _not_to_mark(session) from None

    def progress(self, calibration: Calibration) -> Mapping[str, int]:
        """How many calls each reviewer has marked: all that anybody may know of marks before their own are there."""
        c = markings.c
        wanted = select(c.by, func.count()).where(c.calibration == calibration.id).group_by(c.by).order_by(c.by)
        with self._store.reading() as connection:
            return {by: int(calls) for by, calls in connection.execute(wanted)}

    def markings(self, calibration: Calibration, viewer: str) -> tuple[Marking, ...]:
        """Everybody's marks, for a reviewer who has marked every call. Raises RecordError for anybody else."""
        c = markings.c
        wanted = select(c.body).where(c.calibration == calibration.id)
        with self._store.reading() as connection:
            left = _to_mark(connection, calibration, viewer)
            if left:
                text = N_(
                    "The marks stay hidden until you have marked every call of “{name}” yourself; "
                    "{left} of {calls} are left. “rolecall calibrate mark” goes on with them."
                )
                values = {"name": calibration.name, "left": len(left), "calls": len(calibration.sessions)}
                raise _refused(Message(text, values))
            found = [decode_marking(blob(body)) for body in connection.execute(wanted).scalars()]
        return tuple(sorted(found, key=lambda one: (one.at, one.by, one.session)))

    def export(self, calibration: Calibration, viewer: str, *, people: bool = True) -> Iterator[bytes]:
        """The lines of a file with a calibration, its calls, and the marks that the viewer may see."""
        with self._store.reading() as connection:
            try:
                everybody = not _to_mark(connection, calibration, viewer)
            except RecordError:
                everybody = False
        by = self.progress(calibration) if everybody else (viewer,)
        return export_calibration(self._store, calibration, by, names=people)

    def import_(self, lines: Iterable[bytes]) -> CalibrationReport:
        """Take in the calibrations of a file, with their calls and marks."""
        return import_calibrations(self._store, lines)


def _by_name(connection: Connection, name: str) -> Calibration | None:
    wanted = select(calibrations.c.body).where(calibrations.c.key == name.casefold()).order_by(calibrations.c.id)
    body = connection.execute(wanted).scalars().first()
    return None if body is None else decode_calibration(blob(body))


def _open_to_all(connection: Connection, session: str) -> bytes:
    """The head of an ended session that nobody keeps to themselves. Raises RecordError."""
    c = sessions.c
    row = connection.execute(select(c.state, c.head).where(c.id == session)).first()
    if row is None:
        raise missing_session(session)
    if row.state != Ended.kind:
        text = N_("The session {session} has not ended; only a whole call is marked.")
        raise _refused(Message(text, {"session": session}))
    shared = select(c.id).where(c.id == session, visible(c.id, c.trainee, c.mode, ""))
    if connection.execute(shared).first() is None:
        text = N_("The session {session} is practice that was not shared; it is not put before reviewers.")
        raise _refused(Message(text, {"session": session}))
    return blob(row.head)


def _to_mark(connection: Connection, calibration: Calibration, by: str) -> tuple[str, ...]:
    """The calls that are there and that the reviewer has not marked. Raises RecordError where one is their own."""
    c = sessions.c
    trainees = select(c.id, c.trainee).where(c.id.in_(calibration.sessions))
    there = {session: trainee for session, trainee in connection.execute(trainees)}
    own = [session for session in calibration.sessions if there.get(session) == by]
    if own:
        text = N_("The session {session} is a call of yours: whoever took a call knows its score and cannot mark it.")
        raise _refused(Message(text, {"session": own[0]}))
    marked = select(markings.c.session).where(markings.c.calibration == calibration.id, markings.c.by == by)
    done = set(connection.execute(marked).scalars())
    return tuple(session for session in calibration.sessions if session in there and session not in done)


def _named_already(name: str) -> RecordError:
    return _refused(Message(N_("There is a calibration “{name}” already."), {"name": name}))


def _not_to_mark(session: str) -> RecordError:
    text = N_("The call {session} is not there to be marked, or you have marked it already.")
    return _refused(Message(text, {"session": session}))


def _refused(message: Message) -> RecordError:
    return RecordError(Reason.REFUSED, message)


def _invalid(message: Message) -> RecordError:
    return RecordError(Reason.INVALID, message)
