"""E415: nothing is better than a choice that ends the call in failure, while it could still end otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.analysis.checks.best import BestSteps
from simulator.analysis.checks.ground import Finding, Ground, choice_place, seen_at
from simulator.analysis.graph import Graph
from simulator.model.message import N_, Message
from simulator.model.scenario import Outcome


def find(ground: Ground) -> Iterator[Finding]:
    """Every such choice, once for each variant, where a call comes to it soonest."""
    endings = ground.scenario.endings
    for graph, values in ground.measured():
        hopeful, known = _hopeful(graph), set[tuple[str, str]]()
        for position, move, _ in BestSteps(graph, values).everywhere():
            fails = bool(move.ending) and endings[move.ending].outcome is Outcome.FAILURE
            if fails and hopeful[position] and (move.state, move.choice) not in known:
                known.add((move.state, move.choice))
                headline = Message(
                    N_("Giving up pays: the choice `{choice}` ends the call in failure, and no choice is worth more."),
                    {"choice": move.choice},
                )
                advice = Message(
                    N_("The call could still end better from there: give more points to going on, or fewer to this.")
                )
                yield Finding(
                    "E415",
                    choice_place(move.state, move.choice),
                    headline,
                    seen_at(advice, graph, position, move.choice),
                )


def _hopeful(graph: Graph) -> bytearray:
    """Which positions choices can still lead from to an ending that is no failure."""
    hopeful = bytearray(len(graph.positions))
    endings = graph.scenario.endings
    for position in reversed(graph.order):
        ending = endings.get(graph.positions[position].state)
        if ending is not None:
            hopeful[position] = ending.outcome is not Outcome.FAILURE
        else:
            hopeful[position] = any(hopeful[graph.targets[edge]] for edge in graph.edges(position))
    return hopeful
