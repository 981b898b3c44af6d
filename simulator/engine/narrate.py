"""What one decision sounds like and what it is evidence of; the same for both makers of steps."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.engine.stepper import Stepper
from simulator.model.heard import Heard, Kind, Step
from simulator.model.position import Advance, Evidence, Position
from simulator.model.scenario import SILENCE, Choice, Ending, Line, Points, Scenario, State
from simulator.model.view import GaugeLevel, Offered, View


def opening(stepper: Stepper, position: Position) -> tuple[Heard, ...]:
    """What is heard on entering the state, or reaching the ending, that `position` stands in."""
    scenario = stepper.scenario
    if position.state in scenario.endings:
        ending = scenario.endings[position.state]
        return (Heard(Kind.ENDING, ending.text, ending.id),)
    state = scenario.states[position.state]
    if state.scene is not None:
        return (Heard(Kind.SCENE, state.scene, state.id),)
    return tuple(_first(stepper, state.says, position.values, Kind.OPENING, state.id))


def step(stepper: Stepper, position: Position, choice_id: str) -> Step:
    """Play one choice, or `SILENCE`. Raises NotOnOffer, NoWayBack, NoRoute."""
    state = stepper.scenario.states.get(position.state)
    advance = stepper.keep_silent(position) if choice_id == SILENCE else stepper.take(position, choice_id)
    assert state is not None  # both raise NotOnOffer where no state is
    heard = [*_said(stepper, state, position, choice_id)]
    if entered(stepper.scenario, position, choice_id, advance):
        heard += opening(stepper, advance.position)
    return Step(advance.position, tuple(heard), advance, evidence(stepper.scenario, position, choice_id, advance))


def entered(scenario: Scenario, before: Position, choice_id: str, advance: Advance) -> bool:
    """Whether the step entered a state anew (a stay is not an entry, a `goto` to the same state is)."""
    if advance.rule >= 0:
        return True
    state = scenario.states[before.state]
    if choice_id == SILENCE:
        return state.silence is not None and state.silence.goto is not None
    return state.choice(choice_id).routes[advance.route].goto is not None


def evidence(scenario: Scenario, before: Position, choice_id: str, advance: Advance) -> Evidence:
    """The points and critical errors of one decision: its choice, the route taken, the ending reached."""
    parts: list[Points] = []
    critical: tuple[str, ...] = ()
    if choice_id != SILENCE:
        choice = scenario.states[before.state].choice(choice_id)
        parts, critical = [choice.score], choice.critical
        if advance.route >= 0:
            route = choice.routes[advance.route]
            parts.append(route.score)
            critical += route.critical
    ending: Ending | None = scenario.endings.get(advance.position.state)
    if ending is not None:
        parts.append(ending.score)
    return Evidence(_added(parts), tuple(dict.fromkeys(critical)))


def view(stepper: Stepper, position: Position) -> View:
    """What a screen may show of `position`."""
    scenario = stepper.scenario
    gauges = tuple(
        GaugeLevel(g.id, g.label, value, g.max) for g, value in zip(scenario.gauges, position.values, strict=False)
    )
    if position.state in scenario.endings:
        return View(position.state, None, (), gauges, False, None, ending=position.state)
    state = scenario.states[position.state]
    offered = tuple(Offered(c.id, c.text, c.action) for c in stepper.offered(position))
    clock = state.silence.after if state.silence and stepper.silence_possible(position) else None
    return View(state.id, state.phase, offered, gauges, state.scene is None, clock)


def _said(stepper: Stepper, state: State, before: Position, choice_id: str) -> Iterator[Heard]:
    if choice_id == SILENCE:
        yield Heard(Kind.SILENCE, "", state.id)
        effect, reply = (state.silence.effect, state.silence.reply) if state.silence else (None, ())
    else:
        choice: Choice = state.choice(choice_id)
        yield Heard(Kind.CHOICE, choice.text, choice.id, action=choice.action)
        effect, reply = choice.effect, choice.reply
    if effect is not None:
        values = stepper.functions.transform(effect)(before.values)
        yield from _first(stepper, reply, values, Kind.REPLY, state.id)


def _first(
    stepper: Stepper, lines: tuple[Line, ...], values: tuple[int, ...], kind: Kind, source: str
) -> Iterator[Heard]:
    for line in lines:
        if stepper.functions.predicate(line.when)(values):
            yield Heard(kind, line.text, source, line.mood, line.speaker, line.reveals)
            return


def _added(parts: list[Points]) -> Points:
    total: dict[str, int] = {}
    for points in parts:
        for criterion, value in points:
            total[criterion] = total.get(criterion, 0) + value
    return tuple((criterion, value) for criterion, value in total.items() if value)
