"""The figures of a group from the results of its calls: criteria by trainee, pass rates, first try against latest.

Only sessions that count go in, one by one or as the record has counted them. A mean takes scores between 0 and 100, as
they are shown.
What is kept does not grow with the number of sessions, but with trainees and calls alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from scoring.sampling import Estimate, mean_of, share_of
from simulator.record import Summary, Tallies, Tries, Try


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean of so many scores."""

    value: float
    calls: int


@dataclass(frozen=True, slots=True)
class TraineeCriteria:
    """One trainee, by opaque id: the mean score of their calls, and of each criterion that they assess."""

    trainee: str
    score: Mean
    criteria: Mapping[str, Mean]


@dataclass(frozen=True, slots=True)
class PassRate:
    """How often one call is passed."""

    scenario: str
    title: str
    trainees: int
    calls: int
    passed: int
    rate: Estimate
    """The share of 1, with Wilson's interval."""


@dataclass(frozen=True, slots=True)
class FirstAndLatest:
    """One call, by those who took it twice or more: their first try against their latest."""

    scenario: str
    title: str
    trainees: int
    first: float
    """The mean score."""
    latest: float
    change: Estimate
    """The mean of what each gained, with its interval over the trainees."""


class Results:
    """What is known of the sessions so far; the order in which they come means nothing."""

    def __init__(self, sessions: Iterable[Summary] = ()) -> None:
        self.calls = 0
        """Sessions that count."""
        self._scores: dict[str, _Sum] = defaultdict(_Sum)
        self._criteria: dict[str, dict[str, _Sum]] = defaultdict(lambda: defaultdict(_Sum))
        self._passed: dict[str, _Sum] = defaultdict(_Sum)
        self._titles: dict[str, _Title] = {}
        self._tries: dict[str, dict[str, Tries]] = defaultdict(dict)
        for summary in sessions:
            self.add(summary)

    @classmethod
    def of(cls, tallies: Tallies) -> Results:
        """What the record has counted already."""
        found = cls()
        for (trainee, criterion), tally in tallies.trainees.items():
            own = found._criteria[trainee][criterion] if criterion else found._scores[trainee]
            own.total, own.count = tally.points, tally.calls
        for scenario, tally in tallies.calls.items():
            found.calls += tally.calls
            found._passed[scenario] = _Sum(tally.passed, tally.calls)
        for (scenario, trainee), tries in tallies.tries.items():
            found._tries[scenario][trainee] = tries
        for scenario, own_tries in found._tries.items():
            latest = max(tries.latest for tries in own_tries.values())
            found._titles[scenario] = _Title(latest.started, latest.session, tallies.titles.get(scenario, ""))
        return found

    def add(self, summary: Summary) -> None:
        """Take one more session into account, if it counts."""
        if not summary.counts:
            return
        self.calls += 1
        self._scores[summary.trainee].add(_shown(summary.score))
        for criterion, score in summary.criteria.items():
            if score is not None:
                self._criteria[summary.trainee][criterion].add(_shown(score))
        self._passed[summary.scenario].add(summary.passed)
        this = Try.of(summary)
        title = _Title(this.started, summary.session, summary.title)
        self._titles[summary.scenario] = max(title, self._titles.get(summary.scenario, title))
        before = self._tries[summary.scenario].get(summary.trainee, Tries(this, this))
        self._tries[summary.scenario][summary.trainee] = Tries(min(before.first, this), max(before.latest, this))

    @property
    def titles(self) -> Mapping[str, str]:
        """What each call is called in the latest session of it, by its id."""
        return {scenario: found.title for scenario, found in self._titles.items()}

    def criteria_by_trainee(self) -> tuple[TraineeCriteria, ...]:
        """The trainees by their mean score, the lowest first: who needs help stands on top."""
        found = [
            TraineeCriteria(trainee, scores.mean, {name: own.mean for name, own in self._criteria[trainee].items()})
            for trainee, scores in self._scores.items()
        ]
        return tuple(sorted(found, key=lambda one: (one.score.value, one.trainee)))

    def pass_rates(self) -> tuple[PassRate, ...]:
        """The calls by their pass rate, the lowest first."""
        found = []
        for scenario, passed in self._passed.items():
            hits = round(passed.total)
            rate = share_of(hits, passed.count)
            if rate is not None:
                trainees = len(self._tries[scenario])
                found.append(PassRate(scenario, self.titles[scenario], trainees, passed.count, hits, rate))
        return tuple(sorted(found, key=lambda one: (one.rate.value, one.scenario)))

    def first_and_latest(self) -> tuple[FirstAndLatest, ...]:
        """The calls that somebody took twice or more, by what was gained, the least first."""
        found = [self._change(scenario) for scenario in self._tries]
        return tuple(sorted((one for one in found if one), key=lambda one: (one.change.value, one.scenario)))

    def first_tries(self) -> frozenset[str]:
        """The ids of each trainee's first session of each call: later ones know what the debrief said."""
        return frozenset(tries.first.session for own in self._tries.values() for tries in own.values())

    def _change(self, scenario: str) -> FirstAndLatest | None:
        again = [tries for _, tries in sorted(self._tries[scenario].items()) if tries.first != tries.latest]
        gained = [tries.latest.score - tries.first.score for tries in again]
        change = mean_of(gained, f"{scenario}/change")
        if change is None:
            return None
        first, latest = _Sum.of(tries.first.score for tries in again), _Sum.of(tries.latest.score for tries in again)
        title = self.titles[scenario]
        return FirstAndLatest(scenario, title, len(again), first.mean.value, latest.mean.value, change)


class _Title(NamedTuple):
    """What a call was called, and in which session."""

    started: str
    session: str
    title: str


def _shown(score: float) -> float:
    return min(100.0, max(0.0, score))


@dataclass(slots=True)
class _Sum:
    """Grows by scores."""

    total: float = 0.0
    count: int = 0

    @classmethod
    def of(cls, values: Iterable[float]) -> _Sum:
        """The sum of all of `values`."""
        found = cls()
        for value in values:
            found.add(value)
        return found

    def add(self, value: float) -> None:
        """One more."""
        self.total += value
        self.count += 1

    @property
    def mean(self) -> Mean:
        """The mean of at least one."""
        return Mean(self.total / self.count, self.count)
