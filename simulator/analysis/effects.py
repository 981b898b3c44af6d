"""What a decision did to the gauges, and which of them ended the call."""

from __future__ import annotations

from simulator.analysis.graph import Move
from simulator.engine import Compiled
from simulator.model.conditions import Condition, names
from simulator.model.position import Advance, Position
from simulator.model.scenario import SILENCE, Choice, Effect, Outcome, Scenario


def effects_of(scenario: Scenario, move: Move) -> tuple[Effect, ...]:
    """What a move does to gauges and facts, in the order in which it does: the choice's or silence's, the route's."""
    state = scenario.states[move.state]
    if move.choice == SILENCE:
        return (state.silence.effect,) if state.silence else ()
    choice = state.choice(move.choice)
    return (choice.effect, choice.routes[move.route].effect) if move.route >= 0 else (choice.effect,)


def values_after(compiled: Compiled, before: Position, choice_id: str, advance: Advance) -> tuple[int, ...]:
    """The gauges and facts after a choice or silence, also where `advance` leads to a reduced position."""
    transform = compiled.functions.transform
    state = compiled.scenario.states[before.state]
    if choice_id == SILENCE:
        return transform(state.silence.effect)(before.values) if state.silence else before.values
    choice = state.choice(choice_id)
    values = transform(choice.effect)(before.values)
    return transform(choice.routes[advance.route].effect)(values) if advance.route >= 0 else values


def ended_by(compiled: Compiled, before: Position, choice_id: str, advance: Advance) -> tuple[str, ...]:
    """The gauges that this decision moved so far that the call ended in failure; none where another thing did it.

    Looked at is the condition that led there: that of the `always` rule that fired, else that of the route taken.
    A gauge is to blame where the condition would not have held without its move.
    """
    scenario = compiled.scenario
    ending = scenario.endings.get(advance.position.state)
    choice = None if choice_id == SILENCE else scenario.states[before.state].choice(choice_id)
    condition = _condition(compiled, choice, advance)
    if ending is None or ending.outcome is not Outcome.FAILURE or condition is None:
        return ()
    after, read = values_after(compiled, before, choice_id, advance), set(names(condition))
    gauges = [place for place, gauge in enumerate(scenario.gauges) if gauge.id in read]
    moved = [place for place in gauges if after[place] != before.values[place]]
    holds = compiled.functions.predicate(condition)

    def without(places: list[int]) -> bool:
        return holds(tuple(before.values[p] if p in places else value for p, value in enumerate(after)))

    if not moved or without(moved):
        return ()
    alone = [place for place in moved if not without([place])]
    return tuple(scenario.gauges[place].id for place in alone or moved)


def _condition(compiled: Compiled, choice: Choice | None, advance: Advance) -> Condition | None:
    if advance.rule >= 0:
        return compiled.scenario.always[advance.rule].when
    if choice is not None and advance.route >= 0:
        return choice.routes[advance.route].when
    return None
