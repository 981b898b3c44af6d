"""Positions with the same future made one: what nothing later in the call can read is dropped.

A backward fixpoint over the scenario's states tells, for each, which facts and marks something reachable can still
read, which levels of a gauge it can tell apart (`simulator.engine.levels`), and whether a `back` can still follow.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from simulator.engine.levels import Cuts
from simulator.engine.marks import Marks
from simulator.model.conditions import Condition, names
from simulator.model.position import Position
from simulator.model.scenario import BACK, Scenario, State


@dataclass(slots=True)
class _Live:
    """What can still be read from one state on."""

    names: set[str] = field(default_factory=set)
    spent: int = 0
    back: bool = False

    def take(self, other: _Live) -> bool:
        """Add what `other` reads; whether that was news."""
        before = (len(self.names), self.spent, self.back)
        self.names |= other.names
        self.spent |= other.spent
        self.back = self.back or other.back
        return before != (len(self.names), self.spent, self.back)


class Reducer:
    """Drops from positions of one scenario what nothing later can read."""

    def __init__(self, scenario: Scenario, marks: Marks) -> None:
        self._scenario = scenario
        self._marks = marks
        self._facts = scenario.facts
        live = {state.id: self._read_in(state) for state in scenario.states.values()}
        self._fixpoint(live)
        self._cuts = [Cuts(scenario, gauge) for gauge in scenario.gauges]
        self._keep = {
            state: (self._fields(state, found.names), found.spent, found.back) for state, found in live.items()
        }
        self._nothing = (self._fields("", set()), 0, False)

    def __call__(self, position: Position) -> Position:
        """`position` with the lowest value in place of each that nothing later can tell from it."""
        state, values, spent, back = position
        fields, marks, backs = self.kept(state)
        return Position(
            state,
            tuple([field[value] for value, field in zip(values, fields, strict=True)]),
            spent & marks,
            back if backs else "",
        )

    def kept(self, state: str) -> tuple[tuple[tuple[int, ...], ...], int, bool]:
        """What something in a state or after it can still read: gauges and facts, marks, whether there is a `back`.

        For each value of a gauge or fact it has the lowest that nothing tells from it: 0 for all that is never read.
        """
        return self._keep.get(state, self._nothing)

    def _fields(self, state: str, read: set[str]) -> tuple[tuple[int, ...], ...]:
        facts = (tuple(range(len(fact.values))) if fact.id in read else (0,) * len(fact.values) for fact in self._facts)
        return (*(cuts.lowest(state) for cuts in self._cuts), *facts)

    def _fixpoint(self, live: dict[str, _Live]) -> None:
        follows = {state.id: tuple(self._leads_to(state)) for state in self._scenario.states.values()}
        news = True
        while news:
            news = False
            for state, targets in follows.items():
                for target in targets:
                    if target in live:
                        entered = _Live(set(self._read_on_entry(self._scenario.states[target])))
                        news = live[state].take(entered) | live[state].take(live[target]) or news

    def _read_in(self, state: State) -> _Live:
        found = _Live()
        for condition in self._conditions_in(state):
            found.names |= set(names(condition))
        for choice in state.choices:
            found.spent |= self._marks.choice(state, choice)
            found.back = found.back or any(route.goto == BACK for route in choice.routes)
        if state.silence is not None:
            found.spent |= self._marks.silence(state)
            found.back = found.back or state.silence.goto == BACK
        for number in range(len(self._scenario.always)):
            found.spent |= self._marks.rule(number)
        return found

    def _conditions_in(self, state: State) -> Iterator[Condition | None]:
        for choice in state.choices:
            yield choice.when
            yield from (line.when for line in choice.reply)
            yield from (route.when for route in choice.routes)
        if state.silence is not None:
            yield from (line.when for line in state.silence.reply)
        yield from (rule.when for rule in self._scenario.always)

    def _read_on_entry(self, state: State) -> Iterator[str]:
        for line in state.says:
            yield from names(line.when)

    def _leads_to(self, state: State) -> Iterator[str]:
        """The states that one decision in `state` can enter; with a `back`, any state a rule may have left."""
        gotos = [route.goto for choice in state.choices for route in choice.routes]
        if state.silence is not None:
            gotos.append(state.silence.goto)
        gotos += [rule.goto for rule in self._scenario.always]
        for goto in gotos:
            if goto == BACK:
                yield from self._scenario.states
            elif goto is not None:
                yield goto


@lru_cache(maxsize=16)
def reducer_of(scenario: Scenario) -> Reducer:
    """The reducer of `scenario`, made once while it is in use."""
    return Reducer(scenario, Marks(scenario))


def reduced(scenario: Scenario, position: Position) -> Position:
    """`position` with what nothing later can read dropped. Equal results have equal futures."""
    return reducer_of(scenario)(position)
