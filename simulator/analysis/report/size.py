"""How large a call is: positions, complete calls, decisions of the shortest and of the longest, endings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.analysis.futures import Futures
from simulator.analysis.graph import Graph


@dataclass(frozen=True, slots=True)
class EndingReach:
    """An ending, and how often blind clicking gets there."""

    id: str
    outcome: str
    blind: float


@dataclass(frozen=True, slots=True)
class Statistics:
    """How large a call is. Decisions are choices; silences count for positions alone."""

    positions: int
    edges: int
    """Choices on offer, over all positions."""
    calls: int
    """Complete calls."""
    shortest: int
    """Decisions of the shortest complete call."""
    longest: int
    longest_call: tuple[str, ...]
    """The choices of a longest call; among equally long ones the file's first."""
    endings: tuple[EndingReach, ...]


def size_of(graph: Graph, reach: Sequence[float]) -> Statistics:
    """How large a sound graph is; `reach` says how likely blind clicking comes by each future."""
    futures = graph.futures
    shortest, longest = ([0] * len(futures.positions) for _ in range(2))
    for future in reversed(futures.order):
        after = [futures.targets[edge] for edge in futures.edges(future)]
        if after:
            shortest[future] = 1 + min(shortest[target] for target in after)
            longest[future] = 1 + max(longest[target] for target in after)
    return Statistics(
        positions=len(graph.positions),
        edges=len(graph.targets),
        calls=_calls(futures),
        shortest=shortest[0],
        longest=longest[0],
        longest_call=_longest_call(futures, longest),
        endings=_endings(graph, reach),
    )


def _calls(futures: Futures) -> int:
    """How many complete calls there are, silences aside. Such numbers are long: none is kept once it was handed on."""
    coming, ended = {0: 1}, 0
    for future in futures.order:
        edges, calls = futures.edges(future), coming.pop(future, 0)
        for edge in edges:
            target = futures.targets[edge]
            coming[target] = coming.get(target, 0) + calls
        ended += 0 if edges else calls
    return ended


def _longest_call(futures: Futures, longest: Sequence[int]) -> tuple[str, ...]:
    call, future = list[str](), 0
    while longest[future]:
        edge = next(e for e in futures.edges(future) if longest[futures.targets[e]] == longest[future] - 1)
        call.append(futures.moves[futures.edge_moves[edge]].choice)
        future = futures.targets[edge]
    return tuple(call)


def _endings(graph: Graph, reach: Sequence[float]) -> tuple[EndingReach, ...]:
    chances = dict.fromkeys(graph.names, 0.0)
    for position, here in zip(graph.futures.positions, reach, strict=True):
        chances[graph.names[graph.state_of[position]]] += here
    return tuple(EndingReach(e.id, e.outcome, chances[e.id]) for e in graph.scenario.endings.values())
