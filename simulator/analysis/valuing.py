"""The passes over the futures of a sound graph, block by block, that find what its positions are worth.

Numbers only; `valuation` gives them their names. Silences are left out of all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count, repeat

from scoring.yardsticks import TIE, Vector
from simulator.analysis.blocks import Block, Blocks
from simulator.analysis.compact import amounts_for, row_for
from simulator.analysis.lanes import Lanes
from simulator.analysis.passes import Blind


@dataclass(frozen=True, slots=True)
class Worth:
    """What can still be had from each future on."""

    places: Sequence[int]
    """The place of each future in `best` and `vectors`; those that are worth the same have the same."""
    best: list[float]
    """`V`."""
    vectors: list[Vector]
    """`U`."""


def blind(futures: Blocks) -> Blind:
    """Follow blind clicking from the start, future by future."""
    reach = amounts_for(len(futures.of), futures.count)
    moves, decisions = [0.0] * len(futures.moves), 0.0
    reach[futures.of[0]] = 1.0
    for block in reversed(futures.blocks):
        count = len(block.moves)
        shares = [here / count for here in reach[block.start : block.start + block.size]] if count else []
        total = sum(shares)
        decisions += total * count
        for move, targets in zip(block.moves, block.targets, strict=True):
            moves[move] += total
            for target, share in zip(targets, shares, strict=True):
                reach[target] += share
    return Blind(reach, moves, decisions)


def most(futures: Blocks, points: Sequence[Sequence[int]]) -> list[int]:
    """The most that each criterion alone can earn from the start on; `points` are those of each move, by criterion."""
    lanes = Lanes(len(points[0]), _bound(futures, points))
    gains = [lanes.row(row) for row in points]
    nothing = lanes.row([0] * len(points[0]))
    ahead: list[bytes] = []
    for layer in futures.layers:
        if any(block.moves for block in layer):
            ahead += lanes.largest_sums(_ways_on(layer, gains, ahead))
        else:
            ahead += [nothing] * sum(block.size for block in layer)
    return lanes.numbers(ahead[futures.of[0]])


def _ways_on(layer: list[Block], gains: Sequence[bytes], ahead: Sequence[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """What each choice of a layer gains, and what is ahead of it: first choices, second ones, and so on.

    Where a future has fewer choices than another it has its first one once more.
    """
    for place in range(max(len(block.moves) for block in layer)):
        edges = [(block, place if place < len(block.moves) else 0) for block in layer]
        gained = b"".join([gains[block.moves[choice]] * block.size for block, choice in edges])
        targets = chain.from_iterable([block.targets[choice] for block, choice in edges])
        behind = b"".join(map(ahead.__getitem__, targets))
        yield gained, behind


def worth(futures: Blocks, points: Sequence[Sequence[int]], values: Sequence[float]) -> Worth:
    """`V` and `U` of every future, given the points and the value of each move.

    `U` is the mean over tied best choices.
    """
    found = _Found(points, values)
    places = row_for(len(futures.of))([])
    for block in futures.blocks:
        places.extend(found.places(block, places))
    return Worth(places, found.best, found.vectors)


class _Found:
    """The worths found so far, equal ones kept once. The first is that of an ending: nothing."""

    def __init__(self, points: Sequence[Sequence[int]], values: Sequence[float]) -> None:
        self.points, self.values = points, values
        self.best = [0.0]
        self.vectors: list[Vector] = [(0.0,) * len(points[0])]
        self._places = {self.vectors[0]: 0}
        self._after: list[dict[int, int]] = [{} for _ in points]

    def places(self, block: Block, known: Sequence[int]) -> Iterator[int]:
        """The place of the worth of each future of a block; `known` are the places of the futures before.

        Many lead to the same worths by the same moves, and are worth the same.
        """
        if not block.moves:
            return repeat(0, block.size)
        kinds = defaultdict[tuple[int, ...], int](count().__next__)
        ahead = [map(known.__getitem__, targets) for targets in block.targets]
        numbers = [*map(kinds.__getitem__, zip(*ahead, strict=True))]
        return map([*self._along(block.moves, kinds)].__getitem__, numbers)

    def _along(self, moves: Sequence[int], kinds: Collection[tuple[int, ...]]) -> Iterator[int]:
        """The place of the worth where those moves lead to the worths at the places in each of `kinds`."""
        best, columns = self.best, zip(*kinds, strict=True)
        worths = [[self.values[m] + best[place] for place in column] for m, column in zip(moves, columns, strict=True)]
        for ahead, row in zip(kinds, zip(*worths, strict=True), strict=True):
            top = max(row)
            tied = [self._led(moves[n], ahead[n]) for n, worth in enumerate(row) if top - worth <= TIE]
            yield tied[0] if len(tied) == 1 else self._kept(_mean([self.vectors[n] for n in tied]), top)

    def _led(self, move: int, ahead: int) -> int:
        """The place of what a move and then the worth at the place `ahead` are worth."""
        place = self._after[move].get(ahead)
        if place is None:
            vector = tuple([a + b for a, b in zip(self.points[move], self.vectors[ahead], strict=True)])
            place = self._after[move][ahead] = self._kept(vector, self.values[move] + self.best[ahead])
        return place

    def _kept(self, vector: Vector, best: float) -> int:
        """The place of a worth."""
        place = self._places.setdefault(vector, len(self.vectors))
        if place == len(self.vectors):
            self.vectors.append(vector)
            self.best.append(best)
        return place


def _mean(vectors: Sequence[Vector]) -> Vector:
    return tuple([sum(column) / len(vectors) for column in zip(*vectors, strict=True)])


def _bound(futures: Blocks, points: Sequence[Sequence[int]]) -> int:
    """What no sum of the points of one criterion passes, above or below: a call makes one move in a layer."""
    most = [0] * len(points[0])
    for layer in futures.layers:
        rows = [points[move] for block in layer for move in block.moves]
        for place, column in enumerate(zip(*rows, strict=True)):
            most[place] += max(map(abs, column))
    return max(most)
