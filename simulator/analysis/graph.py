"""The graph of one variant: every reduced position that a call can stand in, and what leads from one to the next.

Positions are numbered in the order found (0 is the start), so that the many passes over the graph work on lists of
numbers. Choices and silences are kept apart: silences count for what can be reached and for loops, never for what a
call is worth.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from simulator.analysis.compact import row_for
from simulator.model.position import Evidence, Position
from simulator.model.scenario import Scenario

if TYPE_CHECKING:
    from simulator.analysis.blocks import Blocks
    from simulator.analysis.futures import Futures

Place = tuple[str | int, ...]
"""A path in the scenario's document, such as `("states", "greeting", "choices", "hello", "goto", 1)`."""


@dataclass(frozen=True, slots=True)
class Move:
    """One way that a choice (or a silence) of one state turns out: the same points and errors wherever it occurs."""

    state: str
    choice: str
    route: int
    """The route taken; -1 where a rule fired first, and for a silence."""
    ending: str
    """The ending that it leads to; empty where the call goes on."""
    evidence: Evidence


class FaultKind(StrEnum):
    """What keeps a step from being made."""

    NO_ROUTE = "no-route"
    """No item of the choice's `goto` holds."""
    NO_WAY_BACK = "no-way-back"
    """A `back` where no `always` rule was followed."""
    NO_LINE = "no-line"
    """No line of a list holds."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A step that can't be made, the first time it was met: where, and how a call gets there."""

    kind: FaultKind
    place: Place
    position: int
    """Number of the position that the step was tried from."""
    choice: str
    """The choice (or silence) tried; empty for the line that opens the call."""


@dataclass(slots=True)
class Coverage:
    """What the calls of a variant, taken together, have come by. Grows while a graph is explored."""

    states: set[str] = field(default_factory=set)
    choices: set[tuple[str, str]] = field(default_factory=set)
    """The choices that were on offer, by state and choice."""
    lines: set[Place] = field(default_factory=set)
    routes: set[tuple[str, str, int]] = field(default_factory=set)
    rules: set[int] = field(default_factory=set)
    """The places of the `always` rules that fired."""
    endings: set[str] = field(default_factory=set)

    def add(self, other: Coverage) -> None:
        """Count in what the calls of another variant have come by."""
        self.states |= other.states
        self.choices |= other.choices
        self.lines |= other.lines
        self.routes |= other.routes
        self.rules |= other.rules
        self.endings |= other.endings


@dataclass(frozen=True, slots=True)
class Loop:
    """A way round that a call can go for ever, as (state, choice) pairs; a silence has the choice `silence`."""

    steps: tuple[tuple[str, str], ...]
    cure: tuple[str, str] | None
    """The choice that could carry `once`; None where none could without leaving a state without choices."""
    position: int
    """Number of a position on the loop."""


@dataclass(frozen=True)
class Graph:
    """Every position of one variant. Choices of position `p` are the edges `first[p]` up to `first[p + 1]`.

    Where the limit stopped the search (`complete` is False), the last positions found have no edges yet.
    """

    scenario: Scenario
    variant: str
    positions: Sequence[Position]
    """Made anew each time one is asked for: work with numbers, `state_of` and `packed` where there are many."""
    index: Mapping[Position, int]
    state_of: Sequence[int]
    """The place in `names` of each position's state or ending."""
    names: tuple[str, ...]
    """The states in the file's order, then the endings."""
    packed: Sequence[int]
    """The gauges, facts and marks of each position as one number; `simulator.engine.packing` knows its bits."""
    forks: Sequence[int]
    """The number of what each position leads to: equal ones have the same choices on offer, which turn out alike."""
    fork_moves: dict[int, list[int]]
    """The places in `moves` of the choices on offer, in the file's order, for each of those numbers."""
    targets: Sequence[int]
    """The position that each edge leads to."""
    moves: list[Move]
    silences: Mapping[int, tuple[int, int]]
    """Target and move of the silence that can count in a position."""
    coverage: Coverage
    faults: tuple[Fault, ...]
    stuck: tuple[int, ...]
    """The positions in which a call goes on but no choice is on offer."""
    complete: bool
    """False where the limit stopped the search."""
    layers: Sequence[Collection[int]]
    """Every position; none leads to another of its layer or to one before it. Empty where there is no order."""
    loops: tuple[Loop, ...]

    @cached_property
    def first(self) -> Sequence[int]:
        """The first edge of each position, and behind them the number of all edges."""
        counts = {fork: len(moves) for fork, moves in self.fork_moves.items()}
        return row_for(len(self.forks))(accumulate(map(counts.__getitem__, self.forks), initial=0))

    @cached_property
    def edge_moves(self) -> Sequence[int]:
        """The place in `moves` of each edge."""
        return row_for(len(self.forks))(chain.from_iterable(map(self.fork_moves.__getitem__, self.forks)))

    @cached_property
    def order(self) -> Sequence[int]:
        """Every position before those that it leads to; empty where there is a loop or the search was stopped."""
        return row_for(len(self.forks))(chain.from_iterable(self.layers))

    @cached_property
    def blocks(self) -> Blocks:
        """The futures in blocks, where there is an order."""
        from simulator.analysis.blocks import blocks_of

        return blocks_of(self)

    @cached_property
    def futures(self) -> Futures:
        """The positions that have the same future as one, where there is an order."""
        from simulator.analysis.futures import futures_of

        return futures_of(self.blocks)

    @property
    def parents(self) -> list[int]:
        """The position from which each was first found; -1 for the start."""
        return [-1, *(self._origin(position)[0] for position in range(1, len(self.positions)))]

    @property
    def parent_moves(self) -> list[int]:
        """The move by which each position was first found; -1 for the start."""
        return [-1, *(self._origin(position)[1] for position in range(1, len(self.positions)))]

    @property
    def sound(self) -> bool:
        """Whether every call ends, whatever is chosen: only then has each position a value."""
        unsteady = any(fault.kind is not FaultKind.NO_LINE for fault in self.faults)
        return bool(self.layers) and not self.stuck and not unsteady

    def edges(self, position: int) -> range:
        """The edges of the choices on offer in a position, in the file's order."""
        return range(self.first[position], self.first[position + 1])

    def play_to(self, position: int) -> tuple[str, ...]:
        """A shortest play that leads to a position: ids of choices, `silence` included."""
        return tuple(reversed(list(self._back_from(position))))

    def _back_from(self, position: int) -> Iterator[str]:
        while position > 0:
            position, move = self._origin(position)
            yield self.moves[move].choice

    def _origin(self, position: int) -> tuple[int, int]:
        """From where, and by which move, a position was first found: in one place choices come before the silence."""
        edge = self._edges_in.get(position)
        by_choice = (bisect_right(self.first, edge) - 1, self.edge_moves[edge]) if edge is not None else None
        by_silence = self._silences_in.get(position)
        if by_choice and (by_silence is None or by_choice[0] <= by_silence[0]):
            return by_choice
        assert by_silence is not None  # a position is found by a choice or by a silence
        return by_silence

    @cached_property
    def _edges_in(self) -> dict[int, int]:
        """The first edge that leads to each position."""
        return dict(zip(reversed(self.targets), range(len(self.targets) - 1, -1, -1), strict=True))

    @cached_property
    def _silences_in(self) -> dict[int, tuple[int, int]]:
        """Position and move of the first silence that leads to each."""
        found: dict[int, tuple[int, int]] = {}
        for position, (target, move) in self.silences.items():
            if target not in found:
                found[target] = (position, move)
        return found
