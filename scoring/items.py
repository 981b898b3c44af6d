"""What a decision tells of those who took it: how hard it was, and whether a choice parts the strong from the weak.

The figures of classical test theory, over one answer of each trainee. With fewer than `FEWEST` of them there are none:
a choice that three people took says more about the three than about the choice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final, NamedTuple

from scoring.correlation import pearson
from scoring.sampling import Estimate, share_of

FEWEST: Final = 30
"""Answers below which nothing is said."""

TAIL: Final = 0.27
"""The strong and the weak are the upper and the lower 27 %: Kelley 1939, Journal of Educational Psychology 30."""


class Answer(NamedTuple):
    """What one trainee did at a decision where the choice was on offer."""

    took: bool
    """Whether they took the choice."""
    rest: float
    """Their score without what this decision cost: a choice must not vouch for itself."""


@dataclass(frozen=True, slots=True)
class Difficulty:
    """How many got it right: near 1 for an easy decision, near 0 for a hard one."""

    n: int
    right: Estimate | None
    """The share, of 1, with Wilson's interval; None with fewer than `FEWEST` answers."""


@dataclass(frozen=True, slots=True)
class Discrimination:
    """Whether a choice parts the strong from the weak."""

    n: int
    value: float | None
    """The corrected point-biserial correlation of taking it with the rest of the score, -1..1: above 0 where the strong
    take it. None with fewer than `FEWEST` answers, and where all answers or all scores are the same."""
    strong: float | None
    """The share, of 1, of the strong who took it; None as above, and where the strong are not told from the weak."""
    weak: float | None


def difficulty(right: Sequence[bool]) -> Difficulty:
    """How hard a decision was for those who met it; `right` says of each whether nothing better was to be had."""
    n = len(right)
    return Difficulty(n, share_of(sum(right), n) if n >= FEWEST else None)


def discrimination(answers: Sequence[Answer]) -> Discrimination:
    """Whether the choice that `answers` are about parts the strong from the weak.

    The point-biserial correlation is Pearson's where one of the two figures is 0 or 1; it is corrected as the score
    leaves the decision out (Henrysson 1963, Psychometrika 28). Equals of the last of a tail belong to it as well.
    """
    n = len(answers)
    if n < FEWEST:
        return Discrimination(n, None, None, None)
    ordered, size = sorted(answer.rest for answer in answers), ceil(TAIL * n)
    low, high = ordered[size - 1], ordered[-size]
    value = pearson([(float(answer.took), answer.rest) for answer in answers])
    if low >= high:
        return Discrimination(n, value, None, None)
    strong = [answer.took for answer in answers if answer.rest >= high]
    weak = [answer.took for answer in answers if answer.rest <= low]
    return Discrimination(n, value, sum(strong) / len(strong), sum(weak) / len(weak))
