"""Where a play goes that follows a habit: exact, by one pass forward over the futures of a call.

Who looks at nothing but what is on offer picks the same in positions with the same future. `passes.blind` is the same
thing for blind clicking, written out because every call that is opened waits for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from simulator.analysis.compact import amounts_for
from simulator.analysis.futures import Futures


class Habit(NamedTuple):
    """A way of picking that looks at nothing but what is on offer."""

    name: str
    """An id of its own in its call; empty for blind clicking."""
    picks: Callable[[int], Sequence[int]]
    """The edges of a future among which it picks, all equally likely; none at an ending alone."""


@dataclass(frozen=True, slots=True)
class Course:
    """Where a habit leads."""

    reach: Sequence[float]
    """How likely a play comes by each future."""
    moves: list[float]
    """How often a play makes each move."""

    def visited(self) -> Iterator[tuple[int, float]]:
        """The futures that a play can come by, each with how likely it does."""
        return ((future, here) for future, here in enumerate(self.reach) if here)

    def total(self, amounts: Sequence[float]) -> float:
        """What a play takes on average; `amounts` are those of each move."""
        return sum(times * amount for times, amount in zip(self.moves, amounts, strict=True) if times)


def blindly(futures: Futures) -> Habit:
    """Blind clicking: each choice on offer is as likely as any other."""
    return Habit("", futures.edges)


def follow(futures: Futures, habit: Habit) -> Course:
    """Follow a habit from the start of a call; silences never happen."""
    picks, targets, edge_moves = habit.picks, futures.targets, futures.edge_moves
    reach = amounts_for(len(futures.of), len(futures.positions))
    moves = [0.0] * len(futures.moves)
    reach[0] = 1.0
    for future in futures.order:
        here = reach[future]
        if here:
            picked = picks(future)
            for edge in picked:
                share = here / len(picked)
                reach[targets[edge]] += share
                moves[edge_moves[edge]] += share
    return Course(reach, moves)
