"""The checks of `verify` on calibrations: calls and marks are those that were written down."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, RowMapping, select

from simulator.model.calibration import Calibration, fault_of
from simulator.model.message import N_, Message
from simulator.record.calibration_codec import decode_calibration, decode_marking
from simulator.record.chain import link
from simulator.record.errors import RecordError
from simulator.record.fields import blob
from simulator.record.tables import calibrations, markings, sessions, tombstones


def calibrations_of(connection: Connection) -> Iterator[Message]:
    """What was changed in calibrations after they were written."""
    for row in connection.execute(select(calibrations).order_by(calibrations.c.id)).mappings().all():
        calibration = _calibration(connection, row)
        if calibration is None:
            yield Message(N_("The calibration {id} was changed after it was written."), {"id": row["id"][:80]})
            continue
        wanted = select(markings).where(markings.c.calibration == row["id"])
        rows = connection.execute(wanted.order_by(markings.c.session, markings.c.by)).mappings()
        if not all(_holds(found, calibration, blob(row["hash"])) for found in rows):
            text = N_("Marks of the calibration “{name}” were changed after they were written.")
            yield Message(text, {"name": calibration.name})


def _calibration(connection: Connection, row: RowMapping) -> Calibration | None:
    """The calibration of a row; None where it is not what it was."""
    body = blob(row["body"])
    try:
        found = decode_calibration(body)
    except RecordError:
        return None
    behind = b"".join(head_of(connection, session) for session in found.sessions)
    same = found.id == row["id"] and found.name.casefold() == row["key"] and link(behind, body) == blob(row["hash"])
    return found if same else None


def head_of(connection: Connection, session: str) -> bytes:
    """The last hash of a session, deleted or not; nothing where nobody knows it."""
    for column, key in ((sessions.c.head, sessions.c.id), (tombstones.c.hash, tombstones.c.session)):
        head = connection.execute(select(column).where(key == session)).scalar()
        if head is not None:
            return blob(head)
    return b""


def _holds(row: RowMapping, calibration: Calibration, behind: bytes) -> bool:
    body = blob(row["body"])
    try:
        found = decode_marking(body)
    except RecordError:
        return False
    key = (row["calibration"], row["session"], row["by"])
    fits = (found.calibration, found.session, found.by) == key and found.session in calibration.sessions
    return fits and fault_of(found.marks, calibration.criteria) is None and link(behind, body) == blob(row["hash"])
