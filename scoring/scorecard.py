"""The scorecard of one call: the score, its parts by criterion, and whether the call was passed.

Two sums hold to the last digit: `score = 100 - sum of costs`, and
`score = sum of effective weight * criterion score over the assessed criteria + 100 * other.weight - other.points_lost`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import floor

from scoring.evidence import Decision, Marks, marks
from scoring.rubric import Rubric
from scoring.yardsticks import TIE, Yardsticks

FAILURE = "failure"


@dataclass(frozen=True, slots=True)
class CriterionScore:
    """One criterion of one call."""

    id: str
    score: float | None
    """`100 * (1 - lost_c / blind_lost_c)`, exact; None where the call does not assess the criterion."""
    shown: int | None
    """The score as a whole number between 0 and 100."""
    points_lost: float
    """Points of the overall score lost on this criterion; below 0 where the call gained on it."""
    effective_weight: float
    """Its share in this call, as a fraction of 1."""


@dataclass(frozen=True, slots=True)
class Other:
    """The criteria that the call does not assess, taken together so that the sum holds."""

    weight: float
    """Sum of their effective weights, as a fraction of 1; it may be a little below 0."""
    points_lost: float
    """Points of the overall score lost on them."""


@dataclass(frozen=True, slots=True)
class Scorecard:
    """What the rubric says of one call."""

    score: float
    """100 for the best possible call, 0 for what blind clicking earns; exact, and below 0 for worse than that."""
    shown: int
    """The score as a whole number from 0 up."""
    passed: bool
    band: int
    """Where the rubric's band that the score falls in starts."""
    critical: tuple[str, ...]
    """Ids of the critical errors in the order met, each once."""
    outcome: str
    """`success`, `partial` or `failure`."""
    criteria: tuple[CriterionScore, ...]
    other: Other
    marks: tuple[Marks, ...]
    """One for each decision, in the order taken."""


def shown(score: float) -> int:
    """The whole number that screens show: rounded down, never below 0, so that a shown 70 never fails a mark of 70."""
    return max(0, floor(score + TIE))


def shown_reviewed(score: float) -> int:
    """The same of a reviewed score, which a trainer may take above 100 by giving more than the call has to give."""
    return min(100, shown(score))


def reaches(score: float, mark: float) -> bool:
    """Whether an exact score is at or above a mark."""
    return score >= lowest(mark)


def lowest(mark: float) -> float:
    """The lowest exact score that is at a mark."""
    return mark - TIE


def is_pass(rubric: Rubric, score: float, critical: Sequence[str], outcome: str) -> bool:
    """A pass: a score at or above the mark, no critical error, and an ending that is not a failure."""
    return reaches(score, rubric.pass_mark) and not critical and outcome != FAILURE


def scorecard(rubric: Rubric, yardsticks: Yardsticks, decisions: Iterable[Decision], outcome: str) -> Scorecard:
    """The scorecard of a call that took `decisions` and ended with `outcome`.

    The score is `100 * (value - blind) / (best - blind)`: what blind clicking earns is taken off, as the correction
    for guessing of multiple-choice tests does (Frary 1988, Formula scoring of multiple-choice tests), and the costs
    of the decisions are what is missing from 100.
    """
    taken = tuple(decisions)
    return card_of(rubric, yardsticks, taken, tuple(marks(decision, yardsticks) for decision in taken), outcome)


def card_of(
    rubric: Rubric, yardsticks: Yardsticks, taken: Sequence[Decision], each: tuple[Marks, ...], outcome: str
) -> Scorecard:
    """The scorecard of a call whose decisions have those marks."""
    score = 100.0 - sum(m.cost for m in each)
    critical = tuple(dict.fromkeys(error for decision in taken for error in decision.critical))
    criteria = tuple(_criterion(place, each, yardsticks) for place in range(len(yardsticks.criteria)))
    return Scorecard(
        score=score,
        shown=shown(score),
        passed=is_pass(rubric, score, critical, outcome),
        band=rubric.band(shown(score)).start,
        critical=critical,
        outcome=outcome,
        criteria=criteria,
        other=_other(criteria),
        marks=each,
    )


def criterion_score(place: int, lost: float, yardsticks: Yardsticks) -> float | None:
    """`100 * (1 - lost_c / blind_lost_c)` of the criterion at `place`; None where the call does not assess it."""
    return 100.0 * (1 - lost / yardsticks.blind_lost[place]) if yardsticks.assessed(place) else None


def _criterion(place: int, each: tuple[Marks, ...], yardsticks: Yardsticks) -> CriterionScore:
    lost = sum(m.lost[place] for m in each)
    exact = criterion_score(place, lost, yardsticks)
    return CriterionScore(
        id=yardsticks.criteria[place],
        score=exact,
        shown=None if exact is None else min(100, shown(exact)),
        points_lost=lost * yardsticks.factors[place] * yardsticks.scale,
        effective_weight=yardsticks.effective_weights[place],
    )


def _other(criteria: tuple[CriterionScore, ...]) -> Other:
    rest = [c for c in criteria if c.score is None]
    return Other(sum(c.effective_weight for c in rest), sum(c.points_lost for c in rest))
