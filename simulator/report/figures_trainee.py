"""The figures of a report on one trainee: pure, from the summaries of their sessions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Date
from datetime import datetime
from types import MappingProxyType

from simulator.record import Summary
from simulator.report.figures_minutes import minutes_by_day, minutes_by_week
from simulator.report.figures_rates import Rate, pass_rate
from simulator.session.history import PlayedCall, calls_of

_NOTHING: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class CallFigures:
    """One call: how often it was taken, how often passed, and with what scores."""

    played: PlayedCall
    passed: Rate


@dataclass(frozen=True, slots=True)
class CriticalMade:
    """A critical error (its id) that was made, in that session."""

    error: str
    session: Summary


@dataclass(frozen=True, slots=True)
class TraineeFigures:
    """What a report says in figures. Only sessions that count make rates and best scores; minutes come from all."""

    sessions: tuple[Summary, ...]
    """The oldest first."""
    reviewed: Mapping[str, float]
    """The exact score by session, where a trainer has corrected the machine's."""
    calls: tuple[CallFigures, ...]
    """The one last played first."""
    passed: Rate
    critical: tuple[CriticalMade, ...]
    """The oldest first."""
    weeks: tuple[tuple[Date, float], ...]
    """Minutes trained by week, each named by its Monday."""

    @property
    def minutes(self) -> float:
        """Minutes trained in all sessions together."""
        return sum(summary.minutes for summary in self.sessions)

    @property
    def counting(self) -> tuple[Summary, ...]:
        """The sessions that count, the oldest first."""
        return tuple(summary for summary in self.sessions if summary.counts)

    @property
    def first(self) -> datetime | None:
        """When the first session began."""
        return self.sessions[0].started if self.sessions else None

    @property
    def last(self) -> datetime | None:
        """When the last session ended."""
        return max((summary.ended for summary in self.sessions), default=None)


def trainee_figures(sessions: Sequence[Summary], reviewed: Mapping[str, float] = _NOTHING) -> TraineeFigures:
    """The figures of one trainee's sessions, which come the newest first, as the record gives them."""
    oldest_first = tuple(reversed(sessions))
    known = {summary.session for summary in sessions}
    return TraineeFigures(
        sessions=oldest_first,
        reviewed={session: score for session, score in reviewed.items() if session in known},
        calls=tuple(
            CallFigures(played, pass_rate(one for one in sessions if one.scenario == played.scenario))
            for played in calls_of(sessions)
        ),
        passed=pass_rate(sessions),
        critical=tuple(CriticalMade(error, summary) for summary in oldest_first for error in summary.critical),
        weeks=minutes_by_week(minutes_by_day(sessions)),
    )
