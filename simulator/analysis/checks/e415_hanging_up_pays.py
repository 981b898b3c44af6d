"""E415: nothing is better than a choice that ends the call in failure, while it could still end otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.analysis.checks.best import BestSteps
from simulator.analysis.checks.figures import Figures
from simulator.analysis.checks.ground import Finding, Ground, choice_place, seen_at
from simulator.model.message import N_, Message
from simulator.model.scenario import Outcome


def find(ground: Ground) -> Iterator[Finding]:
    """Every such choice, once for each variant, where a call comes to it soonest."""
    endings = ground.scenario.endings
    lost = {ending.id for ending in endings.values() if ending.outcome is Outcome.FAILURE}
    for figures in ground.figures():
        graph, known = figures.graph, set[tuple[str, str]]()
        found = [*BestSteps(figures).everywhere(lambda move: move.ending in lost)]
        hopeful = _hopeful(figures) if found else b""
        for position, move, _ in found:
            if hopeful[graph.futures.of[position]] and (move.state, move.choice) not in known:
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


def _hopeful(figures: Figures) -> bytearray:
    """Which futures still have an ending in them that is no failure."""
    graph, futures = figures.graph, figures.futures
    endings, hopeful = graph.scenario.endings, bytearray(len(futures.positions))
    for future in reversed(futures.order):
        edges = futures.edges(future)
        if edges:
            hopeful[future] = any(hopeful[futures.targets[edge]] for edge in edges)
        else:
            ending = endings[graph.names[graph.state_of[futures.positions[future]]]]
            hopeful[future] = ending.outcome is not Outcome.FAILURE
    return hopeful
