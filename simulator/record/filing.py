"""Keeps the columns of `summaries` by which the trainer's table is narrowed and sorted, in the transactions that
change what they say.

    open                        whether trainers may see it: an exam, or one that was shared, exported, imported, signed
    named, called               the trainee's name and the title, bare; a name that goes takes its traces here along
    erred                       whether a critical error was made
    reviewed                    a `Standing`
    final_score, final_passed   the result that stands, the machine's until a review corrects it
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, insert, select, update

from simulator.model.bare import bare
from simulator.model.events import Ended
from simulator.model.mode import Mode
from simulator.model.reviews import Corrected, Noted, Review, SignedOff
from simulator.record.fields import blob
from simulator.record.listing import Standing
from simulator.record.review_codec import decode_review
from simulator.record.summary import to_row
from simulator.record.tables import people, reviews, summaries
from simulator.record.values import Summary

NAMELESS: Final = "\uffff"
"""Behind every name."""


def file_summary(connection: Connection, summary: Summary, *, shared: bool = False) -> None:
    """Store the summary of a session that has just ended; `shared` where trainers may see it, exam or not."""
    name = connection.execute(select(people.c.name).where(people.c.id == summary.trainee)).scalar()
    filed = {
        "open": shared or summary.mode is Mode.EXAM,
        "named": bare_name(name),
        "called": bare(summary.title),
        "erred": bool(summary.critical),
        "reviewed": int(Standing.OPEN),
        "final_score": summary.score,
        "final_passed": summary.passed,
    }
    connection.execute(insert(summaries).values(to_row(summary) | filed))


def bare_name(name: str | None) -> str:
    """What lists are sorted by for a trainee of this name; None and the empty name stand last."""
    return bare(name) if name else NAMELESS


def open_session(connection: Connection, session: str) -> None:
    """Trainers may see the session from now on."""
    _change(connection, session, open=True)


def name_sessions(connection: Connection, trainee: str, name: str | None) -> None:
    """The trainee's name has become known, or (None) has gone."""
    wanted = summaries.c.trainee == trainee, summaries.c.named != bare_name(name)
    connection.execute(update(summaries).where(*wanted).values(named=bare_name(name)))


def file_reviews(connection: Connection, session: str) -> None:
    """What trainers have said of the session leaves something else standing of it than before."""
    machine = connection.execute(
        select(summaries.c.score, summaries.c.passed).where(summaries.c.session == session)
    ).first()
    if machine is not None:
        standing, score, passed = _stands(_said(connection, session), machine.score, machine.passed)
        _change(connection, session, reviewed=int(standing), final_score=score, final_passed=passed)


def is_filed(connection: Connection, stored: Summary, ended: Ended, *, shared: bool) -> bool:
    """Whether the table shows a session as its last event and its reviews have it. Raises RecordError."""
    c = summaries.c
    wanted = select(c.open, c.called, c.erred, c.reviewed, c.final_score, c.final_passed)
    row = connection.execute(wanted.where(c.session == stored.session)).one()
    standing, score, passed = _stands(_said(connection, stored.session), ended.score, ended.passed)
    is_open = shared or stored.mode is Mode.EXAM
    return tuple(row) == (is_open, bare(stored.title), bool(ended.critical), int(standing), score, passed)


def _said(connection: Connection, session: str) -> list[tuple[Review, str]]:
    """What was said of the session, the oldest first, each with its hash. Raises RecordError."""
    said = select(reviews.c.body, reviews.c.hash).where(reviews.c.session == session)
    found = [(decode_review(blob(body)), blob(digest).hex()) for body, digest in connection.execute(said)]
    found.sort(key=lambda one: (one[0].at, one[0].id))
    return [(one.review, digest) for one, digest in found]


def _stands(said: Sequence[tuple[Review, str]], score: float, passed: bool) -> tuple[Standing, float, bool]:
    """What reviews (the oldest first, each with its hash) leave standing of the machine's score."""
    marked = [(review, digest) for review, digest in said if isinstance(review, Noted | Corrected | SignedOff)]
    latest: dict[tuple[int, str], str] = {}
    for review, digest in marked:
        if isinstance(review, Corrected):
            latest[review.decision, review.criterion] = digest
        if not isinstance(review, Noted):
            score, passed = review.score, review.passed
    holding = frozenset(latest.values())
    if any(isinstance(review, SignedOff) and frozenset(review.covers) == holding for review, _digest in marked):
        return Standing.SIGNED, score, passed
    return Standing.REVIEWED if marked else Standing.OPEN, score, passed


def _change(connection: Connection, session: str, **values: object) -> None:
    connection.execute(update(summaries).where(summaries.c.session == session).values(values))
