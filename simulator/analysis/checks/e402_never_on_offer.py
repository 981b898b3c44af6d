"""E402: a choice that is never on offer although calls come to its state."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from simulator.analysis.checks.ground import Finding, Ground, choices
from simulator.analysis.graph import Graph
from simulator.analysis.met import Met, numbers
from simulator.engine import compiled_of
from simulator.model.conditions import names
from simulator.model.message import N_, Message
from simulator.model.scenario import Choice, State


def find(ground: Ground) -> Iterator[Finding]:
    """Every such choice, with what the gauges and facts it asks about can be in that state."""
    for state, choice in choices(ground.scenario) if ground.explored else ():
        if state.id in ground.coverage.states and (state.id, choice.id) not in ground.coverage.choices:
            yield Finding(
                "E402",
                ("states", state.id, "choices", choice.id, "when"),
                Message(
                    N_("The choice `{choice}` is never on offer in the state `{state}`."),
                    {"choice": choice.id, "state": state.id},
                ),
                Message(
                    N_("Its `when` never holds there, where {levels}. Change the `when`, or take the choice out."),
                    {"levels": _levels(ground, state, choice)},
                ),
            )


def _levels(ground: Ground, state: State, choice: Choice) -> tuple[Message, ...]:
    return tuple(
        _level(ground, name, sorted(set().union(*(_met(graph, name, state.id) for graph in ground.graphs))))
        for name in dict.fromkeys(names(choice.when))
    )


def _met(graph: Graph, name: str, state: str) -> set[int]:
    """What a gauge or fact can be where calls come to a state."""
    scenario, place, number = graph.scenario, graph.scenario.variables[name], graph.names.index(state)
    here = [position for position, other in enumerate(graph.state_of) if other == number]
    if place >= len(scenario.gauges):
        return {graph.positions[position].values[place] for position in here}
    met = Met(graph, compiled_of(scenario).start(graph.variant))
    return set(chain.from_iterable(numbers(met.at(position, place)) for position in here))


def _level(ground: Ground, name: str, found: list[int]) -> Message:
    words = next((fact.values for fact in ground.scenario.facts if fact.id == name), None)
    shown = [words[number] if words else str(number) for number in found]
    if words or len(found) < 3:
        return Message(N_("`{name}` is {values}"), {"name": name, "values": " / ".join(shown)})
    return Message(N_("`{name}` is between {low} and {high}"), {"name": name, "low": shown[0], "high": shown[-1]})
