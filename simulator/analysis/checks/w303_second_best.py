"""W303: always taking the second-best choice earns too little or too much."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from scoring.yardsticks import TIE
from simulator.analysis.bots import losses, score, second_best
from simulator.analysis.checks.figures import Figures
from simulator.analysis.checks.ground import Finding, Ground, most_of, said_of
from simulator.model.message import N_, Message

LEAST: Final = 20.0
MOST: Final = 60.0
"""Points of the score between which it should earn."""

_TOO_LITTLE: Final = N_(
    "Only the best answer is worth anything. Let a good second answer get right what it gets right: "
    "0 or +1, and lose by what it leaves out."
)
_TOO_MUCH: Final = N_(
    "It hardly matters what is chosen. Let the second answer miss what counts in the moment, and pay the best one more."
)


def find(ground: Ground) -> Iterator[Finding]:
    """One finding, of the variant that is farthest out."""
    telling = (figures for figures in ground.figures() if figures.telling)
    scores = [(score(second_best(figures), figures), figures) for figures in telling]
    points, figures = max(scores, key=lambda pair: _outside(pair[0]), default=(LEAST, None))
    if figures is not None and _outside(points) > TIE:
        headline = Message(
            N_("Always taking the second-best choice scores {points}; it should be between {least} and {most}."),
            {"points": points, "least": LEAST, "most": MOST},
        )
        advice = _too_little(figures) if points < LEAST else Message(_TOO_MUCH)
        yield Finding("W303", ("title",), headline, said_of(advice, figures.graph))


def _too_little(figures: Figures) -> Message:
    states = most_of(losses(second_best(figures), figures))
    return Message(N_("{cure} It loses most in {states}."), {"cure": Message(_TOO_LITTLE), "states": states})


def _outside(points: float) -> float:
    return max(LEAST - points, points - MOST)
