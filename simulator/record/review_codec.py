"""Review with envelope <-> canonical JSON bytes, in both directions the same bytes; as `codec` does it for events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final, assert_never

from simulator.model.message import N_, Message
from simulator.model.reviews import (
    REVIEW_VERSION,
    Acknowledged,
    Answered,
    Corrected,
    Disputed,
    Noted,
    Question,
    Reflected,
    Review,
    SignedOff,
)
from simulator.record.codec import check_version, time_in, time_text
from simulator.record.errors import Reason, RecordError
from simulator.record.fields import BadField, Fields, canonical, read_object

_MOST: Final = 100


@dataclass(frozen=True, slots=True)
class ReviewEnvelope:
    """A review with its own id, its session, its time (UTC, whole milliseconds), and the opaque id of who wrote it."""

    id: str
    session: str
    at: datetime
    by: str
    review: Review


def encode_review(envelope: ReviewEnvelope) -> bytes:
    """The canonical bytes of `envelope`. Raises RecordError for a review that could not be read again."""
    body = canonical(_plain(envelope))
    decode_review(body)
    return body


def decode_review(body: bytes) -> ReviewEnvelope:
    """The envelope whose canonical bytes are `body`. Raises RecordError for anything else."""
    try:
        envelope = _envelope(Fields(read_object(body)))
        if canonical(_plain(envelope)) != body:
            raise BadField("")
    except (BadField, ValueError):
        raise RecordError(Reason.INVALID, Message(N_("This is not a review of a session."))) from None
    return envelope


def _plain(envelope: ReviewEnvelope) -> dict[str, object]:
    review = envelope.review
    return {
        "version": _version(review),
        "id": envelope.id,
        "session": envelope.session,
        "at": time_text(envelope.at),
        "by": envelope.by,
        "review": {"kind": review.kind, **_said(review), "digest": review.digest},
    }


def _version(review: Review) -> int:
    """The first version that could say it."""
    return 1 if isinstance(review, Reflected) else REVIEW_VERSION


def _said(review: Review) -> dict[str, object]:
    match review:
        case Reflected(question=question):
            return {"question": str(question)}
        case Noted(decision=decision):
            return {"decision": decision}
        case Corrected(decision, criterion, points, score, passed, _):
            return {
                "decision": decision,
                "criterion": criterion,
                "points": points,
                "score": float(score),
                "passed": passed,
            }
        case SignedOff(score, passed, covers, _):
            return {"score": float(score), "passed": passed, "covers": list(covers)}
        case Acknowledged() | Disputed() | Answered():
            return {}
        case _:
            assert_never(review)


def _envelope(fields: Fields) -> ReviewEnvelope:
    check_version(fields.whole("version"), REVIEW_VERSION)
    own, session, at, by = fields.id("id"), fields.id("session"), time_in(fields, "at"), fields.text("by")
    inner = Fields(fields.object("review") or {})
    fields.done()
    review = _review(inner)
    inner.done()
    return ReviewEnvelope(own, session, at, by, review)


def _review(fields: Fields) -> Review:
    match fields.text("kind"):
        case Reflected.kind:
            return Reflected(_question(fields), fields.digest("digest"))
        case Noted.kind:
            return Noted(fields.whole("decision"), fields.digest("digest"))
        case Corrected.kind:
            where = fields.whole("decision", 1), fields.text("criterion"), _points(fields)
            return Corrected(*where, fields.number("score"), fields.flag("passed"), fields.digest("digest"))
        case SignedOff.kind:
            score, passed = fields.number("score"), fields.flag("passed")
            return SignedOff(score, passed, fields.digests("covers"), fields.digest("digest"))
        case Acknowledged.kind:
            return Acknowledged(fields.digest("digest"))
        case Disputed.kind:
            return Disputed(fields.digest("digest"))
        case Answered.kind:
            return Answered(fields.digest("digest"))
        case _:
            raise BadField("kind")


def _points(fields: Fields) -> int:
    """More than a trainer may give: what a decision had from the call itself may be given back to it."""
    points = fields.whole("points", -_MOST)
    if points > _MOST:
        raise BadField("points")
    return points


def _question(fields: Fields) -> Question:
    try:
        return Question(fields.text("question"))
    except ValueError:
        raise BadField("question") from None
