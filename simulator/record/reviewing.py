"""Writes and reads what is said of a session after its end. Whole or not at all, durable on return.

A review's hash is that of its bytes behind the session's last event: it says of which session, as it ended, it speaks.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, insert, select

from simulator.model.events import Ended
from simulator.model.message import N_, Message
from simulator.model.reviews import Marking, Question, Reflected, Response, Review, SignedOff
from simulator.record import anchors
from simulator.record.append import SALT_BYTES, clean_words
from simulator.record.chain import link, words_digest
from simulator.record.database import Store
from simulator.record.errors import Reason, RecordError
from simulator.record.fields import blob
from simulator.record.filing import file_reviews
from simulator.record.ids import new_session_id
from simulator.record.query import known, missing_session
from simulator.record.review_codec import ReviewEnvelope, decode_review, encode_review
from simulator.record.sharing import visible
from simulator.record.tables import review_words, reviews, sessions
from simulator.record.values import AnchorKind, Reviewed


def reflect(
    store: Store,
    session: str,
    question: Question,
    words: str,
    *,
    at: datetime | None,
    salt: bytes | None = None,
    new_id: str | None = None,
) -> str:
    """Keep what the trainee answered to themselves; the review's id. Raises RecordError where the call is not over."""
    with store.writing() as connection:
        ended = _ended(
            connection, session, N_("The session {session} has not ended; there is nothing to say of it yet.")
        )
        return _keep(store, connection, ended, ended.trainee, Reflected(question, ""), words, _Given(at, salt, new_id))


def review(
    store: Store,
    session: str,
    said: Marking | Response,
    words: str,
    *,
    by: str,
    at: datetime | None,
    salt: bytes | None = None,
    new_id: str | None = None,
) -> str:
    """Keep what a trainer, or the trainee, says of an ended session; the review's id. A sign-off anchors it.

    Raises RecordError for a session that `by` may not see, their own where a trainer's word is meant, another's where
    the trainee's is.
    """
    with store.writing() as connection:
        ended = _ended(connection, session, N_("The session {session} has not ended; there is nothing to review yet."))
        refusal = _refusal(connection, ended, said, by)
        if refusal is not None:
            raise RecordError(Reason.REFUSED, Message(refusal, {"session": session}))
        own = _keep(store, connection, ended, by, said, words, _Given(at, salt, new_id))
        if isinstance(said, SignedOff):
            anchors.put(store, connection, session, AnchorKind.SIGNED, at)
    return own


class _Given(NamedTuple):
    """What tests bring along; None for the clock and the dice of the record."""

    at: datetime | None
    salt: bytes | None
    id: str | None


class _Ended(NamedTuple):
    """An ended session: nothing moves it any more, so that it need not be locked."""

    session: str
    trainee: str
    head: bytes


def _ended(connection: Connection, session: str, refusal: str) -> _Ended:
    c = sessions.c
    row = connection.execute(select(c.trainee, c.state, c.head).where(c.id == session)).first()
    if row is None:
        raise missing_session(session)
    if row.state != Ended.kind:
        raise RecordError(Reason.REFUSED, Message(refusal, {"session": session}))
    return _Ended(session, row.trainee, blob(row.head))


def _refusal(connection: Connection, ended: _Ended, said: Marking | Response, by: str) -> str | None:
    """Why `by` may not say that of the session; None where they may."""
    own = by == ended.trainee
    if isinstance(said, Response):
        return None if own else N_("The session {session} is someone else's; its trainee alone can say that.")
    if own:
        return N_("The session {session} is your own; somebody else has to review it.")
    c = sessions.c
    seen = select(c.id).where(c.id == ended.session, visible(c.id, c.trainee, c.mode, by))
    if connection.execute(seen).first() is None:
        return N_("The session {session} is somebody else's practice, which they have not shared.")
    return None


def _keep(store: Store, connection: Connection, ended: _Ended, by: str, said: Review, words: str, given: _Given) -> str:
    """Store a review with the digest of its words; its id."""
    plain = clean_words(words)
    salt = os.urandom(SALT_BYTES) if given.salt is None else given.salt
    said = replace(said, digest=words_digest(salt, plain))
    moment = store.now(connection, given.at)
    envelope = ReviewEnvelope(given.id or new_session_id(), ended.session, moment, by, said)
    body = encode_review(envelope)
    insert_review(connection, envelope, body, link(ended.head, body))
    insert_words(connection, envelope, salt, plain)
    return envelope.id


def insert_review(connection: Connection, envelope: ReviewEnvelope, body: bytes, digest: bytes) -> None:
    """Store one review as it is, and what it leaves standing of the session's score."""
    row = {"id": envelope.id, "session": envelope.session, "by": envelope.by, "body": body, "hash": digest}
    connection.execute(insert(reviews).values(row))
    if not isinstance(envelope.review, Reflected | Response):
        file_reviews(connection, envelope.session)


def insert_words(connection: Connection, envelope: ReviewEnvelope, salt: bytes, words: str) -> None:
    """Store the words of a review."""
    row = {"review": envelope.id, "session": envelope.session, "salt": salt, "words": words}
    connection.execute(insert(review_words).values(row))


def of_session(store: Store, session: str) -> tuple[Reviewed, ...]:
    """What was said of a session, oldest first. Raises RecordError."""
    with store.reading() as connection:
        if not known(connection, session):
            raise missing_session(session)
        return read_reviews(connection, session)


def read_reviews(connection: Connection, session: str) -> tuple[Reviewed, ...]:
    """What was said of a session, oldest first, inside a transaction. Raises RecordError."""
    return reviews_by_session(connection, (session,)).get(session, ())


def reviews_by_session(connection: Connection, wanted: Sequence[str]) -> dict[str, tuple[Reviewed, ...]]:
    """The same of several sessions, without those of which nothing was said."""
    found: dict[str, list[Reviewed]] = {}
    joined = reviews.outerjoin(review_words, reviews.c.id == review_words.c.review)
    said = select(reviews.c.session, reviews.c.body, reviews.c.hash, review_words.c.words).select_from(joined)
    for session, body, digest, words in connection.execute(said.where(reviews.c.session.in_(wanted))):
        one = decode_review(blob(body))
        reviewed = Reviewed(one.id, one.at, one.by, one.review, words, blob(digest).hex())
        found.setdefault(session, []).append(reviewed)
    return {session: tuple(sorted(own, key=lambda one: (one.at, one.id))) for session, own in found.items()}


def reviewed_of(store: Store, trainee: str) -> frozenset[str]:
    """The sessions of a trainee that somebody else has said something of."""
    wanted = select(reviews.c.session).join(sessions, sessions.c.id == reviews.c.session)
    wanted = wanted.where(sessions.c.trainee == trainee, reviews.c.by != trainee).distinct()
    with store.reading() as connection:
        return frozenset(connection.execute(wanted).scalars())
