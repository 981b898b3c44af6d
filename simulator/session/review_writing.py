"""Writes what a trainer says of a session, and what its trainee says of that: checked here, appended by the record.

`by` is a name or staff number. Everything is kept for good and nothing is changed: a later correction of the same
criterion at the same decision goes before an earlier one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.review import Correction
from simulator.library import Cache
from simulator.model.message import N_, Message
from simulator.model.reviews import (
    MOST_POINTS,
    Acknowledged,
    Answered,
    Corrected,
    Disputed,
    Marking,
    Noted,
    Reflected,
    Response,
    SignedOff,
)
from simulator.session.errors import SessionError
from simulator.session.review_reading import Case, case_of
from simulator.session.world import World

if TYPE_CHECKING:
    from simulator.record import Record


def note(record: Record, session: str, by: str, words: str, decision: int = 0, *, world: World | None = None) -> None:
    """Remark something on a decision, or on the whole call. Raises RecordError, SessionError."""
    if not words.strip():
        raise SessionError(Message(N_("A note without a word says nothing.")))
    summary = record.summary(session)
    if summary is not None:
        _check_decision(decision, summary.decisions, least=0)
    _keep(record, session, Noted(decision), words, by, world)


def correct(
    record: Record,
    session: str,
    by: str,
    wanted: Correction,
    reason: str,
    *,
    cache: Cache | None = None,
    world: World | None = None,
) -> None:
    """Give a decision other points on a criterion, and say why. Raises RecordError, SessionError."""
    if not reason.strip():
        raise SessionError(Message(N_("A correction needs a reason: the trainee reads it.")))
    case = case_of(record, session, "", cache=cache)
    _check_correction(case, wanted)
    card = case.card(wanted)
    said = Corrected(wanted.decision, wanted.criterion, wanted.points, card.score, card.passed)
    _keep(record, session, said, reason, by, world)


def sign(
    record: Record,
    session: str,
    by: str,
    words: str = "",
    *,
    cache: Cache | None = None,
    world: World | None = None,
) -> None:
    """Stand by the score that the corrections make, and anchor the record. Raises RecordError, SessionError."""
    case = case_of(record, session, "", cache=cache)
    card = case.card()
    _keep(record, session, SignedOff(card.score, card.passed, tuple(case.holding())), words, by, world)


def acknowledge(record: Record, session: str, by: str, words: str = "", *, world: World | None = None) -> None:
    """Say, as the trainee, that one has read the review. Raises RecordError, SessionError."""
    _check_reviewed(record, session)
    _keep(record, session, Acknowledged(), words, by, world)


def dispute(record: Record, session: str, by: str, words: str, *, world: World | None = None) -> None:
    """Say, as the trainee, with what one does not agree. Raises RecordError, SessionError."""
    if not words.strip():
        raise SessionError(Message(N_("Say with what you do not agree: the trainer answers to it.")))
    _check_reviewed(record, session)
    _keep(record, session, Disputed(), words, by, world)


def answer(record: Record, session: str, by: str, words: str, *, world: World | None = None) -> None:
    """Answer, as a trainer, what the trainee said of the review. Raises RecordError, SessionError."""
    if not words.strip():
        raise SessionError(Message(N_("An answer without a word says nothing.")))
    if not any(isinstance(one.review, Response) for one in record.reviews(session)):
        raise SessionError(Message(N_("The trainee has said nothing of this review yet; there is nothing to answer.")))
    _keep(record, session, Answered(), words, by, world)


def _keep(record: Record, session: str, said: Marking | Response, words: str, by: str, world: World | None) -> None:
    record.review(session, said, words.strip(), by=record.people.id_for(by), at=(world or World()).at)


def _check_reviewed(record: Record, session: str) -> None:
    if all(isinstance(one.review, Reflected) for one in record.reviews(session)):
        raise SessionError(Message(N_("Nobody has reviewed this session yet.")))


def _check_decision(decision: int, last: int, least: int) -> None:
    if not least <= decision <= last:
        text = N_("There is no decision {number} in this session; it has {last}.")
        raise SessionError(Message(text, {"number": decision, "last": last}))


def _check_correction(case: Case, wanted: Correction) -> None:
    _check_decision(wanted.decision, len(case.decisions), least=1)
    if wanted.criterion not in case.criteria:
        text = N_("The rubric has no criterion {name}. It has: {names}.")
        raise SessionError(Message(text, {"name": wanted.criterion[:80], "names": list(case.criteria)}))
    own = case.own_points(wanted.decision, wanted.criterion)
    if abs(wanted.points) > MOST_POINTS and wanted.points != own:
        text = N_("Give from {least} to {most} points.")
        raise SessionError(Message(text, {"least": -MOST_POINTS, "most": MOST_POINTS}))
