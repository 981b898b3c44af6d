"""Positions with the same future made one, for everything that is worked out from the endings backward.

Two positions have the same future where the same choices are on offer, each with the same move to the same future.
They are worth the same, lead to the same endings, and nothing that is asked of what lies ahead tells them apart. A
call has several times fewer futures than positions. Silences are left out, as in all that is scored.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from simulator.analysis.graph import Move


class Ways(Protocol):
    """What the passes go over: a sound graph's positions, or its futures, with the edges of their choices."""

    @property
    def first(self) -> Sequence[int]: ...
    @property
    def targets(self) -> Sequence[int]: ...
    @property
    def edge_moves(self) -> Sequence[int]: ...
    @property
    def moves(self) -> list[Move]: ...
    @property
    def order(self) -> Sequence[int]: ...


class Explored(Ways, Protocol):
    """A graph as far as its futures depend on it."""

    @property
    def state_of(self) -> Sequence[int]: ...


@dataclass(frozen=True, slots=True)
class Futures:
    """The futures of one graph, numbered as a call comes by them: 0 is the start's.

    `first`, `targets`, `edge_moves`, `moves` and `order` mean what they mean in a graph, future for position.
    """

    of: list[int]
    """The future of each position."""
    positions: list[int]
    """The lowest position of each future, which is the one that a call comes by soonest."""
    first: list[int]
    targets: list[int]
    edge_moves: list[int]
    moves: list[Move]
    order: list[int]

    def edges(self, future: int) -> range:
        """The edges of the choices on offer, in the file's order."""
        return range(self.first[future], self.first[future + 1])


def futures_of(graph: Explored) -> Futures:
    """The futures of a graph that has an order."""
    found, count = _found(graph)
    soonest = [0] * count
    for position in range(len(found) - 1, -1, -1):
        soonest[found[position]] = position
    by_position = sorted(range(count), key=soonest.__getitem__)
    number = [0] * count
    for place, future in enumerate(by_position):
        number[future] = place
    of = [*map(number.__getitem__, found)]
    first, targets, edge_moves = [0], list[int](), list[int]()
    for future in by_position:
        start, end = graph.first[soonest[future]], graph.first[soonest[future] + 1]
        targets += map(of.__getitem__, graph.targets[start:end])
        edge_moves += graph.edge_moves[start:end]
        first.append(len(targets))
    # A future was found behind all that it leads to.
    return Futures(of, [soonest[f] for f in by_position], first, targets, edge_moves, graph.moves, [*reversed(number)])


def _found(graph: Explored) -> tuple[list[int], int]:
    """A number for the future of each position, in the order found, and how many there are."""
    first, targets, moves, state_of = graph.first, graph.targets, graph.edge_moves, graph.state_of
    found = [0] * len(state_of)
    future, known = found.__getitem__, dict[tuple[int, ...], int]()
    for position in reversed(graph.order):
        start, end = first[position], first[position + 1]
        ahead = (*moves[start:end], *map(future, targets[start:end])) or (-1 - state_of[position],)
        found[position] = known.setdefault(ahead, len(known))
    return found, len(known)
