"""The oracle's situations in the engine's terms, so that the two can be walked side by side."""

from __future__ import annotations

from simulator.engine import Marks
from simulator.model.position import Position
from simulator.model.scenario import Scenario
from tests.oracle.interpreter import Mark, Situation


def full_position(scenario: Scenario, marks: Marks, now: Situation) -> Position:
    """The full position that the engine should have where the oracle stands in `now`."""
    facts = (fact.values.index(now.facts[fact.id]) for fact in scenario.facts)
    spent = 0
    for mark in now.spent:
        bit = _bit(scenario, marks, mark)
        assert bit.bit_count() == 1, f"{mark} has no bit of its own"
        assert not spent & bit, f"{mark} shares its bit"
        spent |= bit
    return Position(now.place, (*(now.gauges[g.id] for g in scenario.gauges), *facts), spent, now.back or "")


def _bit(scenario: Scenario, marks: Marks, mark: Mark) -> int:
    kind, name = mark[:2]
    if kind == "rule":
        return marks.rule(int(name))
    state = scenario.states[name]
    return marks.silence(state) if kind == "silence" else marks.choice(state, state.choice(mark[2]))
