"""What a trainee has played: every session, and each call with its first, best and latest result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from simulator.model.mode import Mode
from simulator.record import Summary

if TYPE_CHECKING:
    from simulator.record import Record


class Sight(StrEnum):
    """Who may see a session."""

    PRIVATE = "private"
    """Its trainee alone; they may share or delete it."""
    SHARED = "shared"
    EXAM = "exam"


@dataclass(frozen=True, slots=True)
class PlayedSession:
    """One session that came to its end, and who may see it."""

    summary: Summary
    sight: Sight
    reviewed: bool = False
    """Whether a trainer has said something of it, for its trainee to read in the debrief."""

    @property
    def is_private(self) -> bool:
        """Whether its trainee may share or delete it."""
        return self.sight is Sight.PRIVATE


@dataclass(frozen=True, slots=True)
class PlayedCall:
    """One call with its sessions that count: the first, the best and the latest; None where none counts."""

    scenario: str
    title: str
    """As it was called in the latest session."""
    tries: int
    """Sessions that came to their end, help or not."""
    first: Summary | None
    best: Summary | None
    latest: Summary | None


@dataclass(frozen=True, slots=True)
class PlayHistory:
    """All of it, the newest first."""

    sessions: tuple[PlayedSession, ...] = ()
    calls: tuple[PlayedCall, ...] = ()


def history_of(record: Record, trainee: str) -> PlayHistory:
    """What the trainee of that name has played. Raises RecordError."""
    person = record.people.id_of(trainee)
    if person is None:
        return PlayHistory()
    shared, reviewed = record.shared(person), record.reviewed(person)
    summaries = tuple(record.sessions(trainee=person))
    return PlayHistory(
        tuple(PlayedSession(one, _sight(one, shared), one.session in reviewed) for one in summaries),
        calls_of(summaries),
    )


def calls_of(summaries: Sequence[Summary]) -> tuple[PlayedCall, ...]:
    """The calls of these sessions (the newest first), the one last played first."""
    by_call: dict[str, list[Summary]] = {}
    for summary in summaries:
        by_call.setdefault(summary.scenario, []).append(summary)
    return tuple(_call(name, own) for name, own in by_call.items())


def _call(scenario: str, summaries: Sequence[Summary]) -> PlayedCall:
    counting = [summary for summary in summaries if summary.counts]
    return PlayedCall(
        scenario=scenario,
        title=summaries[0].title,
        tries=len(summaries),
        first=counting[-1] if counting else None,
        best=max(counting, key=lambda summary: summary.score, default=None),
        latest=counting[0] if counting else None,
    )


def _sight(summary: Summary, shared: frozenset[str]) -> Sight:
    if summary.mode is Mode.EXAM:
        return Sight.EXAM
    return Sight.SHARED if summary.session in shared else Sight.PRIVATE
