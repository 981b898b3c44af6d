"""W305: a critical error that costs less than a choice beside it which is none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from scoring.yardsticks import TIE
from simulator.analysis.checks.figures import Figures
from simulator.analysis.checks.ground import Finding, Ground, choice_place, seen_at
from simulator.model.message import N_, Message

LEAST: Final = 1.0
"""Points of the score by which a critical error must be cheaper: less is not seen in a debrief."""


class Cheap(NamedTuple):
    """A critical error beside a dearer choice; costs are in points of the score."""

    cost: float
    dearer: float
    other: str
    """The dearer choice."""
    position: int


def find(ground: Ground) -> Iterator[Finding]:
    """Every such critical error, once for each variant, where it is cheapest beside another choice."""
    for figures in ground.figures():
        for (state, choice), found in cheapest(figures).items():
            headline = Message(
                N_("The critical error `{choice}` costs {cost} points of the score, and `{other}` beside it {dearer}."),
                {"choice": choice, "cost": found.cost, "other": found.other, "dearer": found.dearer},
            )
            advice = Message(
                N_(
                    "What must never be done should cost most: take points off `{choice}` or off what follows it, or "
                    "give `{other}` more."
                ),
                {"choice": choice, "other": found.other},
            )
            help_text = seen_at(advice, figures.graph, found.position, choice)
            yield Finding("W305", choice_place(state, choice), headline, help_text)


def cheapest(figures: Figures) -> dict[tuple[str, str], Cheap]:
    """A choice that ends the call in failure is left out: it fails the call as a critical error does."""
    futures, costs, fails, edge_moves = figures.futures, figures.costs, figures.fails, figures.futures.edge_moves
    critical = [bool(move.evidence.critical) for move in futures.moves]
    found: dict[tuple[str, str], Cheap] = {}
    for future, position in enumerate(futures.positions):
        edges = futures.edges(future)
        wrong = [edge for edge in edges if critical[edge_moves[edge]]]
        others = [edge for edge in edges if not fails[edge_moves[edge]]] if wrong else []
        if not others:
            continue
        dearest = max(others, key=costs.__getitem__)
        for edge in wrong:
            move = futures.moves[edge_moves[edge]]
            known = found.get((move.state, move.choice))
            if costs[dearest] - costs[edge] > (known.dearer - known.cost if known else LEAST) + TIE:
                other = futures.moves[edge_moves[dearest]].choice
                found[move.state, move.choice] = Cheap(costs[edge], costs[dearest], other, position)
    return found
