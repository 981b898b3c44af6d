"""E401: a state that no call ever gets to."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.analysis.checks.ground import Finding, Ground, leads_to
from simulator.model.message import N_, Message


def find(ground: Ground) -> Iterator[Finding]:
    """Every state that no variant enters."""
    for state in ground.scenario.states if ground.explored else ():
        if state not in ground.coverage.states:
            headline = Message(N_("No call ever gets to the state `{state}`."), {"state": state})
            yield Finding("E401", ("states", state), headline, help_for(ground, state))


def help_for(ground: Ground, target: str) -> Message:
    """What to do where nothing leads to a state or an ending, or where what leads there is never followed."""
    ways = tuple(f"`{state}/{choice}`" for state, choice in leads_to(ground.scenario, target))
    if not ways:
        return Message(N_("Nothing leads there: name it in a `goto`, or take it out."))
    return Message(N_("What leads there is never followed: {ways}. Look at the conditions on the way."), {"ways": ways})
