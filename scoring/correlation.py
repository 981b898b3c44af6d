"""How closely two figures go together: Pearson's correlation, and Spearman's of their ranks. Over pairs of them."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import TypeAlias

from scoring.sampling import Estimate, estimated

Pair: TypeAlias = tuple[float, float]


def pearson(pairs: Sequence[Pair]) -> float | None:
    """The product-moment correlation, -1..1; None where one of the two figures never changes."""
    if _constant([a for a, _ in pairs]) or _constant([b for _, b in pairs]):
        return None
    middle, other = sum(a for a, _ in pairs) / len(pairs), sum(b for _, b in pairs) / len(pairs)
    both = sum((a - middle) * (b - other) for a, b in pairs)
    one, two = sum((a - middle) ** 2 for a, _ in pairs), sum((b - other) ** 2 for _, b in pairs)
    return min(1.0, max(-1.0, both / sqrt(one) / sqrt(two)))


def spearman(pairs: Sequence[Pair]) -> float | None:
    """The correlation of the ranks (Spearman 1904), ties having the mean of their ranks; None as for `pearson`."""
    first, second = ranks([a for a, _ in pairs]), ranks([b for _, b in pairs])
    return pearson(list(zip(first, second, strict=True)))


def spearman_estimate(pairs: Sequence[Pair], seed: str) -> Estimate | None:
    """Spearman's correlation with its bootstrap interval; `seed` gives the draws."""
    return estimated(pairs, spearman, seed)


def ranks(values: Sequence[float]) -> list[float]:
    """The rank of each value, from 1 up; equal ones share the mean of their ranks."""
    ordered = sorted(range(len(values)), key=values.__getitem__)
    found = [0.0] * len(values)
    start = 0
    while start < len(ordered):
        end = start
        while end < len(ordered) and values[ordered[end]] == values[ordered[start]]:
            end += 1
        for place in ordered[start:end]:
            found[place] = (start + 1 + end) / 2
        start = end
    return found


def _constant(values: Sequence[float]) -> bool:
    return not values or min(values) == max(values)
