"""How far reviewers agree who marked the same calls: within one level, Cohen's weighted kappa, Krippendorff's alpha.

Marks are the levels 1..5 of one criterion: a row for each call, in it a mark of each reviewer in the same order, None
where one is missing. 1 is perfect agreement, 0 what chance brings, below 0 worse than that; a coefficient is None where
all marks are the same, for then nothing was told apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, permutations
from typing import Final, NamedTuple, TypeAlias

from scoring.sampling import Estimate, estimated

LEVELS: Final = (1, 2, 3, 4, 5)
"""What a mark may be."""

Row: TypeAlias = Sequence[int | None]

LINEAR: Final = 1
QUADRATIC: Final = 2


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the reviewers agree on one criterion. Each figure is None where the marks do not say it."""

    reviewers: int
    """Who gave a mark at all."""
    calls: int
    """Calls with two marks or more: the others say nothing about agreement."""
    within_one: Estimate | None
    """The share, of 1, of the pairs of marks of the same call that are at most one level apart."""
    kappa: Estimate | None
    """Cohen's kappa with quadratic weights; None where there are not two reviewers."""
    linear_kappa: Estimate | None
    alpha: Estimate | None
    """Krippendorff's alpha for ordinal marks, for any number of reviewers."""


def agreement(rows: Sequence[Row], seed: str) -> Agreement:
    """All that can be said of these marks, with bootstrap intervals over the calls; `seed` gives the draws."""
    columns = [column for column in zip(*rows, strict=True) if any(mark is not None for mark in column)]
    kept = [row for row in zip(*columns, strict=True) if _given(row) > 1]
    pairs = pairs_of(kept) if len(columns) == 2 else []
    return Agreement(
        reviewers=len(columns),
        calls=len(kept),
        within_one=estimated([_near(row) for row in kept], _share, seed),
        kappa=estimated(pairs, lambda drawn: weighted_kappa(drawn, QUADRATIC), seed),
        linear_kappa=estimated(pairs, lambda drawn: weighted_kappa(drawn, LINEAR), seed),
        alpha=estimated([_unit(row) for row in kept], _alpha, seed),
    )


def within_one(rows: Sequence[Row]) -> float | None:
    """The share of the pairs of marks of the same call that are at most one level apart; None without a pair."""
    return _share([_near(row) for row in rows])


def weighted_kappa(pairs: Sequence[tuple[int, int]], power: int = QUADRATIC) -> float | None:
    """Cohen's weighted kappa of two reviewers (Cohen 1968, Psychological Bulletin 70).

    Two marks disagree by the distance of their levels to the `power`: 1 for linear weights, 2 for quadratic ones.
    """
    if not pairs:
        return None
    first = [sum(a == level for a, _ in pairs) for level in LEVELS]
    second = [sum(b == level for _, b in pairs) for level in LEVELS]
    by_chance = sum(
        here * there * _apart(a, b, power)
        for a, here in zip(LEVELS, first, strict=True)
        for b, there in zip(LEVELS, second, strict=True)
    )
    if by_chance == 0:
        return None
    return 1 - len(pairs) * sum(_apart(a, b, power) for a, b in pairs) / by_chance


def ordinal_alpha(rows: Sequence[Row]) -> float | None:
    """Krippendorff's alpha with the ordinal metric (Krippendorff, Content Analysis, 4th ed. 2018, ch. 12).

    The distance of two levels is the number of marks from the one to the other, its own and the other's by half,
    squared. A call with a single mark is passed over.
    """
    return _alpha([_unit(row) for row in rows if _given(row) > 1])


def pairs_of(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """The marks of the first two reviewers where both gave one."""
    return [(a, b) for a, b, *_ in rows if a is not None and b is not None]


class _Unit(NamedTuple):
    """One call as alpha counts it."""

    marks: tuple[int, ...]
    """How often each level was given."""
    apart: tuple[tuple[int, int, float], ...]
    """Two levels that differ (places, the lower first), and how often they stand beside each other: both ways,
    over the marks of the call less one."""


class _Near(NamedTuple):
    """The pairs of marks of one call: those at most one level apart, and all."""

    near: int
    pairs: int


def _apart(mark: int, other: int, power: int) -> int:
    distance: int = abs(mark - other) ** power
    return distance


def _given(row: Row) -> int:
    return sum(mark is not None for mark in row)


def _near(row: Row) -> _Near:
    pairs = list(combinations([mark for mark in row if mark is not None], 2))
    return _Near(sum(abs(a - b) <= 1 for a, b in pairs), len(pairs))


def _share(calls: Sequence[_Near]) -> float | None:
    pairs = sum(call.pairs for call in calls)
    return sum(call.near for call in calls) / pairs if pairs else None


def _unit(row: Row) -> _Unit:
    given = [LEVELS.index(mark) for mark in row if mark is not None]
    marks = tuple(given.count(place) for place in range(len(LEVELS)))
    beside = [(a, b) for a, b in permutations(given, 2) if a < b]
    return _Unit(marks, tuple((a, b, 2 * beside.count((a, b)) / (len(given) - 1)) for a, b in sorted(set(beside))))


def _alpha(calls: Sequence[_Unit]) -> float | None:
    marks: list[int] = [sum(column) for column in zip(*(call.marks for call in calls), strict=True)]
    apart = _distances(marks)
    by_chance = sum(2 * marks[a] * marks[b] * distance for (a, b), distance in apart.items())
    if by_chance == 0:
        return None
    found = sum(times * apart[a, b] for call in calls for a, b, times in call.apart)
    return 1 - (sum(marks) - 1) * found / by_chance


def _distances(marks: Sequence[int]) -> dict[tuple[int, int], float]:
    """The ordinal distance, squared, of each two levels of which so many marks were given."""
    return {
        (a, b): (sum(marks[a : b + 1]) - (marks[a] + marks[b]) / 2) ** 2 for a, b in combinations(range(len(marks)), 2)
    }
