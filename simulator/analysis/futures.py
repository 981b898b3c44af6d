"""Positions with the same future made one, for everything that is worked out from the endings backward.

Two positions have the same future where the same choices are on offer, each with the same move to the same future.
They are worth the same, lead to the same endings, and nothing that is asked of what lies ahead tells them apart. A
call has several times fewer futures than positions. Silences are left out, as in all that is scored.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from simulator.analysis.blocks import Blocks
from simulator.analysis.compact import row_for
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


@dataclass(frozen=True, slots=True)
class Futures:
    """The futures of one graph, numbered as a call comes by them: 0 is the start's.

    `first`, `targets`, `edge_moves`, `moves` and `order` mean what they mean in a graph, future for position.
    """

    of: Sequence[int]
    """The future of each position."""
    positions: Sequence[int]
    """The lowest position of each future, which is the one that a call comes by soonest."""
    first: Sequence[int]
    targets: Sequence[int]
    edge_moves: Sequence[int]
    moves: list[Move]
    order: Sequence[int]

    def edges(self, future: int) -> range:
        """The edges of the choices on offer, in the file's order."""
        return range(self.first[future], self.first[future + 1])


def futures_of(blocks: Blocks) -> Futures:
    """The futures that are in `blocks`, one by one."""
    row, count = row_for(len(blocks.of)), blocks.count
    soonest, number = row([0] * count), row([0] * count)
    for position, future in zip(range(len(blocks.of) - 1, -1, -1), reversed(blocks.of), strict=True):
        soonest[future] = position
    by_position = sorted(range(count), key=soonest.__getitem__)
    for place, future in enumerate(by_position):
        number[future] = place
    first, targets, edge_moves = row([0]), row([]), row([])
    owner = [block for block in blocks.blocks for _ in range(block.size)]
    for future in by_position:
        block = owner[future]
        within = future - block.start
        edge_moves.extend(block.moves)
        targets.extend([number[column[within]] for column in block.targets])
        first.append(len(targets))
    return Futures(
        of=row(map(number.__getitem__, blocks.of)),
        positions=row(map(soonest.__getitem__, by_position)),
        first=first,
        targets=targets,
        edge_moves=edge_moves,
        moves=blocks.moves,
        # In blocks a future is numbered behind all that it leads to.
        order=number[::-1],
    )
