"""What each criterion weighs in a call, beside what the rubric says."""

from __future__ import annotations

from dataclasses import dataclass

from scoring.yardsticks import Yardsticks


@dataclass(frozen=True, slots=True)
class CriterionReach:
    """What one criterion weighs in this call."""

    id: str
    nominal: float
    """Its share by the rubric's weights, as a fraction of 1."""
    effective: float
    """Its share in this call, as a fraction of 1."""
    assessed: bool
    """Whether the call gives it a score of its own."""
    range: float
    """The most points it alone can earn, above blind clicking."""
    blind_lost: float
    """The points that blind clicking loses on it."""


def criteria_of(yardsticks: Yardsticks) -> tuple[CriterionReach, ...]:
    """Every criterion of the rubric, in its order."""
    return tuple(
        CriterionReach(
            id=criterion,
            nominal=yardsticks.nominal[place],
            effective=yardsticks.effective_weights[place],
            assessed=yardsticks.assessed(place),
            range=yardsticks.ranges[place],
            blind_lost=yardsticks.blind_lost[place],
        )
        for place, criterion in enumerate(yardsticks.criteria)
    )
