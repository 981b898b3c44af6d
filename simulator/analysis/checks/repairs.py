"""What only calls that went wrong come by, and what a choice loses at once: for the checks of repairs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from scoring.yardsticks import TIE
from simulator.analysis.checks.figures import Figures
from simulator.analysis.futures import Futures

Follows = Callable[[int], bool]
"""Whether a call of the kind looked at takes an edge."""


def reached(futures: Futures, follows: Follows) -> dict[int, int]:
    """The futures of the calls that take only such edges, each with the edge by which one comes to it soonest.

    The start has -1.
    """
    known, waiting = {0: -1}, [0]
    for future in waiting:
        for edge in futures.edges(future):
            target = futures.targets[edge]
            if target not in known and follows(edge):
                known[target] = edge
                waiting.append(target)
    return known


def play_to(futures: Futures, known: Mapping[int, int], future: int) -> tuple[str, ...]:
    """The ids of the choices that lead to one of the futures that were `reached`."""
    play = list[str]()
    while (edge := known[future]) >= 0:
        play.append(futures.moves[futures.edge_moves[edge]].choice)
        future = bisect_right(futures.first, edge) - 1
    return tuple(reversed(play))


def opened(futures: Futures, known: Iterable[int]) -> list[bool]:
    """Which moves are on offer in none of the futures in `known`: those that only a call which left them comes by."""
    beyond = [True] * len(futures.moves)
    for future in known:
        for edge in futures.edges(future):
            beyond[futures.edge_moves[edge]] = False
    return beyond


def lost_at_once(figures: Figures, edge: int, others: Sequence[int]) -> float:
    """By how many points of the score an edge itself earns less than the best of `others`, what follows left out.

    Of equally good ones it is the one that earns least at once.
    """
    least = min(figures.costs[other] for other in others) + TIE
    earned = min(figures.worth[figures.futures.edge_moves[other]] for other in others if figures.costs[other] <= least)
    return (earned - figures.worth[figures.futures.edge_moves[edge]]) * figures.yardsticks.scale


def best_call(figures: Figures, future: int) -> Iterator[int]:
    """The edges of the best call from a future on; of equally good ones the file's first."""
    futures, costs = figures.futures, figures.costs
    while edges := futures.edges(future):
        edge = next(edge for edge in edges if costs[edge] == 0)
        yield edge
        future = futures.targets[edge]
