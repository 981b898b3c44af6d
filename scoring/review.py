"""What a trainer's corrected points make of a call's scorecard. The machine's own marks stay as they are.

Yardsticks and everything else that was to be had in the call stay too, so that both scores are of the same measure:
a point more on criterion `c` at a decision is worth `a_c` there, and takes as much from its cost.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from scoring.evidence import Decision, Marks, marks, verdict_of
from scoring.rubric import Rubric
from scoring.scorecard import Scorecard, card_of, shown_reviewed
from scoring.yardsticks import TIE, Yardsticks


@dataclass(frozen=True, slots=True)
class Correction:
    """The points that a decision (from 1) is given on a criterion, in place of what it had."""

    decision: int
    criterion: str
    points: int


def reviewed(
    rubric: Rubric,
    yardsticks: Yardsticks,
    decisions: Iterable[Decision],
    outcome: str,
    corrections: Iterable[Correction],
) -> Scorecard:
    """The scorecard with those corrections; of several for the same place the last one holds.

    `cost = machine's cost - 100 * sum_c a_c * (points_c - machine's points_c) / (best - blind)`, below 0 where a
    trainer gives more than the call's author did; `score = 100 - sum of costs` as ever. Critical errors stand: points
    do not undo them. Raises IndexError for a decision, ValueError for a criterion, that is not there.
    """
    taken = tuple(decisions)
    places: dict[int, dict[int, int]] = {}
    for one in corrections:
        if not 1 <= one.decision <= len(taken):
            raise IndexError(one.decision)
        places.setdefault(one.decision, {})[yardsticks.criteria.index(one.criterion)] = one.points
    each = tuple(
        _marked(decision, yardsticks, places.get(number, {})) for number, decision in enumerate(taken, start=1)
    )
    card = card_of(rubric, yardsticks, taken, each, outcome)
    return replace(card, shown=shown_reviewed(card.score))


def _marked(decision: Decision, yardsticks: Yardsticks, points: Mapping[int, int]) -> Marks:
    """The marks of a decision whose points at those places are others."""
    machine = marks(decision, yardsticks)
    gained = _gained(decision.points, points)
    if not any(gained):
        return machine
    lost = tuple(before - more for before, more in zip(machine.lost, gained, strict=True))
    cost = machine.cost - yardsticks.value(gained) * yardsticks.scale
    cost = 0.0 if abs(cost) <= TIE else cost
    return replace(machine, cost=cost, lost=lost, verdict=verdict_of(decision, cost, yardsticks.decisions), risky=False)


def _gained(before: Sequence[int], points: Mapping[int, int]) -> tuple[int, ...]:
    return tuple(points.get(place, own) - own for place, own in enumerate(before))
