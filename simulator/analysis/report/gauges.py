"""Between which values each gauge moves while something can still read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.analysis.graph import Graph, Move
from simulator.engine import Packing, compiled_of, reducer_of
from simulator.model.position import Position
from simulator.model.scenario import SILENCE, Effect, Scenario


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
    scenario = graph.scenario
    packing = Packing(scenario, compiled_of(scenario).marks, reducer_of(scenario))
    seen = [{start.values[place]} for place in range(len(scenario.gauges))]
    effects = [_effects(scenario, move) for move in graph.moves]
    for state, packed, moves in _moments(graph, sum(packing.masks[: len(seen)])):
        live = {place: mask for place, mask in enumerate(packing.masks[: len(seen)]) if packing.kept[state] & mask}
        values = {place: (packed & mask) >> packing.shifts[place] for place, mask in live.items()}
        for after in (values, *(_after(scenario, values, effects[move]) for move in moves if effects[move])):
            for place, value in after.items():
                seen[place].add(value)
    return tuple(
        GaugeRange(gauge.id, gauge.label, start.values[place], min(seen[place]), max(seen[place]), gauge.max)
        for place, gauge in enumerate(scenario.gauges)
    )


def _moments(graph: Graph, gauges: int) -> Iterator[tuple[int, int, list[int]]]:
    """The state, the bits of the gauges and the moves of the positions; of a layer's that are alike in these only one.

    A choice that ends the call leaves gauges that nothing reads any more: what it made of them is told by the move.
    """
    for layer in graph.layers:
        met = set[tuple[int, int, int, int]]()
        for position in layer:
            silence = graph.silences[position][1] if position in graph.silences else -1
            state, fork = graph.state_of[position], graph.forks[position]
            moment = (state, graph.packed[position] & gauges, fork, silence)
            if moment not in met:
                met.add(moment)
                yield state, moment[1], [*graph.fork_moves[fork], *([silence] if silence >= 0 else [])]


def _effects(scenario: Scenario, move: Move) -> list[Effect]:
    """What moves gauges in a move, in the order in which it does."""
    state = scenario.states[move.state]
    if move.choice == SILENCE:
        effects = [state.silence.effect] if state.silence else []
    else:
        choice = state.choice(move.choice)
        effects = [choice.effect, *([choice.routes[move.route].effect] if move.route >= 0 else [])]
    return [effect for effect in effects if effect.changes]


def _after(scenario: Scenario, before: dict[int, int], effects: list[Effect]) -> dict[int, int]:
    """The gauges that could be read before, as a move with those effects leaves them."""
    now = dict(before)
    for effect in effects:
        for gauge, change in effect.changes:
            place = scenario.variables[gauge]
            if place in now:
                now[place] = max(0, min(scenario.gauges[place].max, now[place] + change))
    return now
