"""The best choices of every position, for the checks that ask what is best."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from scoring.yardsticks import TIE
from simulator.analysis.graph import Graph, Move
from simulator.analysis.valuation import Values


class Step(NamedTuple):
    """A choice that costs nothing in a position, and where it leads."""

    position: int
    move: Move
    target: int


class BestSteps:
    """The choices that cost nothing. Tied ones are all best."""

    def __init__(self, graph: Graph, values: Values) -> None:
        self._graph = graph
        self._best = values.table.best
        self._worth = [values.yardsticks.value(values.vector(move.evidence.points)) for move in graph.moves]

    def everywhere(self) -> Iterator[Step]:
        """Those of every position, in the order in which a call comes to them."""
        for position in range(len(self._graph.positions)):
            yield from self.at(position)

    def at(self, position: int) -> Iterator[Step]:
        """Those of one position, in the file's order."""
        graph, best = self._graph, self._best
        for edge in graph.edges(position):
            move, target = graph.edge_moves[edge], graph.targets[edge]
            if best[position] - self._worth[move] - best[target] <= TIE:
                yield Step(position, graph.moves[move], target)

    def ideal(self) -> Iterator[Step]:
        """Those of every call that costs nothing from the start on."""
        known, waiting = {0}, [0]
        for position in waiting:
            for step in self.at(position):
                yield step
                if step.target not in known:
                    known.add(step.target)
                    waiting.append(step.target)
