"""Which levels of a gauge nothing later in the call can tell apart, state by state.

A *cut* lies between a level and the one below it where something still to come can tell them apart: a condition, or a
step after which one can. A set of cuts is a whole number, bit `n` for that between `n - 1` and `n`. Found backward:
what moves a gauge by `d` brings the cut at `n` to `n - d`, and a level that is stopped at 0 or at the top loses it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from simulator.model.conditions import All, Among, Any, Compare, Condition, Not
from simulator.model.scenario import BACK, Choice, Effect, Gauge, Scenario, Silence, State


class _Step(NamedTuple):
    """One way that an answer can turn out for one gauge."""

    changes: tuple[int, ...]
    """By what it is moved, in this order."""
    asked: int
    """The cuts of what is asked once it is."""
    goto: str
    """The state that is then entered or, where `stays`, gone on in; `BACK` for any, empty for none as yet."""
    stays: bool = False


class Cuts:
    """The cuts of one gauge in every state of a scenario."""

    def __init__(self, scenario: Scenario, gauge: Gauge) -> None:
        self._scenario, self._gauge = scenario, gauge
        self._all = (2 << gauge.max) - 2
        self._rules = self._of(rule.when for rule in scenario.always)
        self._said = {state.id: self._of(line.when for line in state.says) for state in scenario.states.values()}
        self.by_state = {state.id: self._asked_before(state) for state in scenario.states.values()}
        self._find({state.id: tuple(dict.fromkeys(self._steps(state))) for state in scenario.states.values()})

    def lowest(self, state: str) -> tuple[int, ...]:
        """For each level the lowest that nothing tells from it in a state or after it."""
        cuts, found = self.by_state.get(state, 0), [0]
        for level in range(1, self._gauge.max + 1):
            found.append(level if cuts >> level & 1 else found[-1])
        return tuple(found)

    def _find(self, steps: dict[str, tuple[_Step, ...]]) -> None:
        """Bring cuts backward until there is nothing new; later states first, for most calls go on in the file."""
        order, news = [*reversed(steps)], True
        while news:
            news = False
            fired = self._entered(rule.goto for rule in self._scenario.always) | self._rules
            anywhere = self._entered(self._scenario.states)
            for state in order:
                cuts = self.by_state[state]
                for changes, asked, goto, stays in steps[state]:
                    after = asked | fired
                    if goto == BACK:
                        after |= anywhere
                    else:
                        after |= self.by_state.get(goto, 0) | (0 if stays else self._said.get(goto, 0))
                    cuts |= self._before(changes, after)
                if cuts != self.by_state[state]:
                    self.by_state[state], news = cuts, True

    def _entered(self, gotos: Iterable[str]) -> int:
        found = 0
        for goto in gotos:
            found |= self.by_state.get(goto, 0) | self._said.get(goto, 0)
        return found

    def _before(self, changes: tuple[int, ...], cuts: int) -> int:
        """Where the cuts that lie somewhere after those changes lie before them."""
        for change in reversed(changes):
            cuts = (cuts >> change if change >= 0 else cuts << -change) & self._all
        return cuts

    def _asked_before(self, state: State) -> int:
        """The cuts of what is asked before an answer does anything."""
        return self._of(choice.when for choice in state.choices) | self._rules

    def _steps(self, state: State) -> Iterator[_Step]:
        for choice in state.choices:
            first = self._changes(choice.effect)
            yield _Step(first, self._asked_within(choice), "")
            for route in choice.routes:
                yield _Step(first + self._changes(route.effect), 0, route.goto or state.id, stays=route.goto is None)
        if state.silence is not None:
            changes, goto = self._changes(state.silence.effect), state.silence.goto
            yield _Step(changes, self._asked_within(state.silence), goto or state.id, stays=goto is None)

    def _asked_within(self, answer: Choice | Silence) -> int:
        """The cuts of what is asked between what an answer does and where it leads."""
        asked = self._of(line.when for line in answer.reply)
        return asked | self._of(route.when for route in answer.routes) if isinstance(answer, Choice) else asked

    def _changes(self, effect: Effect) -> tuple[int, ...]:
        return tuple(change for gauge, change in effect.changes if gauge == self._gauge.id)

    def _of(self, conditions: Iterable[Condition | None]) -> int:
        found = 0
        for condition in conditions:
            found |= self._told(condition) if condition is not None else 0
        return found & self._all

    def _told(self, condition: Condition) -> int:
        """The cuts of one condition."""
        match condition:
            case Compare(name=name, operator=operator, value=value):
                return _compared(operator, int(value)) if name == self._gauge.id else 0
            case Among(name=name, values=values):
                return self._of(Compare(name, "==", value) for value in values)
            case Not(part=part):
                return self._told(part)
            case All(parts=parts) | Any(parts=parts):
                return self._of(parts)


def _compared(operator: str, level: int) -> int:
    if not -1 <= level <= 64:
        return 0
    here, above = (1 << level if level >= 0 else 0), 2 << level if level >= 0 else 1
    return {">=": here, "<": here, ">": above, "<=": above}.get(operator, here | above)
