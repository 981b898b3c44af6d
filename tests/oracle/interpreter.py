"""A naive interpreter of a call, written from the design alone: the second opinion on the engine.

It shares nothing with `simulator.engine`. Positions are full (nothing is dropped), every step copies, conditions are
walked each time they are asked. A `Situation` is never changed after it was made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias

from simulator.model.conditions import All, Among, Any, Compare, Condition, Not
from simulator.model.scenario import BACK, Choice, Effect, Line, Points, Rule, Scenario, State

Mark: TypeAlias = tuple[str, ...]
"""A spent `once`: ("choice", state, choice), ("silence", state) or ("rule", place in the file)."""


Key: TypeAlias = tuple[object, ...]
"""What a situation is told from others by."""


class NotPlayable(Exception):
    """The scenario asks for something that has no meaning, such as `back` where nothing was left."""


@dataclass(frozen=True)
class Situation:
    """Where a call stands: `place` is a state or an ending, `back` the state a rule left (None where none)."""

    place: str
    gauges: Mapping[str, int]
    facts: Mapping[str, str]
    spent: frozenset[Mark] = frozenset()
    back: str | None = None

    @cached_property
    def key(self) -> Key:
        """Equal exactly where every part is equal."""
        return (self.place, tuple(self.gauges.items()), tuple(self.facts.items()), self.spent, self.back)


@dataclass(frozen=True)
class Spoken:
    """Something heard after the trainee's turn; `kind` is reply, opening, scene or ending."""

    kind: str
    text: str
    mood: str | None = None
    speaker: str | None = None
    reveals: str | None = None


@dataclass(frozen=True)
class Outcome:
    """What a choice or a silence did. `route` and `rule` are places in their lists, None where none was taken.

    Where a rule fires after the route's own effects, both are given: the route's points count, the rule decides where.
    """

    after: Situation
    points: Mapping[str, int]
    critical: tuple[str, ...]
    heard: tuple[Spoken, ...]
    route: int | None
    rule: int | None


def start(scenario: Scenario, variant_id: str) -> Situation:
    """The call as it begins; no rule is looked at. Raises KeyError for an unknown variant."""
    gauges = {gauge.id: gauge.start for gauge in scenario.gauges}
    facts = {fact.id: fact.values[0] for fact in scenario.facts}
    begin = Situation(scenario.start, gauges, facts)
    return _affected(scenario, begin, scenario.variant(variant_id).effect)


def is_over(scenario: Scenario, now: Situation) -> bool:
    """Whether the call has reached an ending."""
    return now.place in scenario.endings


def offered(scenario: Scenario, now: Situation) -> list[str]:
    """The ids of the choices on offer, in the file's order; none once the call is over."""
    if is_over(scenario, now):
        return []
    state = scenario.states[now.place]
    return [choice.id for choice in state.choices if _is_offered(state, choice, now)]


def silence_possible(scenario: Scenario, now: Situation) -> bool:
    """Whether the trainee can let the time pass here."""
    if is_over(scenario, now):
        return False
    silence = scenario.states[now.place].silence
    if silence is None:
        return False
    return silence.goto is not None or ("silence", now.place) not in now.spent


def take(scenario: Scenario, now: Situation, choice_id: str) -> Outcome:
    """What happens when the trainee takes a choice that is on offer; ValueError where it is not."""
    if choice_id not in offered(scenario, now):
        raise ValueError(choice_id)
    choice = scenario.states[now.place].choice(choice_id)
    then = _affected(scenario, now, choice.effect)
    if choice.once:
        then = replace(then, spent=then.spent | {("choice", now.place, choice.id)})
    heard = _reply(choice.reply, then)

    number = _fired(scenario, now, then)
    if number is not None:
        return _finished(scenario, now, then, number, None, choice, heard)

    route_number = _route(choice, then)
    route = choice.routes[route_number]
    if route.effect.sets or route.effect.changes:
        then = _affected(scenario, then, route.effect)
        number = _fired(scenario, now, then)
    return _finished(scenario, now, then, number, route_number, choice, heard)


def keep_silent(scenario: Scenario, now: Situation) -> Outcome:
    """What happens when the trainee lets the time pass; ValueError where that cannot happen."""
    if not silence_possible(scenario, now):
        raise ValueError("no silence can happen here")
    silence = scenario.states[now.place].silence
    assert silence is not None
    then = _affected(scenario, now, silence.effect)
    if silence.goto is None:
        then = replace(then, spent=then.spent | {("silence", now.place)})
    heard = _reply(silence.reply, then)

    number = _fired(scenario, now, then)
    if number is not None:
        after, entered = _rule_followed(scenario, now, then, number)
    else:
        after, entered = _gone(scenario, then, silence.goto)
    return Outcome(after, _ending_points(scenario, after), (), (*heard, *entered), None, number)


def opening(scenario: Scenario, now: Situation) -> tuple[Spoken, ...]:
    """What is heard on entering the place where `now` stands."""
    if now.place in scenario.endings:
        ending = scenario.endings[now.place]
        return (Spoken("ending", ending.text),)
    state: State = scenario.states[now.place]
    if state.scene is not None:
        return (Spoken("scene", state.scene),)
    return _first_line("opening", state.says, now)


def holds(condition: Condition | None, now: Situation) -> bool:
    """Whether `condition` is true; no condition always is."""
    match condition:
        case None:
            return True
        case Compare(name=name, operator=operator, value=value):
            return _compared(_value(name, now), operator, value)
        case Among(name=name, values=values):
            return _value(name, now) in values
        case Not(part=part):
            return not holds(part, now)
        case All(parts=parts):
            return all(holds(part, now) for part in parts)
        case Any(parts=parts):
            return any(holds(part, now) for part in parts)


def total(*many: Points) -> dict[str, int]:
    """The sum of several lists of points, by criterion; a sum of 0 is left out."""
    sums: dict[str, int] = {}
    for points in many:
        for criterion, number in points:
            sums[criterion] = sums.get(criterion, 0) + number
    return {criterion: number for criterion, number in sums.items() if number != 0}


def _value(name: str, now: Situation) -> int | str:
    return now.gauges[name] if name in now.gauges else now.facts[name]


def _compared(left: int | str, operator: str, right: int | str) -> bool:
    if operator == "==":
        return left == right
    if operator == "!=":
        return left != right
    assert isinstance(left, int)
    assert isinstance(right, int)
    return {"<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right}[operator]


def _affected(scenario: Scenario, now: Situation, effect: Effect) -> Situation:
    facts = dict(now.facts)
    for fact, value in effect.sets:
        facts[fact] = value
    gauges = dict(now.gauges)
    for gauge_id, change in effect.changes:
        (most,) = [gauge.max for gauge in scenario.gauges if gauge.id == gauge_id]
        gauges[gauge_id] = max(0, min(most, gauges[gauge_id] + change))
    return replace(now, gauges=gauges, facts=facts)


def _is_offered(state: State, choice: Choice, now: Situation) -> bool:
    if choice.once and ("choice", state.id, choice.id) in now.spent:
        return False
    return holds(choice.when, now)


def _first_line(kind: str, lines: tuple[Line, ...], now: Situation) -> tuple[Spoken, ...]:
    for line in lines:
        if holds(line.when, now):
            return (Spoken(kind, line.text, line.mood, line.speaker, line.reveals),)
    return ()


def _reply(lines: tuple[Line, ...], now: Situation) -> tuple[Spoken, ...]:
    return _first_line("reply", lines, now)


def _fired(scenario: Scenario, before: Situation, now: Situation) -> int | None:
    """The place of the first rule that was false before the turn and is true now."""
    for number, rule in enumerate(scenario.always):
        if rule.once and ("rule", str(number)) in now.spent:
            continue
        if not holds(rule.when, before) and holds(rule.when, now):
            return number
    return None


def _route(choice: Choice, now: Situation) -> int:
    for number, route in enumerate(choice.routes):
        if holds(route.when, now):
            return number
    raise NotPlayable(f"no route of {choice.id} holds")


def _gone(scenario: Scenario, now: Situation, goto: str | None) -> tuple[Situation, tuple[Spoken, ...]]:
    """Where a goto leads and what is heard there; staying is entering nothing."""
    if goto is None:
        return now, ()
    if goto == BACK:
        if now.back is None:
            raise NotPlayable(f"nothing to go back to in {now.place}")
        there = replace(now, place=now.back, back=None)
    else:
        there = replace(now, place=goto)
    return there, opening(scenario, there)


def _rule_followed(
    scenario: Scenario, before: Situation, now: Situation, number: int
) -> tuple[Situation, tuple[Spoken, ...]]:
    rule: Rule = scenario.always[number]
    if rule.once:
        now = replace(now, spent=now.spent | {("rule", str(number))})
    return _gone(scenario, replace(now, back=before.place), rule.goto)


def _finished(
    scenario: Scenario,
    before: Situation,
    then: Situation,
    rule: int | None,
    route: int | None,
    choice: Choice,
    heard: tuple[Spoken, ...],
) -> Outcome:
    """The end of a choice: go where the rule or else the route says, and add up what the decision is worth."""
    taken = None if route is None else choice.routes[route]
    if rule is not None:
        after, entered = _rule_followed(scenario, before, then, rule)
    else:
        assert taken is not None
        after, entered = _gone(scenario, then, taken.goto)
    own_points, own_critical = (taken.score, taken.critical) if taken else ((), ())
    points = total(choice.score, own_points, tuple(_ending_points(scenario, after).items()))
    return Outcome(after, points, (*choice.critical, *own_critical), (*heard, *entered), route, rule)


def _ending_points(scenario: Scenario, after: Situation) -> dict[str, int]:
    if after.place not in scenario.endings:
        return {}
    return total(scenario.endings[after.place].score)
