"""Calibrations in files: their calls as sessions of a file, then who set them up and the marks, and back again.

A file carries the marks that whoever writes it may see: their own, and everybody's once they have marked every call.
Where it is read, marks stay hidden from whoever has not marked every call, as they were where it was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, insert, select

from simulator.model.calibration import MOST_CALLS, Calibration, fault_of
from simulator.model.message import N_, Message
from simulator.record import jsonl, people
from simulator.record.calibration_checks import head_of
from simulator.record.calibration_codec import decode_calibration, decode_marking
from simulator.record.chain import link
from simulator.record.database import Store
from simulator.record.export import export, person_line
from simulator.record.fields import blob, tidy_name
from simulator.record.importing import import_lines
from simulator.record.jsonl import CalibrationLine, Line, MarkingLine, PersonLine
from simulator.record.sharing import visible
from simulator.record.tables import calibrations, markings, sessions
from simulator.record.values import CalibrationReport


def export_calibration(store: Store, calibration: Calibration, by: Iterable[str], *, names: bool) -> Iterator[bytes]:
    """The lines of a file with a calibration, the calls of it that are there, and the marks of those reviewers."""
    c = sessions.c
    with store.reading() as connection:
        there = connection.execute(select(c.id).where(c.id.in_(calibration.sessions))).scalars().all()
        beside = tuple(_lines(connection, calibration, frozenset(by), names=names))
    yield from export(store, there, with_people=names)
    yield from map(jsonl.write, beside)


def import_calibrations(store: Store, lines: Iterable[bytes]) -> CalibrationReport:
    """Take in the calibrations of a file, with their calls and marks; what is here already stays as it is.

    Raises RecordError for a file that is none, or when the database fails.
    """
    beside: list[Line] = []
    sessions_of_it = import_lines(store, lines, beside)
    names = {line.id: line.name for line in beside if isinstance(line, PersonLine)}
    added, marked, refused = list[str](), 0, list[Message]()
    for line in beside:
        with store.writing() as connection:
            match line:
                case CalibrationLine():
                    found = _admit(connection, line)
                    added += [decode_calibration(line.body).name] if found is True else []
                case MarkingLine():
                    found = _admit_marking(connection, line)
                    marked += found is True
                case _:
                    continue
            if isinstance(found, Message):
                refused.append(found)
            else:
                _name(store, connection, line, names)
    return CalibrationReport(sessions_of_it, tuple(added), marked, tuple(refused))


def _lines(connection: Connection, calibration: Calibration, by: frozenset[str], *, names: bool) -> Iterator[Line]:
    row = connection.execute(select(calibrations).where(calibrations.c.id == calibration.id)).mappings().one()
    wanted = select(markings).where(markings.c.calibration == calibration.id)
    rows = connection.execute(wanted.order_by(markings.c.session, markings.c.by)).mappings().all()
    marked = [found for found in rows if found["by"] in by]
    if names:
        for person in dict.fromkeys([calibration.by, *(found["by"] for found in marked)]):
            named = person_line(connection, person)
            if named is not None:
                yield named
    yield CalibrationLine(blob(row["hash"]).hex(), blob(row["body"]))
    for found in marked:
        yield MarkingLine(blob(found["hash"]).hex(), blob(found["body"]))


def _admit(connection: Connection, line: CalibrationLine) -> bool | Message:
    """Store a calibration; False where it is here, a Message where it cannot be taken in."""
    found = decode_calibration(line.body)
    here = connection.execute(select(calibrations.c.body).where(calibrations.c.id == found.id)).scalar()
    if here is not None:
        return False if blob(here) == line.body else _refusal(_OTHERWISE, found)
    if tidy_name(found.name) != found.name or not 1 <= len(found.sessions) <= MOST_CALLS:
        return _refusal(_CHANGED, found)
    heads = [head_of(connection, session) for session in found.sessions]
    if not all(heads):
        return _refusal(_NO_CALLS, found)
    if link(b"".join(heads), line.body).hex() != line.hash:
        return _refusal(_CHANGED, found)
    c = sessions.c
    there = connection.execute(select(c.id).where(c.id.in_(found.sessions))).scalars().all()
    seen = select(c.id).where(c.id.in_(there), visible(c.id, c.trainee, c.mode, ""))
    if len(connection.execute(seen).all()) < len(there):
        return _refusal(_PRIVATE, found)
    key = found.name.casefold()
    if connection.execute(select(calibrations.c.id).where(calibrations.c.key == key)).first() is not None:
        return _refusal(_NAMED, found)
    row = {"id": found.id, "key": key, "body": line.body, "hash": bytes.fromhex(line.hash)}
    connection.execute(insert(calibrations).values(row))
    return True


def _admit_marking(connection: Connection, line: MarkingLine) -> bool | Message:
    """Store a reviewer's marks; False where they are here or their call was deleted."""
    found, c = decode_marking(line.body), markings.c
    wanted = select(calibrations).where(calibrations.c.id == found.calibration)
    row = connection.execute(wanted).mappings().first()
    if row is None:
        return Message(_NO_CALIBRATION)
    calibration = decode_calibration(blob(row["body"]))
    fits = found.session in calibration.sessions and fault_of(found.marks, calibration.criteria) is None
    if not fits or link(blob(row["hash"]), line.body).hex() != line.hash:
        return _refusal(_MARKS_CHANGED, calibration)
    trainee = connection.execute(select(sessions.c.trainee).where(sessions.c.id == found.session)).scalar()
    if trainee == found.by:
        return _refusal(_MARKS_CHANGED, calibration)
    place = (c.calibration == found.calibration, c.session == found.session, c.by == found.by)
    here = connection.execute(select(c.body).where(*place)).scalar()
    if here is not None or trainee is None:
        return _refusal(_MARKED_OTHERWISE, calibration) if here is not None and blob(here) != line.body else False
    key = {"calibration": found.calibration, "session": found.session, "by": found.by}
    connection.execute(insert(markings).values(key | {"body": line.body, "hash": bytes.fromhex(line.hash)}))
    return True


def _name(store: Store, connection: Connection, line: CalibrationLine | MarkingLine, names: dict[str, str]) -> None:
    by = (decode_calibration if isinstance(line, CalibrationLine) else decode_marking)(line.body).by
    if by in names:
        people.put(connection, by, names[by], store.now(connection, None))


def _refusal(text: str, calibration: Calibration) -> Message:
    return Message(text, {"name": calibration.name})


_OTHERWISE = N_("The file tells the calibration “{name}” otherwise than it is kept here.")
_CHANGED = N_("The calibration “{name}” in the file was changed after it was made, or its calls were.")
_NO_CALLS = N_("Calls of the calibration “{name}” are missing from the file.")
_PRIVATE = N_(
    "A call of the calibration “{name}” is practice that was not shared here; it is not put before reviewers."
)
_NAMED = N_("There is another calibration “{name}” here; the one in the file is not taken in.")
_NO_CALIBRATION = N_("The file has marks of a calibration that is not here.")
_MARKS_CHANGED = N_("Marks of the calibration “{name}” in the file were changed after they were given.")
_MARKED_OTHERWISE = N_("The file has other marks of a call of “{name}” than the same reviewer gave it here.")
