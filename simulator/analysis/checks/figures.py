"""What the checks of balance compute with: one variant's graph and values, each figure made once.

Values are those of `scoring.yardsticks`; scores and costs are in points of the score (0..100).
"""

from __future__ import annotations

from array import array
from functools import cached_property
from typing import Final

from scoring.yardsticks import TIE
from simulator.analysis import passes
from simulator.analysis.checks.written import negative
from simulator.analysis.earnings import Earnings
from simulator.analysis.futures import Futures
from simulator.analysis.graph import Graph, Move
from simulator.analysis.valuation import Values
from simulator.model.scenario import Outcome

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

    @property
    def futures(self) -> Futures:
        """The positions with the same future made one: what is on offer, and what it costs, is the same in all."""
        return self.graph.futures

    @cached_property
    def chances(self) -> passes.Blind:
        """How often blind clicking comes by each future and makes each move."""
        return passes.blind(self.futures)

    @cached_property
    def earnings(self) -> Earnings:
        """What complete calls earn."""
        return Earnings(self.graph, self.values)

    @cached_property
    def worth(self) -> list[float]:
        """The value of each move's points."""
        return [self.yardsticks.value(self.values.vector(move.evidence.points)) for move in self.graph.moves]

    @cached_property
    def faults(self) -> list[bool]:
        """Which moves are faults: those with negative points."""
        return [bool(negative(self.graph.scenario, move)) for move in self.graph.moves]

    @cached_property
    def fails(self) -> list[bool]:
        """Which moves fail the call at once: critical errors, and what ends it in failure."""
        endings = self.graph.scenario.endings
        lost = {ending.id for ending in endings.values() if ending.outcome is Outcome.FAILURE}
        return [bool(move.evidence.critical) or move.ending in lost for move in self.graph.moves]

    @cached_property
    def best(self) -> list[float]:
        """`V` of each future."""
        return [self.values.table.best[position] for position in self.futures.positions]

    @cached_property
    def costs(self) -> array[float]:
        """What the choice of each edge of the futures costs, in points of the score; 0 for a best one."""
        best, worth, scale, costs = self.best, self.worth, self.yardsticks.scale, array("d")
        targets, edge_moves = self.futures.targets, self.futures.edge_moves
        for future, most in enumerate(best):
            for edge in self.futures.edges(future):
                regret = most - worth[edge_moves[edge]] - best[targets[edge]]
                costs.append(regret * scale if regret > TIE else 0.0)
        return costs

    def cost(self, position: int, edge: int) -> float:
        """What the choice of an edge of `position` costs, in points of the score; 0 for a best one."""
        best = self.values.table.best
        regret = best[position] - self.worth[self.graph.edge_moves[edge]] - best[self.graph.targets[edge]]
        return regret * self.yardsticks.scale if regret > TIE else 0.0

    def best_edges(self, position: int) -> list[int]:
        """The edges of `position` that cost nothing, in the file's order; none at an ending."""
        return [edge for edge in self.graph.edges(position) if self.cost(position, edge) == 0.0]

    def in_points(self, cost: float) -> float:
        """A cost in points of the mean weight, as an author gives them to a choice."""
        return self.yardsticks.in_points(cost / self.yardsticks.scale) if cost else 0.0

    def best_of(self, future: int) -> list[int]:
        """The edges of `future` that cost nothing, in the file's order; none at an ending."""
        return [edge for edge in self.futures.edges(future) if self.costs[edge] == 0.0]

    def score(self, value: float) -> float:
        """The score of a call of that value."""
        return self.yardsticks.score(value)

    @cached_property
    def best_moves(self) -> list[Move]:
        """The moves that cost nothing where a call comes to make them, be it once."""
        free = {move for move, cost in zip(self.futures.edge_moves, self.costs, strict=True) if cost == 0.0}
        return [self.graph.moves[move] for move in sorted(free)]
