"""Whole numbers that still add up: parts of a total, rounded by the largest remainder."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor
from typing import Final

_NOISE: Final = 1e-9


def missing(score: float) -> int:
    """What the score, as the whole number that it is shown as or below 0, lacks of 100."""
    return 100 - floor(score + _NOISE)


def whole_parts(parts: Sequence[float], total: int) -> tuple[int, ...]:
    """`parts` as whole numbers that sum to `total`, each less than 1 away; a part that is 0 stays 0.

    `total` is the sum of `parts` rounded up or down.
    """
    down = [floor(part + _NOISE) for part in parts]
    by_remainder = sorted(range(len(parts)), key=lambda place: (down[place] - parts[place], place))
    for place in by_remainder[: max(0, total - sum(down))]:
        down[place] += 1
    return tuple(down)
