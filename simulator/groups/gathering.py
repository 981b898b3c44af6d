"""Gathers what is told of a group: its sessions that count, the figures of them, and who and what is meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from simulator.groups.decisions import DecisionFigures, decision_figures
from simulator.groups.reading import DecisionsRead, Tick, read_decisions
from simulator.groups.results import (
    FirstAndLatest,
    PassRate,
    TraineeCriteria,
    criteria_by_trainee,
    first_and_latest,
    first_tries,
    pass_rates,
)
from simulator.record import Summary

if TYPE_CHECKING:
    from simulator.library import Cache
    from simulator.record import Record


class Wanted(NamedTuple):
    """Which sessions a group is told by, and who asks."""

    trainees: Sequence[str] | None
    """Opaque ids; None for everybody."""
    viewer: str
    """The id of whoever looks: others' practice that was not shared stays out."""
    scenario: str | None
    latest: int
    """From how many calls decisions are read, the newest of them."""
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """All that is told of a group. Criteria and what was said are in the language asked for."""

    calls: int
    """Sessions that count."""
    names: Mapping[str, str]
    """The name of each trainee, by opaque id; empty where it was erased."""
    titles: Mapping[str, str]
    """What each call is called, by its id."""
    trainees: tuple[TraineeCriteria, ...]
    passes: tuple[PassRate, ...]
    tries: tuple[FirstAndLatest, ...]
    decisions: tuple[DecisionFigures, ...]
    read: DecisionsRead
    read_from: int
    """How many calls the decisions are from."""

    @property
    def criteria(self) -> tuple[str, ...]:
        """The criteria that any call assesses, in the order of the rubric."""
        found = {criterion for trainee in self.trainees for criterion in trainee.criteria}
        order = {criterion: place for place, criterion in enumerate(self.read.labels)}
        return tuple(sorted(found, key=lambda one: (order.get(one, len(order)), one)))

    def label(self, criterion: str) -> str:
        """What a criterion is called."""
        return self.read.labels.get(criterion, criterion)


def gather(record: Record, wanted: Wanted, language: str, cache: Cache, tick: Tick) -> Group:
    """Read and work out all of it. Raises RecordError."""
    sessions = _sessions(record, wanted)
    latest = sessions[: wanted.latest]
    read = read_decisions(record, latest, first_tries(sessions), language, cache, tick)
    return Group(
        calls=len(sessions),
        names={trainee: record.people.name(trainee) for trainee in {one.trainee for one in sessions}},
        titles={one.scenario: one.title for one in reversed(sessions)},
        trainees=criteria_by_trainee(sessions),
        passes=pass_rates(sessions),
        tries=first_and_latest(sessions),
        decisions=decision_figures(read.rows),
        read=read,
        read_from=len(latest) - read.untold,
    )


def _sessions(record: Record, wanted: Wanted) -> list[Summary]:
    """The sessions that count, the newest first."""
    found = [
        summary
        for trainee in (wanted.trainees if wanted.trainees is not None else [None])
        for summary in record.sessions(
            trainee=trainee,
            scenario=wanted.scenario,
            counts=True,
            since=wanted.since,
            until=wanted.until,
            viewer=wanted.viewer,
        )
    ]
    return sorted(found, key=lambda one: (one.started, one.session), reverse=True)
