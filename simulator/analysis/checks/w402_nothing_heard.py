"""W402: a choice after which the call stays where it is brings at least a reply."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.analysis.checks.ground import Finding, Ground, choice_place, choices
from simulator.model.message import N_, Message

_ADVICE: Final = N_("Add a `reply:`, the caller's words or what is heard in their place, or a `goto:` that leads on.")


def find(ground: Ground) -> Iterator[Finding]:
    """Every choice without a `reply` that calls take and stay in its state."""
    for state, choice in choices(ground.scenario):
        stays = (number for number, route in enumerate(choice.routes) if route.goto is None)
        if not choice.reply and any((state.id, choice.id, number) in ground.coverage.routes for number in stays):
            headline = Message(
                N_("After the choice `{choice}` nothing is heard and the call does not go on."), {"choice": choice.id}
            )
            yield Finding("W402", choice_place(state.id, choice.id), headline, Message(_ADVICE))
