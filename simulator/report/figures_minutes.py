"""Minutes trained, by person and day. A session belongs to the day on which it was begun."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date as Date
from datetime import timedelta, tzinfo
from typing import Final

from simulator.model.mode import Mode
from simulator.record import Summary

_WEEK: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class DayTrained:
    """What one person trained on one day; `minutes` without the time in which they were away."""

    trainee: str
    day: Date
    sessions: int
    minutes: float
    exam_minutes: float
    """Those of the exams among them."""


def minutes_by_day(sessions: Iterable[Summary], zone: tzinfo | None = None) -> tuple[DayTrained, ...]:
    """One row for each person and day with a session, by day and then by person's id; it keeps no session.

    The days are those of `zone`, or of this machine's time zone.
    """
    found: dict[tuple[Date, str], DayTrained] = {}
    for summary in sessions:
        day = summary.started.astimezone(zone).date()
        before = found.get((day, summary.trainee), DayTrained(summary.trainee, day, 0, 0.0, 0.0))
        found[day, summary.trainee] = replace(
            before,
            sessions=before.sessions + 1,
            minutes=before.minutes + summary.minutes,
            exam_minutes=before.exam_minutes + (summary.minutes if summary.mode is Mode.EXAM else 0.0),
        )
    return tuple(one for _key, one in sorted(found.items()))


def minutes_by_week(days: Iterable[DayTrained]) -> tuple[tuple[Date, float], ...]:
    """The minutes of each week from the first to the last, by its Monday; weeks without any are there with 0."""
    found: dict[Date, float] = {}
    for one in days:
        monday = one.day - timedelta(days=one.day.weekday())
        found[monday] = found.get(monday, 0.0) + one.minutes
    if not found:
        return ()
    first, last = min(found), max(found)
    weeks = (last - first) // _WEEK + 1
    return tuple((monday, found.get(monday, 0.0)) for monday in (first + _WEEK * place for place in range(weeks)))
