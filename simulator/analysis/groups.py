"""The order of a scenario's states: groups in which a call can go round, each before those that it leads to.

A state that no way leads back to is a group of its own. What follows from this order for positions is in `order`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from simulator.engine import Marks
from simulator.model.conditions import names
from simulator.model.scenario import BACK, Effect, Scenario, State


@dataclass(frozen=True, slots=True)
class Group:
    """States between which a call can go to and fro; most often a single one."""

    states: tuple[str, ...]
    rounds: bool
    """Whether there are steps that stay within."""
    spends: bool
    """Whether each of those spends a mark, so that the marks spent tell what comes before what."""


def groups_of(scenario: Scenario, marks: Marks) -> tuple[Group, ...]:
    """The groups of states, in an order in which no state leads to one of a group before its own."""
    follows = _follows(scenario)
    reach = {state: 1 << place for place, state in enumerate(follows)}
    news = True
    while news:
        news = False
        for state in reversed(follows):
            ahead = reach[state]
            for after in follows[state]:
                ahead |= reach[after]
            news, reach[state] = news or ahead != reach[state], ahead
    together: dict[int, list[str]] = {}
    for state, ahead in reach.items():
        together.setdefault(ahead, []).append(state)
    groups = [tuple(together[ahead]) for ahead in sorted(together, key=lambda ahead: -ahead.bit_count())]
    return tuple(
        Group(
            states,
            rounds=any(not follows[state].isdisjoint(states) for state in states),
            spends=all(_spends(scenario, marks, state, states) for state in states),
        )
        for states in groups
    )


def _spends(scenario: Scenario, marks: Marks, state_id: str, group: Collection[str]) -> bool:
    """Whether every step in a state that stays in its group spends a mark."""
    state, stays = scenario.states[state_id], {None, BACK, *group}
    rules = [number for number, rule in enumerate(scenario.always) if rule.goto in group]
    if any(not marks.rule(number) for number in rules):
        return False
    steps = [(marks.choice(state, choice), {route.goto for route in choice.routes}) for choice in state.choices]
    if state.silence is not None:
        steps.append((marks.silence(state), {state.silence.goto}))
    return all(mark or stays.isdisjoint(gotos) for mark, gotos in steps)


def _follows(scenario: Scenario) -> dict[str, set[str]]:
    """The states that one step in each state can lead to."""
    found: dict[str, set[str]] = {}
    left: set[str] = set()
    for state in scenario.states.values():
        found[state.id] = {goto or state.id for goto in _gotos(state)}
        fired = {rule.goto for rule in scenario.always if not _moved(state).isdisjoint(names(rule.when))}
        found[state.id] |= fired
        left |= {state.id} if fired else set()
    for after in found.values():
        if BACK in after:
            after |= left
        after.intersection_update(found)
    return found


def _gotos(state: State) -> Iterator[str | None]:
    for choice in state.choices:
        yield from (route.goto for route in choice.routes)
    if state.silence is not None:
        yield state.silence.goto


def _moved(state: State) -> set[str]:
    """The gauges and facts that a step in a state can move."""
    effects: list[Effect] = [choice.effect for choice in state.choices]
    effects += [route.effect for choice in state.choices for route in choice.routes]
    effects += [state.silence.effect] if state.silence else []
    return {name for effect in effects for name, _ in (*effect.sets, *effect.changes)}
