"""The figures of a report on a group that its sessions give: week by week, and trainee by trainee. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date as Date
from datetime import timedelta, tzinfo

from simulator.record import Summary
from simulator.report.figures_rates import Rate, pass_rate


@dataclass(frozen=True, slots=True)
class WeekOfScores:
    """The sessions of one week that count."""

    monday: Date
    sessions: int
    mean: float
    """Of the scores from 0 up, as they are shown."""
    passed: Rate


@dataclass(frozen=True, slots=True)
class MemberFigures:
    """What one trainee of the group has done; rates come from the sessions that count, the rest from all."""

    trainee: str
    sessions: int
    minutes: float
    passed: Rate
    critical: int
    reviewed: int
    """How many sessions a trainer has reviewed."""


def weeks_of_scores(sessions: Iterable[Summary], zone: tzinfo | None = None) -> tuple[WeekOfScores, ...]:
    """Each week with a session that counts, the first one first; days are those of `zone` or of this machine."""
    found: dict[Date, list[Summary]] = defaultdict(list)
    for summary in sessions:
        if summary.counts:
            day = summary.started.astimezone(zone).date()
            found[day - timedelta(days=day.weekday())].append(summary)
    return tuple(
        WeekOfScores(monday, len(own), sum(max(0.0, one.score) for one in own) / len(own), pass_rate(own))
        for monday, own in sorted(found.items())
    )


def members(sessions: Sequence[Summary], reviewed: Iterable[str] = ()) -> tuple[MemberFigures, ...]:
    """Each trainee with a session, by id. `reviewed` are the sessions that a trainer has reviewed."""
    found: dict[str, list[Summary]] = defaultdict(list)
    for summary in sessions:
        found[summary.trainee].append(summary)
    known = frozenset(reviewed)
    return tuple(
        MemberFigures(
            trainee=trainee,
            sessions=len(own),
            minutes=sum(one.minutes for one in own),
            passed=pass_rate(own),
            critical=sum(len(one.critical) for one in own),
            reviewed=sum(one.session in known for one in own),
        )
        for trainee, own in sorted(found.items())
    )
