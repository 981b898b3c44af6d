"""What the record has beside the decisions of a session: the trainee's own word, the last try."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from scoring.scorecard import shown
from simulator.model.events import Started
from simulator.model.reviews import Reflected
from simulator.record import Recorded, RecordError, Summary
from simulator.session.debrief import LastTry, Reflection

if TYPE_CHECKING:
    from simulator.record import Record


@dataclass(frozen=True, slots=True)
class Beside:
    """What a debrief tells beside the call itself; all of it may be missing."""

    begun: datetime | None = None
    """When the session began."""
    reflections: tuple[Reflection, ...] = ()
    last_try: LastTry | None = None
    before: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """The shown score by criterion in the last try, where it was assessed."""


def beside_of(record: Record, events: Sequence[Recorded], started: Started) -> Beside:
    """What is kept beside those events of one session. Raises RecordError."""
    last = _last_try(record, events, started)
    scores = last.criteria.items() if last else ()
    return Beside(
        begun=events[0].at,
        reflections=reflections_of(record, started.session),
        last_try=None if last is None else LastTry(last.session, last.started, shown(last.score), last.passed),
        before={name: shown(score) for name, score in scores if score is not None},
    )


def reflections_of(record: Record, session: str) -> tuple[Reflection, ...]:
    """What the trainee said to themselves, where it was not erased. Raises RecordError."""
    return tuple(
        Reflection(one.review.question, one.words)
        for one in record.reviews(session)
        if isinstance(one.review, Reflected) and one.words
    )


def _last_try(record: Record, events: Sequence[Recorded], started: Started) -> Summary | None:
    """The try before: of a retry, what it was made from, else the newest that began earlier and is no retry."""
    if started.branch_of is not None:
        try:
            return record.summary(started.branch_of.session)
        except RecordError:
            return None  # deleted since
    begun = (events[0].at, started.session)
    tries = record.sessions(trainee=started.trainee, scenario=started.scenario)
    return next((one for one in tries if (one.started, one.session) < begun and not one.branched), None)
