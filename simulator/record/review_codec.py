"""Review with envelope <-> canonical JSON bytes, in both directions the same bytes; as `codec` does it for events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from simulator.model.message import N_, Message
from simulator.model.reviews import REVIEW_VERSION, Question, Reflected, Review
from simulator.record.codec import check_version, time_in, time_text
from simulator.record.errors import Reason, RecordError
from simulator.record.fields import BadField, Fields, canonical, read_object


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
        "version": REVIEW_VERSION,
        "id": envelope.id,
        "session": envelope.session,
        "at": time_text(envelope.at),
        "by": envelope.by,
        "review": {"kind": review.kind, "question": str(review.question), "digest": review.digest},
    }


def _envelope(fields: Fields) -> ReviewEnvelope:
    check_version(fields.whole("version"), REVIEW_VERSION)
    own, session, at, by = fields.id("id"), fields.id("session"), time_in(fields, "at"), fields.text("by")
    inner = Fields(fields.object("review") or {})
    fields.done()
    review = _review(inner)
    inner.done()
    return ReviewEnvelope(own, session, at, by, review)


def _review(fields: Fields) -> Review:
    if fields.text("kind") != Reflected.kind:
        raise BadField("kind")
    try:
        question = Question(fields.text("question"))
    except ValueError:
        raise BadField("question") from None
    return Reflected(question, fields.digest("digest"))
