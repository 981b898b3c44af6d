"""The score of a session as trainers have corrected it, which stands beside the machine's in every report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from simulator.model.reviews import Corrected, SignedOff
from simulator.record import Reviewed

if TYPE_CHECKING:
    from simulator.record import Record, Summary


class ReviewedResult(NamedTuple):
    """What a session came to by a trainer's review."""

    score: float
    """Exact, as the machine's is; it may be below 0."""
    passed: bool


def reviewed_results(record: Record, sessions: Sequence[Summary]) -> dict[str, ReviewedResult]:
    """The result by session, of those that a trainer has scored or signed. Raises RecordError."""
    said = record.reviews_of([summary.session for summary in sessions])
    found = {session: reviewed_result(reviews) for session, reviews in said.items()}
    return {session: result for session, result in found.items() if result is not None}


def reviewed_result(reviews: Sequence[Reviewed]) -> ReviewedResult | None:
    """What the latest review that says a score says; None where none does. `reviews` come oldest first."""
    for one in reversed(reviews):
        if isinstance(one.review, Corrected | SignedOff):
            return ReviewedResult(one.review.score, one.review.passed)
    return None
