"""The order in which a graph can be worked through, and the loops that keep it from having one."""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from typing import Final, Protocol

from simulator.analysis.graph import Loop, Move
from simulator.model.scenario import SILENCE

MOST_LOOPS: Final = 5
SEARCH_LIMIT: Final = 2_000_000
"""Positions looked at for the shortest loops, so that a huge tangle can't hold the checker up."""


class Wired(Protocol):
    """The edges of a graph, finished or not."""

    @property
    def first(self) -> Sequence[int]: ...
    @property
    def targets(self) -> Sequence[int]: ...
    @property
    def edge_moves(self) -> Sequence[int]: ...
    @property
    def moves(self) -> list[Move]: ...
    @property
    def silences(self) -> Mapping[int, tuple[int, int]]: ...


def steps(graph: Wired, position: int) -> Iterator[tuple[int, int]]:
    """Target and move of every choice, then of the silence, of one position."""
    for edge in range(graph.first[position], graph.first[position + 1]):
        yield graph.targets[edge], graph.edge_moves[edge]
    if position in graph.silences:
        yield graph.silences[position]


def released(
    members: Sequence[int], leads: Mapping[int, Sequence[int]], waiting: MutableMapping[int, int]
) -> Iterator[list[int]]:
    """`members` in layers: none `leads` to another of its layer or to one before it. What is behind a loop is left out.

    `waiting` has how many of the members lead to each, where there are any, and is used up.
    """
    ready = [position for position in members if position not in waiting]
    while ready:
        yield ready
        after = []
        for position in ready:
            for target in leads.get(position, ()):
                waiting[target] -= 1
                if not waiting[target]:
                    after.append(target)
        ready = after


def in_order(graph: Wired) -> array[int]:
    """Every position before those that it leads to; positions on or behind a loop are left out."""
    first, targets, silences = graph.first, graph.targets, graph.silences
    waiting = [0] * (len(first) - 1)
    for target in targets:
        waiting[target] += 1
    for target, _ in silences.values():
        waiting[target] += 1
    order = array("i", (position for position, count in enumerate(waiting) if not count))
    for position in order:
        for target, _ in steps(graph, position):
            waiting[target] -= 1
            if not waiting[target]:
                order.append(target)
    return order


def loops(graph: Wired) -> tuple[Loop, ...]:
    """The shortest loops, none sharing a choice with a shorter one, at most `MOST_LOOPS`."""
    tangle = _Tangle(graph, set(range(len(graph.first) - 1)).difference(in_order(graph)))
    found: list[Loop] = []
    known: set[tuple[str, str]] = set()
    for way in sorted(tangle.ways(), key=len):
        loop = _loop(graph, way)
        if known.isdisjoint(loop.steps) and len(found) < MOST_LOOPS:
            known.update(loop.steps)
            found.append(loop)
    return tuple(found)


Way = list[tuple[int, int]]
"""Position and move, one pair for each step of a loop."""


class _Tangle:
    """The positions on loops, with those between two loops, and what leads to each from within."""

    def __init__(self, graph: Wired, positions: set[int]) -> None:
        """`positions` are those on or behind a loop."""
        self._graph = graph
        self._before: dict[int, list[tuple[int, int]]] = {position: [] for position in positions}
        leaving = dict.fromkeys(positions, 0)
        for position in positions:
            for target, move in steps(graph, position):
                if target in positions:
                    self._before[target].append((position, move))
                    leaving[position] += 1
        self._positions = positions.difference(self._trimmed(leaving))

    def _trimmed(self, leaving: dict[int, int]) -> Iterator[int]:
        """The positions that only lie behind a loop; `leaving` counts what each leads to, and is used up."""
        ends = deque(position for position, count in leaving.items() if not count)
        while ends:
            end = ends.popleft()
            yield end
            for position, _ in self._before[end]:
                leaving[position] -= 1
                if not leaving[position]:
                    ends.append(position)

    def ways(self) -> Iterator[Way]:
        """For each choice a shortest way round, as far as the search may go; the same choices are named once."""
        known: set[frozenset[int]] = set()
        looked = 0
        for start in sorted(self._positions):
            if looked > SEARCH_LIMIT:
                return
            onward = self._onward(start)
            looked += len(onward)
            for target, move in steps(self._graph, start):
                if target == start or target in onward:
                    way = _traced(onward, start, target, move)
                    moves = frozenset(number for _, number in way)
                    if moves not in known:
                        known.add(moves)
                        yield way

    def _onward(self, start: int) -> dict[int, tuple[int, int]]:
        """For each position that leads to `start` the next one on a shortest way, and the move."""
        onward: dict[int, tuple[int, int]] = {}
        queue = deque([start])
        while queue:
            position = queue.popleft()
            for source, move in self._before[position]:
                if source != start and source not in onward and source in self._positions:
                    onward[source] = (position, move)
                    queue.append(source)
        return onward


def _traced(onward: dict[int, tuple[int, int]], start: int, position: int, move: int) -> Way:
    way = [(start, move)]
    while position != start:
        after, move = onward[position]
        way.append((position, move))
        position = after
    return way


def _loop(graph: Wired, way: Way) -> Loop:
    pairs = [(graph.moves[move].state, graph.moves[move].choice) for _, move in way]
    return Loop(tuple(pairs), _cure(graph, way, pairs), way[0][0])


def _cure(graph: Wired, way: Way, pairs: Sequence[tuple[str, str]]) -> tuple[str, str] | None:
    """The choice to carry `once`: where most others stay on offer, so that the state does not run out of choices."""
    best, most = None, 1
    for (position, _), pair in zip(way, pairs, strict=True):
        on_offer = graph.first[position + 1] - graph.first[position]
        if on_offer > most and pair[1] != SILENCE:
            best, most = pair, on_offer
    return best
