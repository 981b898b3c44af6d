"""Conditions and effects as fast functions over a position's `values`.

Source is generated from our own checked values only: slot numbers and whole numbers, never an author's text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from simulator.model.conditions import All, Among, Any, Compare, Condition, Not
from simulator.model.scenario import Effect, Scenario

Values = tuple[int, ...]
Predicate = Callable[[Values], bool]
Transform = Callable[[Values], Values]


class Slots:
    """Where each gauge and fact of one scenario stands, and what its words mean as numbers."""

    def __init__(self, scenario: Scenario) -> None:
        self.place: Mapping[str, int] = scenario.variables
        self.top: tuple[int, ...] = tuple(g.max for g in scenario.gauges)
        self._words = {f.id: {word: n for n, word in enumerate(f.values)} for f in scenario.facts}

    def number(self, name: str, value: int | str) -> int:
        """The whole number that stands for `value` of the gauge or fact `name`."""
        return self._words[name][str(value)] if name in self._words else int(value)

    def condition(self, condition: Condition, names: Sequence[str]) -> str:
        """A Python expression for `condition`; `names[place]` is the expression for a variable."""
        match condition:
            case Compare(name=name, operator=operator, value=value):
                return f"{names[self.place[name]]}{operator}{self.number(name, value):d}"
            case Among(name=name, values=values):
                wanted = ",".join(f"{self.number(name, value):d}" for value in values)
                return f"{names[self.place[name]]} in ({wanted},)"
            case Not(part=part):
                return f"not ({self.condition(part, names)})"
            case All(parts=parts):
                return " and ".join(f"({self.condition(part, names)})" for part in parts)
            case Any(parts=parts):
                return " or ".join(f"({self.condition(part, names)})" for part in parts)

    def effect(self, effect: Effect, names: Sequence[str]) -> dict[int, str]:
        """Expressions for the variables that `effect` moves, by place: facts first, then clamped gauges."""
        moved = {self.place[fact]: f"{self.number(fact, value):d}" for fact, value in effect.sets}
        for gauge, change in effect.changes:
            place = self.place[gauge]
            now = moved.get(place, names[place])
            moved[place] = self._clamped(now, change, self.top[place])
        return moved

    @staticmethod
    def _clamped(now: str, change: int, top: int) -> str:
        if change < 0:
            return f"({now}-{-change:d} if {now}>{-change:d} else 0)"
        return f"({now}+{change:d} if {now}<{top - change:d} else {top:d})"


class Functions:
    """The compiled guards and effects of one scenario, each made once."""

    def __init__(self, scenario: Scenario) -> None:
        self.slots = Slots(scenario)
        self._names = tuple(f"v[{place}]" for place in range(len(scenario.variables)))
        self.predicate = lru_cache(maxsize=None)(self._predicate)
        self.transform = lru_cache(maxsize=None)(self._transform)

    def _predicate(self, condition: Condition | None) -> Predicate:
        if condition is None:
            return _always
        made: Predicate = eval(f"lambda v: {self.slots.condition(condition, self._names)}", {"__builtins__": {}})
        return made

    def _transform(self, effect: Effect) -> Transform:
        moved = self.slots.effect(effect, self._names)
        if not moved:
            return _unchanged
        parts = ",".join(moved.get(place, name) for place, name in enumerate(self._names))
        made: Transform = eval(f"lambda v: ({parts},)", {"__builtins__": {}})
        return made


def _always(_: Values) -> bool:
    return True


def _unchanged(values: Values) -> Values:
    return values
