"""When a call is worth taking again: the FSRS scheduler of the library `fsrs`, fed with the history at each look.

Nothing is stored. Each session that counts is one review of its call:

    a critical error, or not passed                 again
    passed, in an ending that is only half a success hard
    passed                                          good
    passed with a score of `EASY_FROM` or more      easy

What was not passed comes back the next day: there is one step of learning, a night long. There is no fuzz: the same
history gives the same days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from scoring.scorecard import reaches
from simulator.record import Summary

if TYPE_CHECKING:
    from fsrs import Rating, Scheduler

EASY_FROM: Final = 90.0
"""Where the highest band of the shipped rubrics begins."""
NIGHT: Final = timedelta(days=1)
LONGEST: Final = 180
"""Days after which any call is suggested again, however well it went."""


def due_dates(sessions: Iterable[Summary]) -> Mapping[str, datetime]:
    """When each call is suggested again, by scenario; only sessions that count, in any order."""
    by_call: dict[str, list[Summary]] = defaultdict(list)
    for summary in sessions:
        if summary.counts:
            by_call[summary.scenario].append(summary)
    if not by_call:
        return {}
    from fsrs import Scheduler

    scheduler = Scheduler(
        learning_steps=(NIGHT,), relearning_steps=(NIGHT,), maximum_interval=LONGEST, enable_fuzzing=False
    )
    return {name: _due(scheduler, own) for name, own in by_call.items()}


def _due(scheduler: Scheduler, sessions: Sequence[Summary]) -> datetime:
    from fsrs import Card

    ordered = sorted(sessions, key=lambda summary: (summary.ended, summary.session))
    card = Card(card_id=0, due=ordered[0].ended)
    for summary in ordered:
        card, _log = scheduler.review_card(card, rating_of(summary), summary.ended)
    return card.due


def rating_of(summary: Summary) -> Rating:
    """What a session says of how well the call is known."""
    from fsrs import Rating

    if summary.critical or not summary.passed:
        return Rating.Again
    if summary.outcome == "partial":
        return Rating.Hard
    return Rating.Easy if reaches(summary.score, EASY_FROM) else Rating.Good
