"""Source of the step functions, one for each choice and each silence.

The text holds nothing but slot numbers, whole numbers, bits and constants bound by number (`K3`): ids and
conditions of an author never appear in it.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Generator, Iterable, Iterator
from functools import partial
from typing import Any

from simulator.engine.marks import Marks
from simulator.engine.predicates import Slots
from simulator.engine.stepper import NoRoute, NoWayBack
from simulator.model.conditions import names as names_of
from simulator.model.position import Advance, Position
from simulator.model.scenario import BACK, Effect, Route, Scenario, State

Taking = Callable[[Position], Advance]
Names = tuple[str, ...]
"""An expression for each gauge and fact, in the order of `Scenario.variables`."""

Branch = tuple[str | None, Iterable[str]]
"""A condition as an expression, None where nothing is left to ask, and what is done where it holds."""

NO_EFFECT = Effect()


class Writer(ABC):
    """Writes what a choice or a silence does; what becomes of the outcome is for those who derive from it."""

    def __init__(self, scenario: Scenario, slots: Slots, marks: Marks) -> None:
        self.scenario = scenario
        self.slots = slots
        self.marks = marks
        self.before: Names = tuple(f"v{place}" for place in range(len(scenario.variables)))
        """What holds the gauges and facts before the step."""

    @abstractmethod
    def fired(self, state: State, names: Names, route: int, rule: int) -> Iterable[str]:
        """What is done where the `always` rule at place `rule` fires; `names` are those after the step."""

    @abstractmethod
    def arrived(self, state: State, goto: str | None, names: Names, route: int) -> Iterable[str]:
        """What is done where a route is followed."""

    @abstractmethod
    def lost(self, state: State) -> Iterable[str]:
        """What is done where no route holds."""

    @abstractmethod
    def unspent(self, bit: int) -> str:
        """An expression that is true where the mark `bit` is not spent."""

    def applied(self, effect: Effect, names: Names, prefix: str) -> Generator[str, None, Names]:
        """Lines that work out what `effect` moves; returns the names of everything after it."""
        after = list(names)
        for place, expression in self.slots.effect(effect, names).items():
            after[place] = expression
            if not expression.isdecimal():
                after[place] = f"{prefix}{place}"
                yield f"{after[place]}={expression}"
        return tuple(after)

    def outcomes(
        self, state: State, effect: Effect, names: Names, routes: tuple[Route, ...], *, silent: bool = False
    ) -> Iterator[str]:
        """What follows once the choice has done its `effect`, after which things are called `names`."""
        branches = [*self._rules(state, effect, names, -1)]
        for number, route in enumerate(routes):
            when = None if route.when is None else self.slots.condition(route.when, names)
            branches.append((when, [*self._route(state, effect, route, names, -1 if silent else number)]))
            if when is None:
                break
        else:
            branches.append((None, self.lost(state)))
        yield from _first_that_holds(branches)

    def _route(self, state: State, effect: Effect, route: Route, names: Names, number: int) -> Iterator[str]:
        after = yield from self.applied(route.effect, names, "x")
        branches: list[Branch] = []
        if route.effect != NO_EFFECT:
            both = Effect(effect.sets + route.effect.sets, effect.changes + route.effect.changes)
            branches += self._rules(state, both, after, number)
        yield from _first_that_holds([*branches, (None, self.arrived(state, route.goto, after, number))])

    def _rules(self, state: State, effect: Effect, names: Names, route: int) -> Iterator[Branch]:
        """A rule can only become true where the effect moves something that it reads."""
        moved = {fact for fact, _ in effect.sets} | {gauge for gauge, _ in effect.changes}
        for number, rule in enumerate(self.scenario.always):
            if moved.isdisjoint(names_of(rule.when)):
                continue
            now = self.slots.condition(rule.when, names)
            then = self.slots.condition(rule.when, self.before)
            bit = self.marks.rule(number)
            free = f" and {self.unspent(bit)}" if bit else ""
            yield f"({now}) and not ({then}){free}", self.fired(state, names, route, number)


def _first_that_holds(branches: Iterable[Branch]) -> Iterator[str]:
    word = "if"
    for when, lines in branches:
        if when is None and word == "if":
            yield from lines
            return
        yield "else:" if when is None else f"{word} {when}:"
        yield from (" " + line for line in lines)
        word = "elif"


class StepWriter(Writer):
    """Writes and evaluates the step functions of one scenario."""

    def __init__(self, scenario: Scenario, slots: Slots, marks: Marks) -> None:
        super().__init__(scenario, slots, marks)
        self._globals: dict[str, Any] = {
            "__builtins__": {},
            "P": partial(tuple.__new__, Position),
            "A": partial(tuple.__new__, Advance),
            "NoRoute": NoRoute,
            "NoWayBack": NoWayBack,
        }
        self._constants: dict[str, str] = {}

    def choice(self, state_id: str, choice_id: str) -> Taking:
        """The step function of a choice. Raises KeyError where the state has none of that id."""
        state = self.scenario.states[state_id]
        choice = state.choice(choice_id)
        return self._function(state, choice.effect, self.marks.choice(state, choice), choice.routes)

    def silence(self, state_id: str) -> Taking:
        """The step function of a state's silence. Raises KeyError where it has none."""
        state = self.scenario.states[state_id]
        if state.silence is None:
            raise KeyError(state_id)
        routes = (Route(state.silence.goto),)
        return self._function(state, state.silence.effect, self.marks.silence(state), routes, silent=True)

    def fired(self, state: State, names: Names, route: int, rule: int) -> Iterator[str]:
        """Where the rule leads, from where a `back` returns."""
        bit = self.marks.rule(rule)
        spent = f"spent|{bit:d}" if bit else "spent"
        target, left = self._constant(self.scenario.always[rule].goto), self._constant(state.id)
        yield f"return A((P(({target},({self._tuple(names)}),{spent},{left})),{route:d},{rule:d}))"

    def arrived(self, state: State, goto: str | None, names: Names, route: int) -> Iterator[str]:
        """Where the route leads."""
        where, back = self._constant(goto or state.id), "back"
        if goto == BACK:
            yield f"if not back: raise NoWayBack({self._constant(state.id)})"
            where, back = "back", "''"
        yield f"return A((P(({where},({self._tuple(names)}),spent,{back})),{route:d},-1))"

    def lost(self, state: State) -> Iterator[str]:
        """The error that says so."""
        yield f"raise NoRoute({self._constant(state.id)})"

    def unspent(self, bit: int) -> str:
        """A test of `spent`."""
        return f"not spent&{bit:d}"

    def _function(
        self, state: State, effect: Effect, bit: int, routes: tuple[Route, ...], *, silent: bool = False
    ) -> Taking:
        lines = ["def step(p):", " _,v,spent,back=p"]
        if self.before:
            lines.append(f" {','.join(self.before)},=v")
        if bit:
            lines.append(f" spent|={bit:d}")
        lines += [" " + line for line in self._body(state, effect, routes, silent)]
        scope = dict(self._globals)
        exec("\n".join(lines), scope)
        made: Taking = scope["step"]
        return made

    def _body(self, state: State, effect: Effect, routes: tuple[Route, ...], silent: bool) -> Iterator[str]:
        names = yield from self.applied(effect, self.before, "w")
        yield from self.outcomes(state, effect, names, routes, silent=silent)

    def _tuple(self, names: Names) -> str:
        return "v" if names == self.before else ",".join(names) + ","

    def _constant(self, text: str) -> str:
        if text not in self._constants:
            self._constants[text] = f"K{len(self._constants)}"
            self._globals[self._constants[text]] = text
        return self._constants[text]
