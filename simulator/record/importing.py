"""Reads files of sessions into the record. Giving the same file twice changes nothing.

A line that cannot be read is named and passed over; what is left of its session is then refused for the gap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simulator.model.message import N_, Message
from simulator.record import jsonl
from simulator.record.admit import Admitted, Arrival, admit
from simulator.record.database import Store
from simulator.record.errors import RecordError
from simulator.record.fields import BadField
from simulator.record.jsonl import (
    CalibrationLine,
    EventLine,
    Line,
    LoginLine,
    MarkingLine,
    PersonLine,
    ScorecardLine,
    TextLine,
)
from simulator.record.values import ImportReport


def import_lines(store: Store, lines: Iterable[bytes], beside: list[Line] | None = None) -> ImportReport:
    """Take in every session of a file; what stands beside sessions, and all names, are added to `beside`.

    Raises RecordError for a file that is none, or when the database fails.
    """
    beside = [] if beside is None else beside
    found: dict[Admitted, list[str]] = {way: [] for way in Admitted}
    refused: list[Message] = []
    for arrival in _arrivals(lines, beside):
        result = arrival if isinstance(arrival, Message) else admit(store, arrival)
        if isinstance(result, Message):
            refused.append(result)
        elif not isinstance(arrival, Message):
            found[result].append(arrival.session)
    return ImportReport(
        added=tuple(found[Admitted.ADDED]),
        extended=tuple(found[Admitted.EXTENDED]),
        known=tuple(found[Admitted.KNOWN]),
        refused=tuple(refused),
        calibrations=sum(isinstance(line, CalibrationLine) for line in beside),
    )


def _arrivals(lines: Iterable[bytes], beside: list[Line]) -> Iterator[Arrival | Message]:
    """The sessions of a file, each when its last line was read, and a message for every line that is of no use."""
    numbered = enumerate(lines, start=1)
    jsonl.read_header(next(numbered, (1, b""))[1])
    texts: dict[str, str] = {}
    names: dict[str, str] = {}
    current: Arrival | None = None
    for number, raw in numbered:
        line = _read(raw)
        beside += [line] if isinstance(line, PersonLine | CalibrationLine | MarkingLine) else []
        match line:
            case None | CalibrationLine() | MarkingLine() | LoginLine() | ScorecardLine():
                # A calibration is taken in where one is asked for, and not with a copy of what is kept about a person.
                # A login is its server's, and a scorecard is for whoever looks after a record to publish.
                pass
            case Message():
                yield Message(N_("Line {line}: {problem}"), {"line": number, "problem": line})
            case TextLine(digest, body):
                texts[digest] = body
            case PersonLine(person, name):
                names[person] = name
            case EventLine() if current is None or current.session != line.envelope.session:
                if current is not None:
                    yield current
                current = Arrival(line.envelope.session, texts, names, [line])
            case _ if current is not None and current.takes(line):
                pass
            case _:
                yield Message(N_("Line {line} belongs to no session before it."), {"line": number})
    if current is not None:
        yield current


def _read(raw: bytes) -> Line | Message | None:
    if not raw.strip():
        return None
    try:
        return jsonl.read(raw)
    except RecordError as error:
        return error.message
    except BadField as bad:
        if bad.field:
            return Message(N_("The field “{field}” says what no session can say."), {"field": bad.field[:80]})
        return Message(N_("This cannot be read as part of a session."))
