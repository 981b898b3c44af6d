"""How sure a figure is: Wilson's interval for a share, Student's for the mean of many, the bootstrap for anything else.

No dice: a text gives the draws, so that a file, or a set of marks, always gets the same figures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from math import fsum, sqrt
from typing import Final, NamedTuple, TypeVar

Unit = TypeVar("Unit")

Z_95: Final = 1.959963984540054
"""Half of the standard normal distribution's middle 95 %, in standard deviations."""

RESAMPLES: Final = 1_000
FEWEST_UNITS: Final = 5
"""With fewer units a bootstrap repeats itself: its interval would look surer than anybody can be."""
MANY_UNITS: Final = 30
"""From so many units on a mean is spread as Student's distribution has it, near enough, whatever its units are like."""


class Interval(NamedTuple):
    """Where the true value lies with 95 % confidence."""

    low: float
    high: float


class Estimate(NamedTuple):
    """A figure and how sure it is; `interval` is None where too little is known to say."""

    value: float
    interval: Interval | None


def wilson(hits: int, tries: int) -> Interval:
    """Wilson's 95 % interval for a proportion (Wilson 1927): it stays within 0..1 and holds near both ends."""
    share, z2 = hits / tries, Z_95 * Z_95
    middle = (share + z2 / (2 * tries)) / (1 + z2 / tries)
    half = Z_95 / (1 + z2 / tries) * sqrt(share * (1 - share) / tries + z2 / (4 * tries * tries))
    # What is lost in rounding must not leave the share itself out.
    return Interval(min(share, max(0.0, middle - half)), max(share, min(1.0, middle + half)))


def share_of(hits: int, tries: int) -> Estimate | None:
    """The share of `hits` among `tries`, with Wilson's interval; None where nothing was tried."""
    return Estimate(hits / tries, wilson(hits, tries)) if tries else None


def mean_of(values: Sequence[float], seed: str) -> Estimate | None:
    """The mean of `values` with its 95 % interval, Student's of many and the bootstrap's of few; None of nothing."""
    if len(values) < MANY_UNITS:
        return estimated(values, _mean, seed)
    return Estimate(fsum(values) / len(values), student(values))


def student(values: Sequence[float]) -> Interval:
    """Student's 95 % interval for the mean of at least two values (Student, The Probable Error of a Mean, 1908)."""
    count, middle = len(values), fsum(values) / len(values)
    variance = fsum((value - middle) ** 2 for value in values) / (count - 1)
    half = student_quantile(count - 1) * sqrt(variance / count)
    return Interval(middle - half, middle + half)


def student_quantile(degrees: int) -> float:
    """Half of the middle 95 % of Student's distribution with so many degrees of freedom.

    By its expansion about the normal one (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.5): right to
    six decimals from 29 degrees on.
    """
    z = Z_95
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92_160,
    )
    return z + sum(term / float(degrees) ** power for power, term in enumerate(terms, start=1))


def estimated(units: Sequence[Unit], statistic: Callable[[Sequence[Unit]], float | None], seed: str) -> Estimate | None:
    """The statistic of `units` with its bootstrap interval; None where they do not say it."""
    value = statistic(units)
    return None if value is None else Estimate(value, bootstrap(units, statistic, seed))


def bootstrap(
    units: Sequence[Unit],
    statistic: Callable[[Sequence[Unit]], float | None],
    seed: str,
    resamples: int = RESAMPLES,
) -> Interval | None:
    """The 95 % percentile interval of a statistic (Efron and Tibshirani, An Introduction to the Bootstrap, ch. 13).

    `units` are what was drawn independently of each other. Resamples of which the statistic says nothing are passed
    over. None with fewer than `FEWEST_UNITS` units, and where less than half of the resamples say anything.
    """
    size = len(units)
    if size < FEWEST_UNITS:
        return None
    draws, found = numbers(seed), list[float]()
    for _ in range(resamples):
        value = statistic([units[next(draws) * size >> 32] for _ in range(size)])
        if value is not None:
            found.append(value)
    if 2 * len(found) < resamples:
        return None
    found.sort()
    return Interval(_quantile(found, 0.025), _quantile(found, 0.975))


def numbers(seed: str) -> Iterator[int]:
    """Whole numbers of 32 bits from a text: a congruential generator of 64 bits, of which the upper half is used.

    The multiplier is Knuth's (MMIX). The same on every machine and Python.
    """
    state = int.from_bytes(sha256(seed.encode()).digest()[:8], "big")
    while True:
        state = (state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        yield state >> 32


def _mean(values: Sequence[float]) -> float | None:
    return fsum(values) / len(values) if values else None


def _quantile(ordered: Sequence[float], share: float) -> float:
    """A quantile of sorted values, between two of them in proportion (type 7 of Hyndman and Fan 1996)."""
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
