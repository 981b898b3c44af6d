"""Writes and reads what is said of a session after its end. Whole or not at all, durable on return.

A review's hash is that of its bytes behind the session's last event: it says of which session, as it ended, it speaks.
"""

from __future__ import annotations

import os
from datetime import datetime

from sqlalchemy import Connection, insert, select

from simulator.model.events import Ended
from simulator.model.message import N_, Message
from simulator.model.reviews import Question, Reflected
from simulator.record.append import SALT_BYTES, clean_words, locked_session
from simulator.record.chain import link, words_digest
from simulator.record.database import Store
from simulator.record.errors import Reason, RecordError
from simulator.record.fields import blob
from simulator.record.ids import new_session_id
from simulator.record.query import known, missing_session
from simulator.record.review_codec import ReviewEnvelope, decode_review, encode_review
from simulator.record.tables import review_words, reviews, sessions
from simulator.record.values import Reviewed


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
    plain = clean_words(words)
    salt = os.urandom(SALT_BYTES) if salt is None else salt
    with store.writing() as connection:
        row = locked_session(connection, session)
        if row is None:
            raise missing_session(session)
        state, _events, head = row
        if state != Ended.kind:
            text = N_("The session {session} has not ended; there is nothing to say of it yet.")
            raise RecordError(Reason.REFUSED, Message(text, {"session": session}))
        by = connection.execute(select(sessions.c.trainee).where(sessions.c.id == session)).scalar_one()
        review = Reflected(question, words_digest(salt, plain))
        envelope = ReviewEnvelope(new_id or new_session_id(), session, store.now(connection, at), by, review)
        body = encode_review(envelope)
        insert_review(connection, envelope, body, link(head, body))
        insert_words(connection, envelope, salt, plain)
    return envelope.id


def insert_review(connection: Connection, envelope: ReviewEnvelope, body: bytes, digest: bytes) -> None:
    """Store one review as it is."""
    row = {"id": envelope.id, "session": envelope.session, "by": envelope.by, "body": body, "hash": digest}
    connection.execute(insert(reviews).values(row))


def insert_words(connection: Connection, envelope: ReviewEnvelope, salt: bytes, words: str) -> None:
    """Store the words of a review."""
    row = {"review": envelope.id, "session": envelope.session, "salt": salt, "words": words}
    connection.execute(insert(review_words).values(row))


def of_session(store: Store, session: str) -> tuple[Reviewed, ...]:
    """What was said of a session, oldest first. Raises RecordError."""
    joined = reviews.outerjoin(review_words, reviews.c.id == review_words.c.review)
    wanted = select(reviews.c.body, review_words.c.words).select_from(joined).where(reviews.c.session == session)
    found = []
    with store.reading() as connection:
        if not known(connection, session):
            raise missing_session(session)
        for body, words in connection.execute(wanted):
            one = decode_review(blob(body))
            found.append(Reviewed(one.id, one.at, one.by, one.review, words))
    return tuple(sorted(found, key=lambda one: (one.at, one.id)))
