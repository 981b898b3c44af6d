"""Event with envelope <-> canonical JSON bytes, in both directions the same bytes.

The union of events is closed: an unknown kind, field or version is refused. Only the canonical bytes of an event
are read, so bytes that were read are the bytes that would be written.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import assert_never

from simulator.model.events import (
    LOG_VERSION,
    Abandoned,
    BranchOf,
    Chose,
    Ended,
    Event,
    Hinted,
    LookedUp,
    Paused,
    Resumed,
    Started,
    Typed,
    Undone,
)
from simulator.model.message import N_, Message
from simulator.model.mode import Mode
from simulator.record.codec_quick import read_quickly
from simulator.record.envelope import Envelope
from simulator.record.errors import Reason, RecordError
from simulator.record.fields import BadField, Fields, canonical, read_object

_DECISION_ONLY = {kind.kind: kind for kind in (Paused, Resumed, Undone, Abandoned)}
_LIKE_A_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z", re.ASCII)


def time_text(at: datetime) -> str:
    """`at` as it is stored: UTC to the millisecond, texts sort like times."""
    utc = at.astimezone(UTC).replace(tzinfo=None)
    return f"{utc.isoformat(timespec='milliseconds').rjust(23, '0')}Z"


def read_time(text: str) -> datetime:
    """The time that `time_text` wrote. Raises ValueError for any other text."""
    at = datetime.fromisoformat(text)
    if at.tzinfo is None or time_text(at) != text:
        raise ValueError(text)
    return at.astimezone(UTC)


def is_like_a_time(text: str) -> bool:
    """Whether `text` is of the form that `time_text` writes, and so sorts with others; the calendar is not asked."""
    return _LIKE_A_TIME.fullmatch(text) is not None


def encode(envelope: Envelope) -> bytes:
    """The canonical bytes of `envelope`. Raises RecordError for an event that could not be read again."""
    try:
        body = canonical(_plain(envelope))
    except ValueError:
        raise RecordError(Reason.INVALID, _sentence("")) from None
    decode(body)
    return body


def decode(body: bytes) -> Envelope:
    """The envelope whose canonical bytes are `body`. Raises RecordError for anything else."""
    return read_quickly(body) or decode_by_field(body)


def decode_by_field(body: bytes) -> Envelope:
    """The same for any event, field by field."""
    try:
        envelope = _envelope(Fields(read_object(body)))
        if canonical(_plain(envelope)) != body:
            raise BadField("")
    except BadField as bad:
        raise RecordError(Reason.INVALID, _sentence(bad.field)) from None
    return envelope


def _sentence(field: str) -> Message:
    if not field:
        return Message(N_("This is not an event of a session."))
    return Message(N_("The field “{field}” of an event says what no session can say."), {"field": field[:80]})


def _plain(envelope: Envelope) -> dict[str, object]:
    return {
        "version": _version_of(envelope.event),
        "session": envelope.session,
        "number": envelope.number,
        "at": time_text(envelope.at),
        "event": {"kind": envelope.event.kind, **_event_fields(envelope.event)},
    }


def _version_of(event: Event) -> int:
    """The oldest version of the log that can tell `event`."""
    return LOG_VERSION if isinstance(event, Started) and event.say_first else 1


def _event_fields(event: Event) -> dict[str, object]:
    match event:
        case Started():
            return _started_fields(event)
        case Chose(decision, state, choice, took_ms, shown):
            return {"decision": decision, "state": state, "choice": choice, "took_ms": took_ms, "shown": list(shown)}
        case Hinted(decision, hint):
            return {"decision": decision, "hint": hint}
        case LookedUp(decision, article):
            return {"decision": decision, "article": article}
        case Typed(decision, digest):
            return {"decision": decision, "digest": digest}
        case Paused(decision) | Resumed(decision) | Undone(decision) | Abandoned(decision):
            return {"decision": decision}
        case Ended():
            return _ended_fields(event)
        case _:
            assert_never(event)


def _started_fields(event: Started) -> dict[str, object]:
    branch = event.branch_of
    return {
        "scenario": event.scenario,
        "scenario_hash": event.scenario_hash,
        "rubric": event.rubric,
        "rubric_hash": event.rubric_hash,
        "variant": event.variant,
        "mode": str(event.mode),
        "seed": event.seed,
        "trainee": event.trainee,
        "language": event.language,
        "engine": event.engine,
        "time_factor": float(event.time_factor),
        "silence": event.silence,
        "branch_of": None if branch is None else {"session": branch.session, "decision": branch.decision},
        **({"say_first": True} if event.say_first else {}),
    }


def _ended_fields(event: Ended) -> dict[str, object]:
    return {
        "ending": event.ending,
        "outcome": event.outcome,
        "score": float(event.score),
        "passed": event.passed,
        "critical": list(event.critical),
        "decisions": event.decisions,
    }


def _envelope(fields: Fields) -> Envelope:
    check_version(fields.whole("version"), LOG_VERSION)
    session = fields.id("session")
    number = fields.whole("number", 1)
    at = time_in(fields, "at")
    inner = Fields(fields.object("event") or {})
    fields.done()
    event = _event(inner.text("kind"), session, inner)
    inner.done()
    return Envelope(session, number, at, event)


def time_in(fields: Fields, name: str) -> datetime:
    """The time in a field. Raises BadField."""
    try:
        return read_time(fields.text(name))
    except (ValueError, OverflowError):
        raise BadField(name) from None


def check_version(version: int, known: int) -> None:
    """Refuse what a later version wrote. Raises RecordError, and BadField for what is no version."""
    if version > known:
        values = {"version": version, "known": known}
        text = N_(
            "This session was recorded by a newer RoleCall (log version {version}, this one reads up to {known}). "
            "Update RoleCall to open it."
        )
        raise RecordError(Reason.NEWER, Message(text, values))
    if version < 1:
        raise BadField("version")


def _event(kind: str, session: str, fields: Fields) -> Event:
    match kind:
        case Started.kind:
            return _started(session, fields)
        case Chose.kind:
            return Chose(
                fields.whole("decision", 1),
                fields.text("state"),
                fields.text("choice"),
                fields.whole("took_ms"),
                fields.texts("shown"),
            )
        case Hinted.kind:
            return Hinted(fields.whole("decision", 1), fields.text("hint"))
        case LookedUp.kind:
            return LookedUp(fields.whole("decision", 1), fields.text("article"))
        case Typed.kind:
            return Typed(fields.whole("decision", 1), fields.digest("digest"))
        case Ended.kind:
            return _ended(fields)
        case _ if kind in _DECISION_ONLY:
            return _DECISION_ONLY[kind](fields.whole("decision", 1))
        case _:
            raise BadField("kind")


def _started(session: str, fields: Fields) -> Started:
    return Started(
        session=session,
        scenario=fields.text("scenario"),
        scenario_hash=fields.digest("scenario_hash"),
        rubric=fields.text("rubric"),
        rubric_hash=fields.digest("rubric_hash"),
        variant=fields.text("variant"),
        mode=_mode(fields),
        seed=fields.whole("seed", -(2**63)),
        trainee=fields.text("trainee"),
        language=fields.text("language"),
        engine=fields.text("engine"),
        time_factor=fields.number("time_factor"),
        silence=fields.flag("silence"),
        branch_of=_branch(fields.object("branch_of")),
        say_first=fields.has("say_first") and fields.flag("say_first"),
    )


def _ended(fields: Fields) -> Ended:
    return Ended(
        ending=fields.text("ending"),
        outcome=fields.text("outcome"),
        score=fields.number("score"),
        passed=fields.flag("passed"),
        critical=fields.texts("critical"),
        decisions=fields.whole("decisions"),
    )


def _branch(found: dict[str, object] | None) -> BranchOf | None:
    if found is None:
        return None
    fields = Fields(found)
    branch = BranchOf(fields.id("session"), fields.whole("decision", 1))
    fields.done()
    return branch


def _mode(fields: Fields) -> Mode:
    try:
        return Mode(fields.text("mode"))
    except ValueError:
        raise BadField("mode") from None
