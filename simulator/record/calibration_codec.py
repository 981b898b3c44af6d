"""Calibrations and marks <-> canonical JSON bytes, in both directions the same bytes; as `codec` does it for events."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from scoring.agreement import LEVELS
from simulator.model.calibration import CALIBRATION_VERSION, Calibration, Marking
from simulator.model.message import N_, Message
from simulator.record.codec import check_version, time_in, time_text
from simulator.record.errors import Reason, RecordError
from simulator.record.fields import BadField, Fields, canonical, read_object

Read = TypeVar("Read", Calibration, Marking)


def encode_calibration(calibration: Calibration) -> bytes:
    """The canonical bytes of a calibration. Raises RecordError for one that could not be read again."""
    body = canonical(_plain_calibration(calibration))
    decode_calibration(body)
    return body


def decode_calibration(body: bytes) -> Calibration:
    """The calibration whose canonical bytes are `body`. Raises RecordError for anything else."""
    return _decoded(body, _calibration, _plain_calibration)


def encode_marking(marking: Marking) -> bytes:
    """The canonical bytes of a reviewer's marks. Raises RecordError for marks that could not be read again."""
    body = canonical(_plain_marking(marking))
    decode_marking(body)
    return body


def decode_marking(body: bytes) -> Marking:
    """The marks whose canonical bytes are `body`. Raises RecordError for anything else."""
    return _decoded(body, _marking, _plain_marking)


def _decoded(body: bytes, read: Callable[[Fields], Read], plain: Callable[[Read], dict[str, object]]) -> Read:
    try:
        fields = Fields(read_object(body))
        check_version(fields.whole("version"), CALIBRATION_VERSION)
        found = read(fields)
        fields.done()
        if canonical(plain(found)) != body:
            raise BadField("")
    except (BadField, ValueError):
        raise RecordError(Reason.INVALID, Message(N_("This is no part of a calibration."))) from None
    return found


def _plain_calibration(calibration: Calibration) -> dict[str, object]:
    return {
        "version": CALIBRATION_VERSION,
        "id": calibration.id,
        "name": calibration.name,
        "at": time_text(calibration.at),
        "by": calibration.by,
        "sessions": list(calibration.sessions),
        "criteria": list(calibration.criteria),
    }


def _calibration(fields: Fields) -> Calibration:
    return Calibration(
        id=fields.id("id"),
        name=fields.text("name"),
        at=time_in(fields, "at"),
        by=fields.text("by"),
        sessions=fields.texts("sessions"),
        criteria=fields.texts("criteria"),
    )


def _plain_marking(marking: Marking) -> dict[str, object]:
    return {
        "version": CALIBRATION_VERSION,
        "calibration": marking.calibration,
        "session": marking.session,
        "at": time_text(marking.at),
        "by": marking.by,
        "marks": dict(marking.marks),
    }


def _marking(fields: Fields) -> Marking:
    marks = fields.object("marks") or {}
    reader = Fields(marks)
    return Marking(
        calibration=fields.id("calibration"),
        session=fields.id("session"),
        at=time_in(fields, "at"),
        by=fields.text("by"),
        marks={name: _mark(reader, name) for name in marks},
    )


def _mark(fields: Fields, name: str) -> int | None:
    Fields({"name": name}).text("name")
    mark = fields.take(name)
    if mark is None:
        return None
    if type(mark) is not int or mark not in LEVELS:
        raise BadField(name)
    return mark
