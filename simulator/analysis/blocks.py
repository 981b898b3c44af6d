"""The futures of a call (`simulator.analysis.futures`) in blocks, so that values are worked out for thousands at once.

Where hardly any positions have the same future, nobody looks for those that have: each then counts for itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, repeat
from typing import Final, NamedTuple, Protocol

from simulator.analysis.compact import row_for
from simulator.analysis.graph import Move

TRIED: Final = 1_000
"""How many positions a layer has at least that tells whether it is worth the while to look for equal futures."""

WORTH_IT: Final = 0.5
"""The share of its positions that may have futures of their own, if it is."""


class Block(NamedTuple):
    """Futures with the same choices on offer, which turn out in the same way, numbered one after the other."""

    moves: Sequence[int]
    """The places of their moves, in the file's order; none at an ending."""
    start: int
    size: int
    targets: Sequence[Sequence[int]]
    """For each move, the future that each of them leads to: all of lower numbers."""


@dataclass(frozen=True)
class Blocks:
    """The futures of one graph, each numbered behind all that it leads to, those alike in one block."""

    of: Sequence[int]
    """The future of each position."""
    layers: list[list[Block]]
    """Every future. Those of one layer lead to layers before it."""
    moves: list[Move]

    @cached_property
    def blocks(self) -> list[Block]:
        """The blocks of all layers."""
        return [block for layer in self.layers for block in layer]

    @property
    def count(self) -> int:
        """How many futures there are."""
        return self.blocks[-1].start + self.blocks[-1].size


class Layered(Protocol):
    """A graph as far as its futures depend on it."""

    @property
    def first(self) -> Sequence[int]: ...
    @property
    def targets(self) -> Sequence[int]: ...
    @property
    def moves(self) -> list[Move]: ...
    @property
    def forks(self) -> Sequence[int]: ...
    @property
    def fork_moves(self) -> dict[int, list[int]]: ...
    @property
    def layers(self) -> Sequence[Collection[int]]: ...


def blocks_of(graph: Layered) -> Blocks:
    """The blocks of a graph that has an order."""
    maker = _Maker(graph)
    layers = [[*maker.blocks(layer)] for layer in reversed(graph.layers)]
    return Blocks(maker.of, layers, graph.moves)


@dataclass(slots=True)
class _Count:
    """How many futures have a number. A thing of its own: it is what all that give numbers share."""

    given: int = 0


class _Numbers(dict[tuple[int, ...], int]):
    """The number of each future with the same moves, by those that it leads to; an unknown one gets the next."""

    def __init__(self, count: _Count) -> None:
        super().__init__()
        self._count = count

    def __missing__(self, ahead: tuple[int, ...]) -> int:
        number = self[ahead] = self._count.given
        self._count.given += 1
        return number


class _Maker:
    """Gives the positions of one layer after the other their futures."""

    def __init__(self, graph: Layered) -> None:
        self.graph = graph
        self.row = row_for(len(graph.forks))
        self.of = self.row([0] * len(graph.forks))
        self._count = _Count()
        self._known: dict[int, _Numbers] = {}
        same = {tuple(moves) or fork: fork for fork, moves in graph.fork_moves.items()}
        self._alike = {fork: same[tuple(moves) or fork] for fork, moves in graph.fork_moves.items()}
        """For each fork one that stands for all with the same moves: they may differ in a silence."""
        self._looking = True

    def blocks(self, layer: Collection[int]) -> Iterator[Block]:
        """The new futures of a layer, all that it leads to being known."""
        forks, alike, by_fork, before = (
            self.graph.forks,
            self._alike,
            defaultdict[int, list[int]](list),
            self._count.given,
        )
        for position in layer:
            by_fork[alike[forks[position]]].append(position)
        for fork, positions in by_fork.items():
            yield from self._block(fork, positions)
        if len(layer) > TRIED and self._count.given - before > len(layer) * WORTH_IT:
            self._looking = False

    def _block(self, fork: int, positions: list[int]) -> Iterator[Block]:
        first, targets, of, moves = self.graph.first, self.graph.targets, self.of, self.graph.fork_moves[fork]
        starts = [first[position] for position in positions]
        ahead: Sequence[Sequence[int]]
        ahead = [self.row([of[targets[start + place]] for start in starts]) for place in range(len(moves))]
        begin = self._count.given
        if self._looking or not moves:
            known = self._known.setdefault(fork, _Numbers(self._count))
            before = len(known)
            rows = zip(*ahead, strict=True) if moves else repeat((), len(positions))
            numbers: Iterable[int] = [*map(known.__getitem__, rows)]
            ahead = [self.row(column) for column in zip(*islice(known, before, None), strict=True)]
        else:
            self._count.given += len(positions)
            numbers = range(begin, self._count.given)
        for position, number in zip(positions, numbers, strict=True):
            of[position] = number
        if self._count.given > begin:
            yield Block(moves, begin, self._count.given - begin, ahead)
