"""Gathers what is told of a group: its sessions that count, the figures of them, and who and what is meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from heapq import nlargest
from typing import TYPE_CHECKING, NamedTuple

from simulator.groups.decisions import DecisionFigures, decision_figures
from simulator.groups.reading import DecisionsRead, Tick, read_decisions
from simulator.groups.results import FirstAndLatest, PassRate, Results, TraineeCriteria
from simulator.record import Summary
from simulator.record import Wanted as WantedSessions

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

    @property
    def ever(self) -> bool:
        """Whether it is of all times."""
        return self.since is None and self.until is None


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
    """Read and work out all of it; holds no more sessions than decisions are read from. Raises RecordError."""
    results, latest = _counted(record, wanted) if wanted.ever else _read(record, wanted)
    read = read_decisions(record, latest, results.first_tries(), language, cache, tick)
    trainees = results.criteria_by_trainee()
    return Group(
        calls=results.calls,
        names=record.people.names([one.trainee for one in trainees]),
        titles=results.titles,
        trainees=trainees,
        passes=results.pass_rates(),
        tries=results.first_and_latest(),
        decisions=decision_figures(read.rows),
        read=read,
        read_from=len(latest) - read.untold,
    )


def _counted(record: Record, wanted: Wanted) -> tuple[Results, Sequence[Summary]]:
    """The results as the record has counted them, and the latest sessions."""
    found = record.tallies(trainees=wanted.trainees, scenario=wanted.scenario, viewer=wanted.viewer)
    trainees = None if wanted.trainees is None else frozenset(wanted.trainees)
    listed = WantedSessions(trainees=trainees, scenario=wanted.scenario, counts=True, viewer=wanted.viewer)
    return Results.of(found), [one.summary for one in record.pages(listed).first(wanted.latest)]


def _read(record: Record, wanted: Wanted) -> tuple[Results, Sequence[Summary]]:
    """The same from the sessions themselves: nothing is counted by time."""
    results = Results()
    added = _added(results, record, wanted)
    return results, nlargest(wanted.latest, added, key=lambda one: (one.started, one.session))


def _added(results: Results, record: Record, wanted: Wanted) -> Iterator[Summary]:
    """The sessions that count, taken into the results one by one."""
    for trainee in wanted.trainees if wanted.trainees is not None else [None]:
        found = record.sessions(
            trainee=trainee,
            scenario=wanted.scenario,
            counts=True,
            since=wanted.since,
            until=wanted.until,
            viewer=wanted.viewer,
        )
        for summary in found:
            results.add(summary)
            yield summary
