"""E414: a `back` that can be followed where no `always` rule left a state."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.analysis.checks.ground import Finding, Ground, seen_at
from simulator.analysis.graph import Fault, FaultKind, Place
from simulator.model.message import N_, Message
from simulator.model.scenario import BACK, SILENCE, Scenario


def find(ground: Ground) -> Iterator[Finding]:
    """Every such `back`, with a play that comes to it."""
    for graph in ground.graphs:
        for fault in graph.faults:
            if fault.kind is FaultKind.NO_WAY_BACK:
                advice = Message(
                    N_(
                        "`back` returns to the state that an `always` rule left, and a call can come here without one. "
                        "Name a state."
                    )
                )
                yield Finding(
                    "E414",
                    _place(ground.scenario, fault),
                    Message(N_("There is nothing to go `back` to.")),
                    seen_at(advice, graph, fault.position, fault.choice),
                )


def _place(scenario: Scenario, fault: Fault) -> Place:
    if fault.choice == SILENCE:
        return fault.place
    routes = scenario.states[str(fault.place[1])].choice(fault.choice).routes
    backs = [number for number, route in enumerate(routes) if route.goto == BACK]
    return (*fault.place, backs[0], "goto") if len(routes) > 1 and len(backs) == 1 else fault.place
