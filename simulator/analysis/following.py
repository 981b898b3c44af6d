"""Where a play goes that follows a habit: exact, by one pass forward over the graph.

`passes.blind` is the same thing for blind clicking, written out because every call that is opened waits for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from simulator.analysis.graph import Graph


class Habit(NamedTuple):
    """A way of picking that looks at nothing but what is on offer."""

    name: str
    """An id of its own in its graph; empty for blind clicking."""
    picks: Callable[[int], Sequence[int]]
    """The edges of a position among which it picks, all equally likely; none at an ending alone."""


@dataclass(frozen=True, slots=True)
class Course:
    """Where a habit leads."""

    reach: list[float]
    """How likely a play comes by each position."""
    moves: list[float]
    """How often a play makes each move."""

    def visited(self) -> Iterator[tuple[int, float]]:
        """The positions that a play can come by, each with how likely it does."""
        return ((position, here) for position, here in enumerate(self.reach) if here)

    def total(self, amounts: Sequence[float]) -> float:
        """What a play takes on average; `amounts` are those of each move."""
        return sum(times * amount for times, amount in zip(self.moves, amounts, strict=True) if times)


def blindly(graph: Graph) -> Habit:
    """Blind clicking: each choice on offer is as likely as any other."""
    return Habit("", graph.edges)


def follow(graph: Graph, habit: Habit) -> Course:
    """Follow a habit from the start of a sound graph; silences never happen."""
    picks, targets, edge_moves = habit.picks, graph.targets, graph.edge_moves
    reach, moves = [0.0] * len(graph.positions), [0.0] * len(graph.moves)
    reach[0] = 1.0
    for position in graph.order:
        here = reach[position]
        if here:
            picked = picks(position)
            for edge in picked:
                share = here / len(picked)
                reach[targets[edge]] += share
                moves[edge_moves[edge]] += share
    return Course(reach, moves)
