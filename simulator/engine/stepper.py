"""The protocol that both makers of steps share, and what can go wrong when a step is asked for."""

from __future__ import annotations

from typing import Protocol

from simulator.engine.marks import Marks
from simulator.engine.predicates import Functions
from simulator.model.position import Advance, Position
from simulator.model.scenario import Choice, Scenario


class NotOnOffer(LookupError):
    """A choice or a silence was asked for that the position does not offer."""


class NoWayBack(LookupError):
    """A choice goes `back` where no `always` rule was followed. `check` refuses such a scenario (E414)."""


class NoRoute(LookupError):
    """No item of a choice's `goto` holds. `check` refuses such a scenario (E404)."""


class Stepper(Protocol):
    """One step of a call: what is on offer, and what a choice or a silence leads to. Pure; positions are values."""

    scenario: Scenario
    functions: Functions
    marks: Marks

    def start(self, variant: str) -> Position:
        """Where a call of that variant begins. Raises KeyError for an unknown variant."""

    def offered(self, position: Position) -> tuple[Choice, ...]:
        """The choices on offer, in the file's order; none once the call is over."""

    def take(self, position: Position, choice_id: str) -> Advance:
        """What the choice leads to. Raises NotOnOffer, NoWayBack, NoRoute."""

    def silence_possible(self, position: Position) -> bool:
        """Whether a silence can still count here."""

    def keep_silent(self, position: Position) -> Advance:
        """What a silence leads to. Raises NotOnOffer where none can count."""


def start(scenario: Scenario, functions: Functions, variant_id: str) -> Position:
    """The starting position of a variant: gauges at their start, facts at their first value, then its effect."""
    values = (*(g.start for g in scenario.gauges), *(0 for _ in scenario.facts))
    return Position(scenario.start, functions.transform(scenario.variant(variant_id).effect)(values))
