"""What the checks of balance compute with: one variant's graph and values, each figure made once.

Values are those of `scoring.yardsticks`; scores and costs are in points of the score (0..100).
"""

from __future__ import annotations

from functools import cached_property
from typing import Final

from scoring.yardsticks import TIE
from simulator.analysis import passes
from simulator.analysis.earnings import Earnings
from simulator.analysis.graph import Graph, Move
from simulator.analysis.valuation import Values

FEWEST_DECISIONS: Final = 6.0
"""Decisions of a blind call below which luck decides: what answers look like, or earn, then says little of the call."""


class Figures:
    """The figures of one variant that has values."""

    def __init__(self, graph: Graph, values: Values) -> None:
        self.graph = graph
        self.values = values
        self.yardsticks = values.yardsticks

    @property
    def telling(self) -> bool:
        """Whether the call is long enough for luck to even out."""
        return self.yardsticks.decisions >= FEWEST_DECISIONS - TIE

    @cached_property
    def blind(self) -> passes.Blind:
        """How often blind clicking comes by each position and makes each move."""
        return passes.blind(self.graph)

    @cached_property
    def earnings(self) -> Earnings:
        """What complete calls earn."""
        return Earnings(self.graph, self.values)

    @cached_property
    def worth(self) -> list[float]:
        """The value of each move's points."""
        return [self.yardsticks.value(self.values.vector(move.evidence.points)) for move in self.graph.moves]

    def cost(self, position: int, edge: int) -> float:
        """What the choice of an edge of `position` costs, in points of the score; 0 for a best one."""
        best = self.values.table.best
        regret = best[position] - self.worth[self.graph.edge_moves[edge]] - best[self.graph.targets[edge]]
        return regret * self.yardsticks.scale if regret > TIE else 0.0

    def best_edges(self, position: int) -> list[int]:
        """The edges of `position` that cost nothing, in the file's order; none at an ending."""
        return [edge for edge in self.graph.edges(position) if self.cost(position, edge) == 0.0]

    def score(self, value: float) -> float:
        """The score of a call of that value."""
        return self.yardsticks.score(value)

    @cached_property
    def best_moves(self) -> list[Move]:
        """The moves that cost nothing where a call comes to make them, be it once."""
        found: set[int] = set()
        for position in range(len(self.graph.first) - 1):
            for edge in self.graph.edges(position):
                move = self.graph.edge_moves[edge]
                if move not in found and self.cost(position, edge) == 0.0:
                    found.add(move)
        return [self.graph.moves[move] for move in sorted(found)]
