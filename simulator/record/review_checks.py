"""The checks of `verify` on what was said of a session after its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from simulator.model.events import Ended, Started
from simulator.model.message import N_, Message
from simulator.model.reviews import Reflected, Response, SignedOff
from simulator.record.chain import link, words_digest
from simulator.record.checks import Link
from simulator.record.errors import RecordError
from simulator.record.fields import blob
from simulator.record.review_codec import ReviewEnvelope, decode_review
from simulator.record.tables import review_words, reviews


def reviews_of(connection: Connection, session: str, links: Sequence[Link]) -> Iterator[Message]:
    """Each review hangs on the session's end, is whoever's it may be, and has the words that it had."""
    known: dict[str, ReviewEnvelope] = {}
    hashes: set[str] = set()
    for row in connection.execute(
        select(reviews).where(reviews.c.session == session).order_by(reviews.c.id)
    ).mappings():
        envelope, body = _read(blob(row["body"])), blob(row["body"])
        if envelope is None or (envelope.id, envelope.session, envelope.by) != (row["id"], session, row["by"]):
            yield Message(N_("A review of the session cannot be read."))
        elif not _holds(envelope, body, blob(row["hash"]), links):
            yield Message(N_("A review of the session was changed after it was written."))
        else:
            known[row["id"]] = envelope
            hashes.add(blob(row["hash"]).hex())
    for envelope in known.values():
        if isinstance(envelope.review, SignedOff) and not hashes.issuperset(envelope.review.covers):
            yield Message(N_("A correction of the session that was signed off is missing."))
    yield from _words(connection, session, known)


def review_hashes(connection: Connection, session: str) -> tuple[bytes, ...]:
    """The hashes of what was said of a session: the code of a sign-off stands for one of them."""
    wanted = select(reviews.c.hash).where(reviews.c.session == session)
    return tuple(blob(digest) for digest in connection.execute(wanted).scalars())


def _read(body: bytes) -> ReviewEnvelope | None:
    try:
        return decode_review(body)
    except RecordError:
        return None


def _holds(envelope: ReviewEnvelope, body: bytes, digest: bytes, links: Sequence[Link]) -> bool:
    first, last = links[0].envelope.event, links[-1]
    if not isinstance(last.envelope.event, Ended) or link(last.hash, body) != digest:
        return False
    own = isinstance(first, Started) and first.trainee == envelope.by
    return own == isinstance(envelope.review, Reflected | Response)


def _words(connection: Connection, session: str, known: dict[str, ReviewEnvelope]) -> Iterator[Message]:
    wanted = select(review_words).where(review_words.c.session == session).order_by(review_words.c.review)
    for found in connection.execute(wanted).mappings():
        envelope = known.get(found["review"])
        if envelope and words_digest(blob(found["salt"]), str(found["words"])) != envelope.review.digest:
            yield Message(N_("The words of a review of the session were changed afterwards."))
