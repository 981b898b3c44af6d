"""W303: always taking the second-best choice earns too little or too much."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from scoring.yardsticks import TIE
from simulator.analysis.bots import score, second_best
from simulator.analysis.checks.ground import Finding, Ground, said_of
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
    scores = [(score(second_best(figures), figures), figures.graph) for figures in telling]
    points, graph = max(scores, key=lambda pair: _outside(pair[0]), default=(LEAST, None))
    if graph is not None and _outside(points) > TIE:
        headline = Message(
            N_("Always taking the second-best choice scores {points}; it should be between {least} and {most}."),
            {"points": points, "least": LEAST, "most": MOST},
        )
        advice = Message(_TOO_LITTLE if points < LEAST else _TOO_MUCH)
        yield Finding("W303", ("title",), headline, said_of(advice, graph))


def _outside(points: float) -> float:
    return max(LEAST - points, points - MOST)
