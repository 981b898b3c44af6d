"""The words of a choice as a trainee reads them, its braces filled."""

from __future__ import annotations

from simulator.analysis.graph import Graph
from simulator.model.phrases import AGENT, fill
from simulator.model.scenario import SILENCE, Scenario


def texts(graph: Graph) -> list[str]:
    """The text of the choice of each move; empty for a silence."""
    names = _names(graph.scenario, graph.variant)
    states = graph.scenario.states
    return [
        "" if move.choice == SILENCE else fill(states[move.state].choice(move.choice).text, names)
        for move in graph.moves
    ]


def _names(scenario: Scenario, variant: str) -> dict[str, str]:
    """What the braces stand for; a trainee whom nobody knows has no name."""
    people = {**scenario.caller, AGENT: ""}
    return {**{label: fill(text, people) for label, text in scenario.card(variant)}, **people}
