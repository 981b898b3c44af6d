"""E412: more positions than can be played."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.analysis.findings.ground import Finding, Ground
from simulator.analysis.graph import Graph, Place
from simulator.model.message import N_, Message

SAMPLE = 50_000
"""Positions looked at to tell what makes them so many."""


def find(ground: Ground) -> Iterator[Finding]:
    """The gauge, or else the fact, without which the positions would be fewest."""
    graph = next((graph for graph in ground.graphs if not graph.complete), None)
    if graph is None:
        return
    headline = Message(N_("The call has more than {limit} positions."), {"limit": ground.limit})
    found = max(_savings(graph), default=None)
    if found is None:
        yield Finding("E412", ("states",), headline, Message(N_("Leave out states, or some choices with `once`.")))
        return
    times, place = found
    advice = Message(
        N_("`{name}` costs most: without it there would be {times} times fewer. Give it fewer values or move it less."),
        {"name": place[1], "times": times},
    )
    yield Finding("E412", place, headline, advice)


def _savings(graph: Graph) -> Iterator[tuple[float, Place]]:
    """How many times fewer positions there would be without each gauge, or without each fact where no gauge is."""
    sample = graph.positions[:SAMPLE]
    kind = "gauges" if graph.scenario.gauges else "facts"
    for variable in graph.scenario.gauges or graph.scenario.facts:
        place = graph.scenario.variables[variable.id]
        rest = {(p.state, p.values[:place], p.values[place + 1 :], p.spent, p.back) for p in sample}
        yield len(sample) / len(rest), (kind, variable.id)
