"""The lines of a session file: each a JSON object with its kind under `line`, in canonical bytes.

A file begins with a header that carries its version. An event's line holds the stored envelope unchanged, beside
its hash; texts come before the first session that needs them. What is read here is believed by nobody: every
line is checked when it is read, and what lines say together is checked by the import.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Final, TypeAlias, assert_never

from simulator.model.message import N_, Message
from simulator.model.source import text_hash
from simulator.record.calibration_codec import decode_calibration, decode_marking
from simulator.record.codec import decode, time_in, time_text
from simulator.record.envelope import Envelope
from simulator.record.errors import Reason, RecordError
from simulator.record.fields import MAX_LONG_TEXT, BadField, Fields, canonical, read_object, tidy_name
from simulator.record.review_codec import ReviewEnvelope, decode_review
from simulator.record.values import Scored

FILE_VERSION: Final = 2
"""2 added reviews; the rest is as it was, so that 1 is read as well."""
FORMAT: Final = "rolecall-sessions"
MAX_LINE: Final = 8 * 1024 * 1024
_MAX_TEXT_BODY: Final = 2 * 1024 * 1024
_MAX_SALT: Final = 128


@dataclass(frozen=True, slots=True)
class TextLine:
    """A scenario's or rubric's text under its hash."""

    hash: str
    body: str


@dataclass(frozen=True, slots=True)
class PersonLine:
    """The name behind an opaque id."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event: its hash (hex) and the canonical bytes of its envelope."""

    hash: str
    body: bytes
    envelope: Envelope


@dataclass(frozen=True, slots=True)
class TypedLine:
    """The words behind the `Typed` event `number`."""

    session: str
    number: int
    salt: bytes
    words: str


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """What the events of an ended session do not say about it."""

    session: str
    title: str
    role: str
    criteria: Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """What was said of a session after its end: its hash (hex) and the canonical bytes of its envelope."""

    hash: str
    body: bytes
    envelope: ReviewEnvelope


@dataclass(frozen=True, slots=True)
class CalibrationLine:
    """The calls that reviewers mark: its hash (hex) and its canonical bytes."""

    hash: str
    body: bytes


@dataclass(frozen=True, slots=True)
class MarkingLine:
    """What a reviewer heard in a call: its hash (hex) and its canonical bytes."""

    hash: str
    body: bytes


@dataclass(frozen=True, slots=True)
class LoginLine:
    """Whose a login of a server is: the person's id."""

    login: str
    person: str


@dataclass(frozen=True, slots=True)
class ScorecardLine:
    """What a session is worth by a corrected rubric or call."""

    scored: Scored


@dataclass(frozen=True, slots=True)
class WordsLine:
    """The words behind the review `review`."""

    session: str
    review: str
    salt: bytes
    words: str


Beside: TypeAlias = CalibrationLine | MarkingLine | LoginLine | ScorecardLine
"""What stands beside sessions: in a person's copy, which is not taken in anywhere else, and in a calibration's file."""
Line: TypeAlias = TextLine | PersonLine | EventLine | TypedLine | SummaryLine | ReviewLine | WordsLine | Beside


def header() -> bytes:
    """The first line of a file."""
    return _line("header", format=FORMAT, version=FILE_VERSION)


def write(line: Line) -> bytes:
    """`line` as it stands in a file, with its line end."""
    match line:
        case TextLine(digest, body):
            return _line("text", hash=digest, body=body)
        case PersonLine(person, name):
            return _line("person", id=person, name=name)
        case EventLine(digest, body, _):
            return _enveloped("event", digest, body)
        case ReviewLine(digest, body, _):
            return _enveloped("review", digest, body)
        case TypedLine(session, number, salt, words):
            return _line("typed", session=session, number=number, salt=salt.hex(), words=words)
        case SummaryLine(session, title, role, criteria):
            return _line("summary", session=session, title=title, role=role, criteria=dict(criteria))
        case WordsLine(session, review, salt, words):
            return _line("words", session=session, review=review, salt=salt.hex(), words=words)
        case _:
            return _write_beside(line)


def _write_beside(line: Beside) -> bytes:
    match line:
        case CalibrationLine(digest, body):
            return _enveloped("calibration", digest, body)
        case MarkingLine(digest, body):
            return _enveloped("marking", digest, body)
        case LoginLine(login, person):
            return _line("login", login=login, person=person)
        case ScorecardLine(scored):
            at, critical, criteria = time_text(scored.at), list(scored.critical), dict(scored.criteria)
            return _line("scorecard", **asdict(scored) | {"at": at, "critical": critical, "criteria": criteria})
        case _:
            assert_never(line)


def read_header(raw: bytes) -> None:
    """Refuse a file that does not begin like one of ours, or that a newer version wrote. Raises RecordError."""
    try:
        fields = Fields(read_object(raw[:MAX_LINE]))
        if fields.text("line") != "header" or fields.text("format") != FORMAT:
            raise BadField("format")
        version = fields.whole("version", 1)
    except BadField:
        text = N_("This is not a file of sessions from “rolecall sessions export”.")
        raise RecordError(Reason.INVALID, Message(text)) from None
    if version > FILE_VERSION:
        text = N_("This file was written by a newer RoleCall (format {version}). Update RoleCall to read it.")
        raise RecordError(Reason.NEWER, Message(text, {"version": version}))


def read(raw: bytes) -> Line:
    """The line in `raw`. Raises BadField, and RecordError for an event that cannot be one."""
    if len(raw) > MAX_LINE:
        raise BadField("")
    fields = Fields(read_object(raw))
    kind = fields.text("line")
    line = _read_kind(kind, fields)
    fields.done()
    return line


def _read_kind(kind: str, fields: Fields) -> Line:
    match kind:
        case "text":
            return _text(fields)
        case "person":
            return PersonLine(_person_id(fields), _name(fields))
        case "event":
            return _event(fields)
        case "typed":
            return TypedLine(fields.id("session"), fields.whole("number", 1), _salt(fields), _words(fields))
        case "summary":
            return SummaryLine(fields.id("session"), fields.text("title"), fields.text("role"), _criteria(fields))
        case "review":
            return _review(fields)
        case "words":
            return WordsLine(fields.id("session"), fields.id("review"), _salt(fields), _words(fields))
        case _:
            return _read_beside(kind, fields)


def _read_beside(kind: str, fields: Fields) -> Beside:
    match kind:
        case "calibration":
            return _calibration(fields)
        case "marking":
            return _marking(fields)
        case "login":
            return LoginLine(fields.text("login"), fields.text("person"))
        case "scorecard":
            return ScorecardLine(_scored(fields))
        case _:
            raise BadField("line")


def _line(kind: str, **fields: object) -> bytes:
    return canonical({"line": kind, **fields}) + b"\n"


def _enveloped(kind: str, digest: str, body: bytes) -> bytes:
    """A line around bytes that stand in it unchanged."""
    return b'{"line":"%b","hash":"%b","%b":%b}\n' % (kind.encode(), digest.encode(), kind.encode(), body)


def _text(fields: Fields) -> TextLine:
    line = TextLine(fields.text("hash"), fields.long_text("body", _MAX_TEXT_BODY))
    if "\r" in line.body or text_hash(line.body) != line.hash:
        raise BadField("body")
    return line


def _event(fields: Fields) -> EventLine:
    digest, body = fields.text("hash"), _body(fields, "event")
    return EventLine(digest, body, decode(body))


def _review(fields: Fields) -> ReviewLine:
    digest, body = fields.text("hash"), _body(fields, "review")
    return ReviewLine(digest, body, decode_review(body))


def _calibration(fields: Fields) -> CalibrationLine:
    line = CalibrationLine(fields.text("hash"), _body(fields, "calibration"))
    decode_calibration(line.body)
    return line


def _marking(fields: Fields) -> MarkingLine:
    line = MarkingLine(fields.text("hash"), _body(fields, "marking"))
    decode_marking(line.body)
    return line


def _scored(fields: Fields) -> Scored:
    return Scored(
        session=fields.id("session"),
        scenario_hash=fields.digest("scenario_hash"),
        rubric_hash=fields.digest("rubric_hash"),
        engine=fields.text("engine"),
        at=time_in(fields, "at"),
        ending=fields.text("ending"),
        outcome=fields.text("outcome"),
        score=fields.number("score"),
        passed=fields.flag("passed"),
        critical=fields.texts("critical"),
        criteria=_criteria(fields),
    )


def _body(fields: Fields, name: str) -> bytes:
    try:
        return canonical(fields.object(name) or {})
    except (ValueError, RecursionError):
        raise BadField(name) from None


def _person_id(fields: Fields) -> str:
    person = fields.text("id")
    if not person:
        raise BadField("id")
    return person


def _name(fields: Fields) -> str:
    name = fields.text("name")
    if tidy_name(name) != name:
        raise BadField("name")
    return name


def _salt(fields: Fields) -> bytes:
    try:
        salt = bytes.fromhex(fields.text("salt"))
    except ValueError:
        raise BadField("salt") from None
    if len(salt) > _MAX_SALT:
        raise BadField("salt")
    return salt


def _words(fields: Fields) -> str:
    words = fields.long_text("words", MAX_LONG_TEXT)
    if "\0" in words:
        raise BadField("words")
    return words


def _criteria(fields: Fields) -> dict[str, float | None]:
    found = fields.object("criteria") or {}
    reader = Fields(found)
    return {name: _score(reader, name) for name in found}


def _score(fields: Fields, name: str) -> float | None:
    fields_of_name = Fields({"name": name, "score": fields.take(name)})
    fields_of_name.text("name")
    found = fields_of_name.take("score")
    return None if found is None else Fields({"score": found}).number("score")
