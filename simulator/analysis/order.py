"""The order in which a graph can be worked through, and the loops that keep it from having one."""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Final, Protocol

from simulator.analysis.graph import Loop, Move
from simulator.model.scenario import SILENCE

MOST_LOOPS: Final = 5
SEARCH_LIMIT: Final = 2_000_000
"""Edges looked at for the shortest loops, so that a huge tangle can't hold the checker up."""


class Wired(Protocol):
    """The edges of a graph, finished or not."""

    @property
    def first(self) -> array[int]: ...
    @property
    def targets(self) -> array[int]: ...
    @property
    def edge_moves(self) -> array[int]: ...
    @property
    def moves(self) -> list[Move]: ...
    @property
    def silences(self) -> dict[int, tuple[int, int]]: ...


def steps(graph: Wired, position: int) -> Iterator[tuple[int, int]]:
    """Target and move of every choice, then of the silence, of one position."""
    for edge in range(graph.first[position], graph.first[position + 1]):
        yield graph.targets[edge], graph.edge_moves[edge]
    if position in graph.silences:
        yield graph.silences[position]


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
        after = targets[first[position] : first[position + 1]]
        if position in silences:
            after.append(silences[position][0])
        for target in after:
            waiting[target] -= 1
            if not waiting[target]:
                order.append(target)
    return order


def loops(graph: Wired, order: array[int]) -> tuple[Loop, ...]:
    """The shortest loops, none sharing a choice with a shorter one, at most `MOST_LOOPS`."""
    tangled = _trimmed(graph, set(range(len(graph.first) - 1)).difference(order))
    found: list[Loop] = []
    for way in sorted(_shortest(graph, tangled), key=len):
        loop = _loop(graph, way)
        known = {step for other in found for step in other.steps}
        if known.isdisjoint(loop.steps) and len(found) < MOST_LOOPS:
            found.append(loop)
    return tuple(found)


def _trimmed(graph: Wired, tangled: set[int]) -> set[int]:
    """`tangled` without the positions that only lie behind a loop."""
    leaving = {p: sum(target in tangled for target, _ in steps(graph, p)) for p in tangled}
    before: dict[int, list[int]] = {p: [] for p in tangled}
    for p in tangled:
        for target, _ in steps(graph, p):
            if target in tangled:
                before[target].append(p)
    ends = deque(p for p, count in leaving.items() if not count)
    while ends:
        end = ends.popleft()
        tangled.discard(end)
        for p in before[end]:
            leaving[p] -= 1
            if not leaving[p]:
                ends.append(p)
    return tangled


Way = list[tuple[int, int]]
"""Position and move, one pair for each step of a loop."""


def _shortest(graph: Wired, tangled: set[int]) -> Iterator[Way]:
    """A shortest way from each position back to itself, as far as the search may go."""
    budget = SEARCH_LIMIT
    for start in sorted(tangled):
        if budget <= 0:
            return
        way, looked = _round(graph, tangled, start)
        budget -= looked
        if way:
            yield way


def _round(graph: Wired, tangled: set[int], start: int) -> tuple[Way, int]:
    came: dict[int, tuple[int, int]] = {}
    queue, looked = deque([start]), 0
    while queue:
        position = queue.popleft()
        for target, move in steps(graph, position):
            looked += 1
            if target == start:
                return _traced(came, start, position, move), looked
            if target in tangled and target not in came:
                came[target] = (position, move)
                queue.append(target)
    return [], looked


def _traced(came: dict[int, tuple[int, int]], start: int, last: int, move: int) -> Way:
    way = [(last, move)]
    while last != start:
        way.append(came[last])
        last = came[last][0]
    return way[::-1]


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
