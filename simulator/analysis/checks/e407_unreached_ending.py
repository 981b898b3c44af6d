"""E407: an ending that no call reaches."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.analysis.checks.e401_unreachable_state import help_for
from simulator.analysis.checks.ground import Finding, Ground, leads_to
from simulator.model.message import N_, Message
from simulator.model.scenario import SILENCE


def find(ground: Ground) -> Iterator[Finding]:
    """Every such ending, but for those that only a state or a choice that is a finding itself leads to."""
    for ending in ground.scenario.endings if ground.explored else ():
        if ending not in ground.coverage.endings and not _follows_from_another(ground, ending):
            headline = Message(N_("No call ever reaches the ending `{ending}`."), {"ending": ending})
            yield Finding("E407", ("endings", ending), headline, help_for(ground, ending))


def _follows_from_another(ground: Ground, ending: str) -> bool:
    for state, choice in leads_to(ground.scenario, ending):
        if state in ground.scenario.states:
            never_met = state not in ground.coverage.states
            if never_met or (choice != SILENCE and (state, choice) not in ground.coverage.choices):
                return True
    return False
