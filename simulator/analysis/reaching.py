"""From where an ending can still be reached, silences included."""

from __future__ import annotations

from simulator.analysis.graph import Graph
from simulator.analysis.order import steps


def positions_reaching(graph: Graph, ending: str) -> bytearray:
    """For each position of a graph without loops 1 where some call can still end in `ending`, else 0."""
    reaching = bytearray(len(graph.positions))
    for position in reversed(graph.order):
        if graph.positions[position].state == ending:
            reaching[position] = 1
        else:
            reaching[position] = any(reaching[target] for target, _ in steps(graph, position))
    return reaching
