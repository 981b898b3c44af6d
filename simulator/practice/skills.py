"""How good a trainee is at each criterion, from many calls: an estimate, how sure it is, and where it is going.

One call is a noisy measure, so no call is a verdict. The estimate is the normal model with two levels of Gelman et al.
(Bayesian Data Analysis, 3rd ed. 2013, section 5.4); shrinking a person's mean towards what is known of them otherwise
is Kelley's regressed score (Interpretation of Educational Measurements, 1927). With `S_c` the points at stake on
criterion `c` in all calls together and `m_c` the mean of its scores, each counted by its points at stake:

    v_c = NOISE / S_c                               the error of m_c
    g   = mean of PRIOR and all m_c, weighted by 1 / PRIOR_SD^2 and 1 / (BETWEEN^2 + v_c)    the general level
    B_c = BETWEEN^2 / (BETWEEN^2 + v_c)             how much the criterion's own calls say
    skill_c = g + B_c * (m_c - g)
    variance = B_c * v_c + (1 - B_c)^2 * variance of g

A criterion that was hardly tested is thus near the trainee's general level, and never looks like the weakest for want
of calls. Of each criterion the latest `LATEST` calls count: who has learned is not held to what they did a year ago.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from math import sqrt
from typing import Final

PRIOR: Final = 50.0
"""Where a trainee stands of whom nothing is known: half-way from blind clicking to the best call."""
PRIOR_SD: Final = 25.0
BETWEEN: Final = 15.0
"""How far the criteria of one trainee lie from their general level (standard deviation)."""
NOISE: Final = 5_500.0
"""Variance of a criterion's score where one point is at stake; of one with six points the standard deviation is 30.

Measured on the shipped calls with simulated trainees who are right 50 % and 80 % of the time.
"""
Z: Final = 1.2816
"""Four times in five the true value lies within so many standard deviations."""
LATEST: Final = 30
FEWEST_FOR_TREND: Final = 4
"""With fewer calls there is no first and second half to compare."""


class Trend(StrEnum):
    """Where a skill is going: the later half of the calls against the earlier half, beyond their error."""

    UNKNOWN = "unknown"
    RISING = "rising"
    STEADY = "steady"
    FALLING = "falling"


@dataclass(frozen=True, slots=True)
class Sample:
    """What one call says of one criterion. `stake` is what blind clicking loses on it there, in points."""

    criterion: str
    score: float
    stake: float
    at: datetime
    session: str


@dataclass(frozen=True, slots=True)
class Skill:
    """The estimate of one criterion, 0..100. The true value lies from `low` to `high` four times in five."""

    criterion: str
    value: float
    low: float
    high: float
    trend: Trend
    scores: tuple[float, ...]
    """The scores it is made from, 0..100, the oldest first."""
    sessions: tuple[str, ...] = ()
    """The sessions that they are from."""

    @property
    def calls(self) -> int:
        """From how many calls it is."""
        return len(self.scores)


def skills_of(samples: Iterable[Sample]) -> tuple[Skill, ...]:
    """The skill of each criterion that was tested, by the criterion's id. The order of `samples` means nothing."""
    found: dict[str, list[Sample]] = defaultdict(list)
    for sample in samples:
        if sample.stake > 0:
            found[sample.criterion].append(sample)
    for own in found.values():
        own.sort(key=lambda sample: (sample.at, sample.session))
    ordered = {name: found[name][-LATEST:] for name in sorted(found)}
    general, variance = _general_level(list(ordered.values()))
    return tuple(_skill(name, own, general, variance) for name, own in ordered.items())


def _general_level(groups: Sequence[Sequence[Sample]]) -> tuple[float, float]:
    """The trainee's level over all criteria, and its variance."""
    parts = [(PRIOR, 1 / PRIOR_SD**2)]
    for group in groups:
        mean, error = _mean(group)
        parts.append((mean, 1 / (BETWEEN**2 + error)))
    total = sum(weight for _, weight in parts)
    return sum(mean * weight for mean, weight in parts) / total, 1 / total


def _skill(criterion: str, samples: Sequence[Sample], general: float, variance: float) -> Skill:
    mean, error = _mean(samples)
    own = BETWEEN**2 / (BETWEEN**2 + error)
    value = _within(general + own * (mean - general))
    reach = Z * sqrt(own * error + (1 - own) ** 2 * variance)
    scores = tuple(_within(sample.score) for sample in samples)
    sessions = tuple(sample.session for sample in samples)
    return Skill(criterion, value, _within(value - reach), _within(value + reach), _trend(samples), scores, sessions)


def _trend(samples: Sequence[Sample]) -> Trend:
    if len(samples) < FEWEST_FOR_TREND:
        return Trend.UNKNOWN
    half = len(samples) // 2
    (before, error_before), (after, error_after) = _mean(samples[:half]), _mean(samples[half:])
    change, beyond = after - before, Z * sqrt(error_before + error_after)
    if abs(change) <= beyond:
        return Trend.STEADY
    return Trend.RISING if change > 0 else Trend.FALLING


def _mean(samples: Sequence[Sample]) -> tuple[float, float]:
    """The mean score, each counted by its points at stake, and its error as a variance."""
    stake = sum(sample.stake for sample in samples)
    return sum(_within(sample.score) * sample.stake for sample in samples) / stake, NOISE / stake


def _within(score: float) -> float:
    return min(100.0, max(0.0, score))
