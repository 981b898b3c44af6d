"""The figures of a group from the results of its calls: criteria by trainee, pass rates, first try against latest.

Only sessions that count go in. A criterion's score is taken between 0 and 100, as it is shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from scoring.sampling import Estimate, estimated, share_of
from simulator.record import Summary

Key = TypeVar("Key")


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
    """The mean of what each gained, with a bootstrap interval over the trainees."""


def criteria_by_trainee(sessions: Iterable[Summary]) -> tuple[TraineeCriteria, ...]:
    """The trainees by their mean score, the lowest first: who needs help stands on top."""
    found = [_trainee(trainee, own) for trainee, own in _by(sessions, lambda one: one.trainee).items()]
    return tuple(sorted(found, key=lambda one: (one.score.value, one.trainee)))


def pass_rates(sessions: Iterable[Summary]) -> tuple[PassRate, ...]:
    """The calls by their pass rate, the lowest first."""
    found = [_rate(scenario, own) for scenario, own in _by(sessions, lambda one: one.scenario).items()]
    return tuple(sorted(found, key=lambda one: (one.rate.value, one.scenario)))


def first_and_latest(sessions: Iterable[Summary]) -> tuple[FirstAndLatest, ...]:
    """The calls that somebody took twice or more, by what was gained, the least first."""
    found = [_change(scenario, own) for scenario, own in _by(sessions, lambda one: one.scenario).items()]
    return tuple(sorted((one for one in found if one), key=lambda one: (one.change.value, one.scenario)))


def first_tries(sessions: Iterable[Summary]) -> frozenset[str]:
    """The ids of each trainee's first session of each call: later ones know what the debrief said."""
    tries = _by(sessions, lambda one: (one.trainee, one.scenario))
    return frozenset(own[0].session for own in tries.values())


def _trainee(trainee: str, own: Sequence[Summary]) -> TraineeCriteria:
    scores: dict[str, list[float]] = defaultdict(list)
    for summary in own:
        for criterion, score in summary.criteria.items():
            if score is not None:
                scores[criterion].append(min(100.0, max(0.0, score)))
    criteria = {criterion: _mean(found) for criterion, found in scores.items()}
    return TraineeCriteria(trainee, _mean([max(0.0, summary.score) for summary in own]), criteria)


def _rate(scenario: str, own: Sequence[Summary]) -> PassRate:
    passed = sum(summary.passed for summary in own)
    rate = share_of(passed, len(own))
    assert rate is not None, "there is a session of each call here"
    return PassRate(scenario, own[-1].title, len({one.trainee for one in own}), len(own), passed, rate)


def _change(scenario: str, own: Sequence[Summary]) -> FirstAndLatest | None:
    tries = sorted(_by(own, lambda one: one.trainee).items())
    pairs = [(found[0].score, found[-1].score) for _, found in tries if len(found) > 1]
    change = estimated([latest - first for first, latest in pairs], _middle, f"{scenario}/change")
    if change is None:
        return None
    first, latest = _mean([first for first, _ in pairs]).value, _mean([latest for _, latest in pairs]).value
    return FirstAndLatest(scenario, own[-1].title, len(pairs), first, latest, change)


def _by(sessions: Iterable[Summary], key: Callable[[Summary], Key]) -> dict[Key, list[Summary]]:
    """The sessions that count by what `key` says of them, the oldest first in each."""
    found: dict[Key, list[Summary]] = defaultdict(list)
    for summary in sorted(sessions, key=lambda one: (one.started, one.session)):
        if summary.counts:
            found[key(summary)].append(summary)
    return found


def _mean(values: Sequence[float]) -> Mean:
    return Mean(sum(values) / len(values), len(values))


def _middle(values: Sequence[float]) -> float | None:
    return _mean(values).value if values else None
