"""E405: a state in which the trainee can be left with nothing to choose."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.analysis.checks.ground import Finding, Ground, seen_at
from simulator.model.message import N_, Message


def find(ground: Ground) -> Iterator[Finding]:
    """Every such state, once for each variant, with a shortest play that ends there."""
    for graph in ground.graphs:
        first = {graph.positions[number].state: number for number in reversed(graph.stuck)}
        for state, number in first.items():
            yield Finding(
                "E405",
                ("states", state, "choices"),
                Message(N_("In the state `{state}` the trainee can be left without a choice."), {"state": state}),
                seen_at(Message(N_("Give one of its choices neither `when` nor `once`.")), graph, number),
            )
