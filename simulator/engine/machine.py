"""The maker of steps for live calls, on `transitions`; this module alone knows that library.

One immutable Machine for each scenario, with no model, no automatic transitions and no string callbacks (the
library would import and call a dotted string). Each step runs on a throw-away cursor. Guards and effects are the
compiled ones, so that a live call and the analysis mean the same by a condition.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from typing import Any

from transitions import EventData
from transitions import Machine as TransitionsMachine

from simulator.engine.marks import Marks
from simulator.engine.predicates import Functions, Predicate, Transform, Values
from simulator.engine.stepper import NoRoute, NotOnOffer, NoWayBack, start
from simulator.model.position import Advance, Position
from simulator.model.scenario import BACK, SILENCE, Choice, Effect, Route, Scenario, State

Guard = Callable[[EventData], bool]


class Cursor:
    """Where one step starts and, once a transition was made, what it did. `state` is the library's."""

    __slots__ = ("advance", "position", "state")

    def __init__(self, position: Position) -> None:
        self.state = position.state
        self.position = position
        self.advance: Advance | None = None


class Machine:
    """A scenario as a state machine. Implements `Stepper`."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.functions = Functions(scenario)
        self.marks = Marks(scenario)
        self.start: Callable[[str], Position] = partial(start, scenario, self.functions)
        self.machine = TransitionsMachine(
            model=None,
            states=[*scenario.states, *scenario.endings],
            initial=scenario.start,
            auto_transitions=False,
            send_event=True,
        )
        for state in scenario.states.values():
            self._add_state(state)

    def offered(self, position: Position) -> tuple[Choice, ...]:
        """The choices on offer, in the file's order; none once the call is over."""
        state = self.scenario.states.get(position.state)
        return tuple(c for c in state.choices if self._on_offer(state, c, position)) if state else ()

    def take(self, position: Position, choice_id: str) -> Advance:
        """What the choice leads to. Raises NotOnOffer, NoWayBack, NoRoute."""
        if all(choice.id != choice_id for choice in self.offered(position)):
            raise NotOnOffer(choice_id)
        return self._fire(position, choice_id)

    def silence_possible(self, position: Position) -> bool:
        """Whether a silence can still count here."""
        state = self.scenario.states.get(position.state)
        return state is not None and state.silence is not None and not position.spent & self.marks.silence(state)

    def keep_silent(self, position: Position) -> Advance:
        """What a silence leads to. Raises NotOnOffer where none can count."""
        if not self.silence_possible(position):
            raise NotOnOffer(SILENCE)
        return self._fire(position, SILENCE)

    def _on_offer(self, state: State, choice: Choice, position: Position) -> bool:
        if position.spent & self.marks.choice(state, choice):
            return False
        return self.functions.predicate(choice.when)(position.values)

    def _fire(self, position: Position, choice_id: str) -> Advance:
        cursor = Cursor(position)
        self.machine.events[trigger(position.state, choice_id)].trigger(cursor)
        if cursor.advance is None:
            lost = not position.back and self._goes_back(position.state, choice_id)
            raise (NoWayBack if lost else NoRoute)(position.state)
        return cursor.advance

    def _goes_back(self, state_id: str, choice_id: str) -> bool:
        state = self.scenario.states[state_id]
        if choice_id == SILENCE:
            return state.silence is not None and state.silence.goto == BACK
        return any(route.goto == BACK for route in state.choice(choice_id).routes)

    def _add_state(self, state: State) -> None:
        for choice in state.choices:
            self._add(state, choice.id, choice.effect, self.marks.choice(state, choice), choice.routes)
        if state.silence is not None:
            silence = state.silence
            self._add(state, SILENCE, silence.effect, self.marks.silence(state), (Route(silence.goto),))

    def _add(self, state: State, choice_id: str, effect: Effect, bit: int, routes: tuple[Route, ...]) -> None:
        own = self.functions.transform(effect)
        event = trigger(state.id, choice_id)
        for way in self._ways(state, own, bit, routes, silent=choice_id == SILENCE):
            self.machine.add_transition(event, state.id, way.target, conditions=list(way.guards), before=way.arrive)

    def _ways(
        self, state: State, own: Transform, bit: int, routes: tuple[Route, ...], *, silent: bool
    ) -> Iterator[Way]:
        """Every way that one choice can lead, in the order in which they are tried."""
        yield from self._rule_ways(state, own, bit, (), -1)
        for place, route in enumerate(routes):
            number = -1 if silent else place
            holds = (partial(_holds, self.functions.predicate(route.when), own),)
            after = _then(own, self.functions.transform(route.effect))
            if route.effect != Effect():
                yield from self._rule_ways(state, after, bit, holds, number)
            yield from self._route_ways(state, route, after, bit, holds, number)

    def _rule_ways(
        self, state: State, change: Transform, bit: int, guards: tuple[Guard, ...], route: int
    ) -> Iterator[Way]:
        for number, rule in enumerate(self.scenario.always):
            spends = self.marks.rule(number)
            fires = partial(_fires, self.functions.predicate(rule.when), change, spends)
            yield Way(rule.goto, (*guards, fires), change, bit | spends, (route, number), rule.goto, state.id)

    def _route_ways(
        self, state: State, route: Route, change: Transform, bit: int, guards: tuple[Guard, ...], number: int
    ) -> Iterator[Way]:
        if route.goto == BACK:
            for target in self.scenario.states:
                returns = partial(_returns_to, target)
                yield Way(target, (*guards, returns), change, bit, (number, -1), target, "")
        else:
            yield Way(route.goto, guards, change, bit, (number, -1), route.goto or state.id, None)


class Way:
    """One transition: its target (None to stay), its guards, and what it makes of the cursor's position."""

    def __init__(
        self,
        target: str | None,
        guards: Iterable[Guard],
        change: Transform,
        bit: int,
        numbers: tuple[int, int],
        state: str,
        back: str | None,
    ) -> None:
        self.target = target
        self.guards = tuple(guards)
        self._change = change
        self._bit = bit
        self._numbers = numbers
        self._state = state
        self._back = back

    def arrive(self, event: EventData) -> None:
        """Write on the cursor what the step did."""
        cursor: Any = event.model
        _, values, spent, back = cursor.position
        kept = back if self._back is None else self._back
        position = Position(self._state, self._change(values), spent | self._bit, kept)
        cursor.advance = Advance(position, *self._numbers)


def trigger(state: str, choice_id: str) -> str:
    """The machine's name for one choice in one state."""
    return f"{state}/{choice_id}"


def _then(first: Transform, second: Transform) -> Transform:
    def both(values: Values) -> Values:
        return second(first(values))

    return both


def _position(event: EventData) -> Position:
    cursor: Any = event.model
    position: Position = cursor.position
    return position


def _holds(predicate: Predicate, change: Transform, event: EventData) -> bool:
    return bool(predicate(change(_position(event).values)))


def _fires(predicate: Predicate, change: Transform, spends: int, event: EventData) -> bool:
    position = _position(event)
    if position.spent & spends or predicate(position.values):
        return False
    return bool(predicate(change(position.values)))


def _returns_to(target: str, event: EventData) -> bool:
    return _position(event).back == target


@lru_cache(maxsize=4)
def machine_of(scenario: Scenario) -> Machine:
    """The machine of `scenario`, made once while it is in use."""
    return Machine(scenario)
