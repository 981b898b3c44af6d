"""The best choices of every position, for the checks that ask what is best."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

from simulator.analysis.checks.figures import Figures
from simulator.analysis.graph import Move


class Step(NamedTuple):
    """A choice that costs nothing in a position, and where it leads."""

    position: int
    move: Move
    target: int


class BestSteps:
    """The choices that cost nothing. Tied ones are all best."""

    def __init__(self, figures: Figures) -> None:
        self._figures = figures

    def everywhere(self, wanted: Callable[[Move], bool]) -> Iterator[Step]:
        """Those whose move is `wanted`, of every future, at the position where a call comes to it soonest."""
        futures, costs = self._figures.futures, self._figures.costs
        some = [wanted(move) for move in futures.moves]
        edges = [edge for edge, move in enumerate(futures.edge_moves) if some[move] and costs[edge] == 0.0]
        for edge in edges:
            position = futures.positions[bisect_right(futures.first, edge) - 1]
            target = futures.positions[futures.targets[edge]]
            yield Step(position, futures.moves[futures.edge_moves[edge]], target)

    def at(self, position: int) -> Iterator[Step]:
        """Those of one position, in the file's order."""
        graph = self._figures.graph
        for edge in self._figures.best_edges(position):
            yield Step(position, graph.moves[graph.edge_moves[edge]], graph.targets[edge])

    def ideal(self) -> Iterator[Step]:
        """Those of every call that costs nothing from the start on."""
        known, waiting = {0}, [0]
        for position in waiting:
            for step in self.at(position):
                yield step
                if step.target not in known:
                    known.add(step.target)
                    waiting.append(step.target)
