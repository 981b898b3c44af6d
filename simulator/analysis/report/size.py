"""How large a call is: positions, complete calls, decisions of the shortest and of the longest, endings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
    """How large a sound graph is; `reach` says how likely blind clicking comes by each position."""
    size = len(graph.positions)
    calls, shortest, longest = [1] * size, [0] * size, [0] * size
    for position in reversed(graph.order):
        after = [graph.targets[edge] for edge in graph.edges(position)]
        if after:
            calls[position] = sum(calls[target] for target in after)
            shortest[position] = 1 + min(shortest[target] for target in after)
            longest[position] = 1 + max(longest[target] for target in after)
    return Statistics(
        positions=size,
        edges=len(graph.targets),
        calls=calls[0],
        shortest=shortest[0],
        longest=longest[0],
        longest_call=_longest_call(graph, longest),
        endings=_endings(graph, reach),
    )


def _longest_call(graph: Graph, longest: Sequence[int]) -> tuple[str, ...]:
    call, position = list[str](), 0
    while longest[position]:
        edge = next(edge for edge in graph.edges(position) if longest[graph.targets[edge]] == longest[position] - 1)
        call.append(graph.moves[graph.edge_moves[edge]].choice)
        position = graph.targets[edge]
    return tuple(call)


def _endings(graph: Graph, reach: Sequence[float]) -> tuple[EndingReach, ...]:
    chances = dict.fromkeys(graph.names, 0.0)
    for number, state in enumerate(graph.state_of):
        if not graph.edges(number):
            chances[graph.names[state]] += reach[number]
    return tuple(EndingReach(e.id, e.outcome, chances[e.id]) for e in graph.scenario.endings.values())
