"""Source of the step functions, one for each choice and each silence.

The text holds nothing but slot numbers, whole numbers, bits and constants bound by number (`K3`): ids and
conditions of an author never appear in it.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from functools import partial
from typing import Any

from simulator.engine.marks import Marks
from simulator.engine.predicates import Slots
from simulator.engine.stepper import NoRoute, NoWayBack
from simulator.model.conditions import names as names_of
from simulator.model.position import Advance, Position
from simulator.model.scenario import BACK, Effect, Route, Scenario, State

Taking = Callable[[Position], Advance]
NO_EFFECT = Effect()


class StepWriter:
    """Writes and evaluates the step functions of one scenario."""

    def __init__(self, scenario: Scenario, slots: Slots, marks: Marks) -> None:
        self._scenario = scenario
        self._slots = slots
        self._marks = marks
        self._before = tuple(f"v{place}" for place in range(len(scenario.variables)))
        self._globals: dict[str, Any] = {
            "__builtins__": {},
            "P": partial(tuple.__new__, Position),
            "A": partial(tuple.__new__, Advance),
            "NoRoute": NoRoute,
            "NoWayBack": NoWayBack,
        }
        self._constants: dict[str, str] = {}

    def choices(self) -> dict[str, dict[str, Taking]]:
        """The step function of every choice, by state and choice."""
        return {
            state.id: {
                choice.id: self._function(state, choice.effect, self._marks.choice(state, choice), choice.routes)
                for choice in state.choices
            }
            for state in self._scenario.states.values()
        }

    def silences(self) -> dict[str, Taking]:
        """The step function of every silence, by state."""
        return {
            state.id: self._function(
                state, state.silence.effect, self._marks.silence(state), (Route(state.silence.goto),), silent=True
            )
            for state in self._scenario.states.values()
            if state.silence is not None
        }

    def _function(
        self, state: State, effect: Effect, bit: int, routes: tuple[Route, ...], *, silent: bool = False
    ) -> Taking:
        lines = ["def step(p):", " _,v,spent,back=p"]
        if self._before:
            lines.append(f" {','.join(self._before)},=v")
        if bit:
            lines.append(f" spent|={bit:d}")
        lines += [" " + line for line in self._body(state, effect, routes, silent)]
        scope = dict(self._globals)
        exec("\n".join(lines), scope)
        made: Taking = scope["step"]
        return made

    def _body(self, state: State, effect: Effect, routes: tuple[Route, ...], silent: bool) -> Iterator[str]:
        names = yield from self._apply(effect, self._before, "w")
        yield from self._rules(state, effect, names, -1)
        for number, route in enumerate(routes):
            indent = ""
            if route.when is not None:
                yield f"if {self._slots.condition(route.when, names)}:"
                indent = " "
            for line in self._route(state, effect, route, names, -1 if silent else number):
                yield indent + line
            if route.when is None:
                return
        yield f"raise NoRoute({self._constant(state.id)})"

    def _route(self, state: State, effect: Effect, route: Route, names: tuple[str, ...], number: int) -> Iterator[str]:
        after = yield from self._apply(route.effect, names, "x")
        if route.effect != NO_EFFECT:
            both = Effect(effect.sets + route.effect.sets, effect.changes + route.effect.changes)
            yield from self._rules(state, both, after, number)
        yield from self._arrive(state, route.goto, after, number)

    def _apply(self, effect: Effect, names: tuple[str, ...], prefix: str) -> Generator[str, None, tuple[str, ...]]:
        moved = self._slots.effect(effect, names)
        for place, expression in moved.items():
            yield f"{prefix}{place}={expression}"
        return tuple(f"{prefix}{place}" if place in moved else name for place, name in enumerate(names))

    def _rules(self, state: State, effect: Effect, names: tuple[str, ...], route: int) -> Iterator[str]:
        """A rule can only become true where the effect moves something that it reads."""
        moved = {fact for fact, _ in effect.sets} | {gauge for gauge, _ in effect.changes}
        for number, rule in enumerate(self._scenario.always):
            if moved.isdisjoint(names_of(rule.when)):
                continue
            now = self._slots.condition(rule.when, names)
            then = self._slots.condition(rule.when, self._before)
            bit = self._marks.rule(number)
            free = f" and not spent&{bit:d}" if bit else ""
            spent = f"spent|{bit:d}" if bit else "spent"
            target, left = self._constant(rule.goto), self._constant(state.id)
            yield f"if ({now}) and not ({then}){free}:"
            yield f" return A((P(({target},({self._tuple(names)}),{spent},{left})),{route:d},{number:d}))"

    def _arrive(self, state: State, goto: str | None, names: tuple[str, ...], route: int) -> Iterator[str]:
        where, back = self._constant(goto or state.id), "back"
        if goto == BACK:
            yield f"if not back: raise NoWayBack({self._constant(state.id)})"
            where, back = "back", "''"
        yield f"return A((P(({where},({self._tuple(names)}),spent,{back})),{route:d},-1))"

    def _tuple(self, names: tuple[str, ...]) -> str:
        return "v" if names == self._before else ",".join(names) + ","

    def _constant(self, text: str) -> str:
        if text not in self._constants:
            self._constants[text] = f"K{len(self._constants)}"
            self._globals[self._constants[text]] = text
        return self._constants[text]
