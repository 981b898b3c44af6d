"""What gauges really are where calls come by: a graph makes one of levels that nothing later tells apart.

A set of levels of one gauge is a whole number, bit `n` for the level `n`. The sets of all gauges lie side by side in
one number, so that one operation carries them along an edge.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableSequence
from typing import Final

from simulator.analysis.effects import effects_of
from simulator.analysis.graph import Graph, Move
from simulator.model.position import Position
from simulator.model.scenario import Scenario

WIDTH: Final = 24
"""Bits for one gauge, which has 21 levels at most."""

_ALL: Final = (1 << WIDTH) - 1

Change = tuple[int, int, int]
"""The place of a gauge, by how much it is moved, and its highest level."""


class Met:
    """The levels that gauges have in the calls of a graph that starts at `start`, silences included."""

    def __init__(self, graph: Graph, start: Position) -> None:
        self._graph = graph
        self._changes = [_changes(graph.scenario, move) for move in graph.moves]
        self._sets: MutableSequence[int] = [0] * len(graph.forks)
        self._sets[0] = sum(1 << WIDTH * place + start.values[place] for place in range(len(graph.scenario.gauges)))
        # In a graph without an order a set may grow after it was carried on.
        while self._carried() and not graph.order:
            pass

    def at(self, position: int, place: int) -> int:
        """The levels of the gauge at `place` with which calls come to a position."""
        return self._sets[position] >> WIDTH * place & _ALL

    def after(self, position: int, place: int) -> Iterator[int]:
        """Those that each choice, and the silence, makes of them."""
        here = self._sets[position]
        for move, _ in self._ways(position):
            yield self._moved(move, here) >> WIDTH * place & _ALL

    def _carried(self) -> bool:
        """Carry what is met in each position on to those that it leads to; whether that was news."""
        sets, news = self._sets, False
        for position in self._graph.order or range(len(sets)):
            here = sets[position]
            for move, target in self._ways(position) if here else ():
                after = self._moved(move, here)
                if after & ~sets[target]:
                    sets[target] |= after
                    news = True
        return news

    def _ways(self, position: int) -> Iterator[tuple[int, int]]:
        """Move and target of every choice on offer, then of the silence."""
        graph, start = self._graph, self._graph.first[position]
        for place, move in enumerate(graph.fork_moves[graph.forks[position]], start):
            yield move, graph.targets[place]
        silence = graph.silences.get(position)
        if silence is not None:
            yield silence[1], silence[0]

    def _moved(self, move: int, sets: int) -> int:
        for place, change, top in self._changes[move]:
            shift = WIDTH * place
            levels = sets >> shift & _ALL
            sets += (_shifted(levels, change, top) - levels) << shift
        return sets


def numbers(levels: int) -> list[int]:
    """The levels of a set, the lowest first."""
    return [level for level in range(levels.bit_length()) if levels >> level & 1]


def _shifted(levels: int, change: int, top: int) -> int:
    """A set of levels after a change that 0 and the highest level stop."""
    if change < 0:
        return levels >> -change | bool(levels & ((1 << -change) - 1))
    moved = levels << change
    return moved & ((2 << top) - 1) | bool(moved >> top + 1) << top


def _changes(scenario: Scenario, move: Move) -> tuple[Change, ...]:
    """What moves gauges in a move, in the order in which it does."""
    return tuple(
        (scenario.variables[gauge], change, scenario.gauges[scenario.variables[gauge]].max)
        for effect in effects_of(scenario, move)
        for gauge, change in effect.changes
    )
