"""What the author wrote for one way that a choice turns out: the points and effects of the choice and its route."""

from __future__ import annotations

from collections import Counter

from simulator.analysis.effects import effects_of
from simulator.analysis.graph import Move
from simulator.model.scenario import SILENCE, Effect, Scenario


def negative(scenario: Scenario, move: Move) -> list[tuple[str, int]]:
    """The negative points of the choice and the route taken; an ending may cost something without a fault."""
    if move.choice == SILENCE:
        return []
    choice = scenario.states[move.state].choice(move.choice)
    total = dict(choice.score)
    for criterion, points in choice.routes[move.route].score if move.route >= 0 else ():
        total[criterion] = total.get(criterion, 0) + points
    return [(criterion, points) for criterion, points in total.items() if points < 0]


def effects(scenario: Scenario, move: Move) -> tuple[Effect, ...]:
    """What a choice does to gauges and facts: its own effect, then that of the route taken; nothing for a silence."""
    return () if move.choice == SILENCE else effects_of(scenario, move)


def changes(scenario: Scenario, move: Move) -> Counter[str]:
    """By how much a choice moves each gauge that it moves, if nothing stops it."""
    total = Counter[str]()
    for effect in effects(scenario, move):
        for gauge, change in effect.changes:
            total[gauge] += change
    return total
