"""E412: more positions than can be played."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.analysis.checks.ground import Finding, Ground
from simulator.analysis.graph import Graph, Place
from simulator.model.message import N_, Message

SAMPLE: Final = 50_000
"""Positions looked at to tell what makes them so many."""

NOTABLE: Final = 1.5
"""How many times fewer positions there must be without a gauge for it to be named."""


def find(ground: Ground) -> Iterator[Finding]:
    """The gauge or fact without which there would be fewest positions; the `once` marks where none makes many."""
    graph = next((graph for graph in ground.graphs if not graph.complete), None)
    if graph is None:
        return
    headline = Message(N_("The call has more than {limit} positions."), {"limit": ground.limit})
    times, place = max(_savings(graph), default=(1.0, ("states",)))
    if times < NOTABLE:
        advice = Message(
            N_("Every choice with `once` can double them: leave out some, or lead on from the hub sooner.")
        )
        yield Finding("E412", ("states",), headline, advice)
        return
    advice = Message(
        N_("`{name}` costs most: without it there would be {times} times fewer. Give it fewer values or move it less."),
        {"name": place[1], "times": times},
    )
    yield Finding("E412", place, headline, advice)


def _savings(graph: Graph) -> Iterator[tuple[float, Place]]:
    """How many times fewer positions there would be without each gauge and each fact."""
    sample = graph.positions[:SAMPLE]
    gauges = {gauge.id for gauge in graph.scenario.gauges}
    for name, place in graph.scenario.variables.items():
        rest = {(p.state, p.values[:place], p.values[place + 1 :], p.spent, p.back) for p in sample}
        yield len(sample) / len(rest), ("gauges" if name in gauges else "facts", name)
