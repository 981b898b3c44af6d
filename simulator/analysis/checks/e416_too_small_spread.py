"""E416: the best call is hardly better than blind clicking, so that a score would say nothing."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor

from scoring.yardsticks import TIE
from simulator.analysis.checks.ground import Finding, Ground
from simulator.model.message import N_, Message

SMALLEST = 6.0
"""Points of the mean weight that the best call must be above blind clicking."""


def find(ground: Ground) -> Iterator[Finding]:
    """Every variant that is too small to score."""
    for _, values in ground.measured():
        points = values.yardsticks.spread_in_points
        if points < SMALLEST - TIE:
            yield Finding(
                "E416",
                ("variants", values.variant) if len(ground.scenario.variants) > 1 else ("states",),
                _headline(ground, values.variant, points),
                Message(N_("Give points to more choices, or make the call longer: a score rests on many decisions.")),
            )


def _headline(ground: Ground, variant: str, points: float) -> Message:
    # Rounded down: 5.99 is not enough, and "6" would look as if it were.
    values = {"points": floor(points * 10) / 10, "needed": SMALLEST, "variant": variant}
    if len(ground.scenario.variants) > 1:
        return Message(
            N_(
                "In the variant `{variant}` the best call is {points} points above blind clicking;"
                " at least {needed} are needed."
            ),
            values,
        )
    return Message(N_("The best call is {points} points above blind clicking; at least {needed} are needed."), values)
