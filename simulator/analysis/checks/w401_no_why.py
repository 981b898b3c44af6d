"""W401: every choice says in its `why` what it is worth, for the debrief to teach."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.analysis.checks.ground import Finding, Ground, choice_place, choices
from simulator.model.message import N_, Message

_ADVICE: Final = N_(
    "Add `why:` with a sentence or two for the debrief: what it does to the caller, and what would be better."
)


def find(ground: Ground) -> Iterator[Finding]:
    """Every choice without a `why`, where not each item of its `goto` has one of its own."""
    for state, choice in choices(ground.scenario):
        if choice.why is None and not all(route.why for route in choice.routes):
            headline = Message(N_("The choice `{choice}` does not say why it is good or bad."), {"choice": choice.id})
            yield Finding("W401", choice_place(state.id, choice.id), headline, Message(_ADVICE))
