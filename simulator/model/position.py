"""Where a play stands and what one decision does to it."""

from __future__ import annotations

from typing import NamedTuple

from simulator.model.scenario import Points


class Position(NamedTuple):
    """Where a play stands: a hashable value, no clock, no dice.

    `state` is a state or, once the call is over, an ending. `values` has the gauges, then the facts (as the
    place of the value in the fact's list), in the order of `Scenario.variables`. `spent` is a set of bits: the
    `once` marks already used. `back` is the state that the last fired `always` rule left, empty where none.
    """

    state: str
    values: tuple[int, ...]
    spent: int = 0
    back: str = ""


class Advance(NamedTuple):
    """What one choice or silence did, as far as analysis and scoring care.

    `route` is the place of the route taken in the choice's list (-1 where a rule fired first, or for a silence),
    `rule` the place of the `always` rule that fired (-1 where none did).
    """

    position: Position
    route: int
    rule: int


class Evidence(NamedTuple):
    """The points and critical errors of one decision: choice, route taken and ending together."""

    points: Points
    critical: tuple[str, ...]
