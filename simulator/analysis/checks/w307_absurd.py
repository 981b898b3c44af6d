"""W307: a choice so far behind every other one that nobody picks it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from scoring.yardsticks import TIE
from simulator.analysis.checks.figures import Figures
from simulator.analysis.checks.ground import Finding, Ground, choice_place
from simulator.model.message import N_, Message

LEAST: Final = 4.0
"""Points of the mean weight that a choice must be behind every other one, what follows included: as -2 is behind +2.

Three behind the best alone would be most wrong choices of a good call, those that tempt among them.
"""

_ADVICE: Final = N_(
    "Nobody weighs it up. Give it what would tempt a trainee, something true or kind at the wrong moment, and the "
    "points for that; or take it out."
)


def find(ground: Ground) -> Iterator[Finding]:
    """Every such choice that is no critical error, with the least that it is behind at any visit of any variant."""
    for (state, choice), points in absurd(ground).items():
        headline = Message(
            N_("The choice `{choice}` is at least {points} points behind every other one, wherever it is on offer."),
            {"choice": choice, "points": points},
        )
        yield Finding("W307", choice_place(state, choice), headline, Message(_ADVICE))


def absurd(ground: Ground) -> dict[tuple[str, str], float]:
    """The absurd choices by state and choice, and the least points that each is behind the next worst."""
    moves = [move for figures in ground.figures() for move in figures.graph.moves]
    left = {(move.state, move.choice): float("inf") for move in moves}
    for move in moves:
        if move.evidence.critical:
            left.pop((move.state, move.choice), None)
    for figures in ground.figures():
        _look(figures, left)
    return {key: points for key, points in left.items() if points < float("inf")}


def _look(figures: Figures, left: dict[tuple[str, str], float]) -> None:
    """Look at every visit of one variant, and keep in `left` the choices that are far enough behind there."""
    futures, costs = figures.futures, figures.costs
    keys = [(move.state, move.choice) for move in futures.moves]
    for future in range(len(futures.positions)):
        edges = futures.edges(future)
        for edge in edges:
            key = keys[futures.edge_moves[edge]]
            if key in left:
                next_worst = max((costs[other] for other in edges if other != edge), default=costs[edge])
                behind = figures.in_points(costs[edge] - next_worst)
                if behind < LEAST - TIE:
                    del left[key]
                else:
                    left[key] = min(left[key], behind)
