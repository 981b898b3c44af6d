"""The score of a session as trainers have corrected it, which stands beside the machine's in every report."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.record import Record, Summary


def reviewed_scores(record: Record, sessions: Iterable[Summary]) -> dict[str, float]:
    """The exact score that the latest review of each session came to; without those that no review scored.

    Raises RecordError.
    """
    found = {}
    for summary in sessions:
        scores = [getattr(one.review, "score", None) for one in record.reviews(summary.session)]
        given = [score for score in scores if score is not None]
        if given:
            found[summary.session] = float(given[-1])
    return found
