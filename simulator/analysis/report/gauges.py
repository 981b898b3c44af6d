"""Between which values each gauge moves while something can still tell them apart."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.analysis.graph import Graph
from simulator.analysis.met import Met, numbers
from simulator.engine import reducer_of
from simulator.model.position import Position


@dataclass(frozen=True, slots=True)
class GaugeRange:
    """The values of one gauge that calls come by, silences included."""

    id: str
    label: str
    start: int
    low: int
    high: int
    max: int


def gauges_of(graph: Graph, start: Position) -> tuple[GaugeRange, ...]:
    """The range of every gauge in the calls of a graph that starts at `start`."""
    met = Met(graph, start)
    return tuple(_range_of(graph, met, place, start.values[place]) for place in range(len(graph.scenario.gauges)))


def _range_of(graph: Graph, met: Met, place: int, start: int) -> GaugeRange:
    """That of one gauge: before and after each answer that is given where something can still read it."""
    live = [any(reducer_of(graph.scenario).kept(name)[0][place]) for name in graph.names]
    seen = 1 << start
    for position, state in enumerate(graph.state_of):
        if live[state]:
            seen |= met.at(position, place)
            for after in met.after(position, place):
                seen |= after
    gauge, found = graph.scenario.gauges[place], numbers(seen)
    return GaugeRange(gauge.id, gauge.label, start, found[0], found[-1], gauge.max)
