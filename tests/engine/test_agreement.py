"""Three makers of steps agree everywhere: the compiled form, the machine on `transitions`, and the naive oracle."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Final

import pytest

from simulator.analysis import explore
from simulator.engine import Compiled, Stepper, opening, reduced, step
from simulator.engine.machine import Machine
from simulator.model.heard import Heard, Kind, Step
from simulator.model.position import Position
from simulator.model.scenario import SILENCE, Scenario
from tests.oracle import interpreter
from tests.oracle.beside import Beside, Moment, Turn
from tests.oracle.interpreter import Outcome, Spoken
from tests.oracle.positions import Reached, reachable, sampled
from tests.routine import first
from tests.strategies.scenarios import MOST_POSITIONS, seeded
from tests.strategies.shipped import SMALLEST_ONLY, shipped

SCENARIOS: Final = 1_000
BATCH: Final = 50


@dataclass(frozen=True)
class Walked:
    """A scenario, and for each variant every full position with what the oracle makes of each turn, the start first."""

    name: str
    scenario: Scenario
    variants: dict[str, tuple[Moment, ...]]


@pytest.fixture(scope="module", params=first(8, range(0, SCENARIOS, BATCH)))
def walked(request: pytest.FixtureRequest) -> list[Walked]:
    """The next few of the random scenarios."""
    return [walk(seeded(seed).scenario, f"seed {seed}") for seed in range(request.param, request.param + BATCH)]


def test_the_makers_of_steps_agree_on_random_scenarios(walked: list[Walked]) -> None:
    for one in walked:
        agree_everywhere(one)


def test_positions_that_reduce_to_one_have_one_future(walked: list[Walked]) -> None:
    for one in walked:
        have_one_future(one)


@pytest.fixture(scope="module", params=SMALLEST_ONLY)
def call(request: pytest.FixtureRequest) -> Walked:
    """A shipped call. It has millions of full positions: two are looked at for each of the reduced ones."""
    scenario = shipped(request.param).scenario
    beside = Beside(scenario)
    found = {variant.id: sampled(scenario, variant.id, beside.short, each=2) for variant in scenario.variants}
    return walked_beside(beside, request.param, scenario, found)


def test_the_makers_of_steps_agree_on_every_position_of_a_shipped_call(call: Walked) -> None:
    agree_everywhere(call)


def test_positions_of_a_shipped_call_that_reduce_to_one_have_one_future(call: Walked) -> None:
    have_one_future(call)


def test_every_position_of_a_shipped_call_was_looked_at(call: Walked) -> None:
    for variant, positions in call.variants.items():
        met = {moment.stand.short for moment in positions}
        assert met == set(explore(call.scenario, variant).positions)


def walk(scenario: Scenario, name: str, most: int = MOST_POSITIONS) -> Walked:
    """Let the oracle go everywhere in `scenario`."""
    found = {variant.id: reachable(scenario, variant.id, most) for variant in scenario.variants}
    reached = {variant: tuple(positions.values()) for variant, positions in found.items()}
    return walked_beside(Beside(scenario), name, scenario, reached)


def walked_beside(beside: Beside, name: str, scenario: Scenario, found: dict[str, tuple[Reached, ...]]) -> Walked:
    """What the oracle found, in the engine's terms."""
    return Walked(name, scenario, {variant: tuple(map(beside.moment, moments)) for variant, moments in found.items()})


def agree_everywhere(walked: Walked) -> None:
    """Every full position of every variant: offers, positions, evidence, routes, rules and words are the same."""
    compiled, machine = Compiled(walked.scenario), Machine(walked.scenario)
    for variant, positions in walked.variants.items():
        begin, name = interpreter.start(walked.scenario, variant), f"{walked.name}, {variant}"
        for stepper in (compiled, machine):
            position = stepper.start(variant)
            assert position == positions[0].stand.full, walked.name
            assert spoken(opening(stepper, position)) == interpreter.opening(walked.scenario, begin), walked.name
        for moment in positions:
            steps = steps_from(compiled, moment.stand.full)
            assert steps_from(machine, moment.stand.full) == steps, (name, moment.stand.full)
            agree_here(steps, moment, name)


def steps_from(stepper: Stepper, position: Position) -> list[tuple[str, Step]]:
    """All that each choice on offer and the silence do, in their order."""
    possible = [choice.id for choice in stepper.offered(position)]
    possible += [SILENCE] if stepper.silence_possible(position) else []
    return [(choice, step(stepper, position, choice)) for choice in possible]


def agree_here(steps: list[tuple[str, Step]], moment: Moment, name: str) -> None:
    """One position: what is on offer, and all that each choice and the silence do."""
    position = moment.stand.full
    assert [choice for choice, _ in steps] == [turn.choice for turn in moment.turns], (name, position)
    for (choice_id, done), (_, expected, after) in zip(steps, moment.turns, strict=True):
        where = (name, position, choice_id)
        assert done.position == done.advance.position == after.full, where
        assert numbers(expected) == (done.advance.route, done.advance.rule), where
        assert dict(done.evidence.points) == expected.points, where
        assert done.evidence.critical == tuple(dict.fromkeys(expected.critical)), where
        assert done.heard[0].kind is (Kind.SILENCE if choice_id == SILENCE else Kind.CHOICE), where
        assert spoken(done.heard[1:]) == expected.heard, where


def have_one_future(walked: Walked) -> None:
    """Full positions with equal reduced ones offer the same, and each choice does the same and leads to the same."""
    scenario, compiled = walked.scenario, Compiled(walked.scenario)
    for positions in walked.variants.values():
        futures: dict[Position, Hashable] = {}
        for (position, short), turns in positions:
            future = next_step(turns)
            known = futures.setdefault(short, future)
            assert known == future, (walked.name, position)
            if known is future:
                goes_on_so(scenario, compiled, short, turns, f"{walked.name}, {position}")


def goes_on_so(scenario: Scenario, compiled: Compiled, short: Position, turns: tuple[Turn, ...], name: str) -> None:
    """A reduced position cannot be reduced further, and each choice does there what the oracle says."""
    assert reduced(scenario, short) == short, name
    for choice_id, done, after in turns:
        dropped = step(compiled, short, choice_id)
        assert reduced(scenario, dropped.position) == after.short, (name, choice_id)
        assert dict(dropped.evidence.points) == done.points, (name, choice_id)
        assert spoken(dropped.heard[1:]) == done.heard, (name, choice_id)


def next_step(turns: tuple[Turn, ...]) -> tuple[tuple[Hashable, ...], ...]:
    """All that the oracle can tell of the next turn, the positions behind it reduced."""
    return tuple(
        (choice, after.short, tuple(done.points.items()), done.critical, done.heard) for choice, done, after in turns
    )


def numbers(done: Outcome) -> tuple[int, int]:
    """Route and rule as an `Advance` has them."""
    return (-1 if done.route is None else done.route, -1 if done.rule is None else done.rule)


def spoken(heard: tuple[Heard, ...]) -> tuple[Spoken, ...]:
    """What the engine let hear, as the oracle says it."""
    return tuple(Spoken(one.kind.value, one.text, one.mood, one.speaker, one.reveals) for one in heard)
