"""E402: a choice that is never on offer although calls come to its state."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.analysis.checks.ground import Finding, Ground, choices
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
    here = [p.values for graph in ground.graphs for p in graph.positions if p.state == state.id]
    levels = []
    for name in dict.fromkeys(names(choice.when)):
        place = ground.scenario.variables[name]
        levels.append(_level(ground, name, sorted({values[place] for values in here})))
    return tuple(levels)


def _level(ground: Ground, name: str, found: list[int]) -> Message:
    words = next((fact.values for fact in ground.scenario.facts if fact.id == name), None)
    shown = [words[number] if words else str(number) for number in found]
    if words or len(found) < 3:
        return Message(N_("`{name}` is {values}"), {"name": name, "values": " / ".join(shown)})
    return Message(N_("`{name}` is between {low} and {high}"), {"name": name, "low": shown[0], "high": shown[-1]})
