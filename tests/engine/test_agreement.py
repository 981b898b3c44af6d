"""Three makers of steps agree everywhere: the compiled form, the machine on `transitions`, and the naive oracle."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Final

import pytest

from simulator.engine import Compiled, Stepper, opening, reduced, step
from simulator.engine.machine import Machine
from simulator.model.heard import Heard, Kind
from simulator.model.position import Position
from simulator.model.scenario import SILENCE, Scenario
from tests.oracle import interpreter
from tests.oracle.beside import full_position, turns
from tests.oracle.interpreter import Outcome, Situation, Spoken
from tests.oracle.positions import reachable
from tests.strategies.scenarios import MOST_POSITIONS, seeded

SCENARIOS: Final = 1_000
BATCH: Final = 50


@pytest.mark.parametrize("first", range(0, SCENARIOS, BATCH))
def test_the_makers_of_steps_agree_on_random_scenarios(first: int) -> None:
    for seed in range(first, first + BATCH):
        agree_everywhere(seeded(seed).scenario, f"seed {seed}", MOST_POSITIONS)


@pytest.mark.parametrize("first", range(0, SCENARIOS, BATCH))
def test_positions_that_reduce_to_one_have_one_future(first: int) -> None:
    for seed in range(first, first + BATCH):
        have_one_future(seeded(seed).scenario, f"seed {seed}", MOST_POSITIONS)


def agree_everywhere(scenario: Scenario, name: str, most: int) -> None:
    """Every full position of every variant: offers, positions, evidence, routes, rules and words are the same."""
    steppers: tuple[Stepper, ...] = (Compiled(scenario), Machine(scenario))
    for variant in scenario.variants:
        begin = interpreter.start(scenario, variant.id)
        for stepper in steppers:
            position = stepper.start(variant.id)
            assert position == full_position(scenario, stepper.marks, begin), name
            assert spoken(opening(stepper, position)) == interpreter.opening(scenario, begin), name
        for now in reachable(scenario, variant.id, most):
            for stepper in steppers:
                agree_here(stepper, now, f"{name}, {variant.id}, {type(stepper).__name__}, {now}")


def agree_here(stepper: Stepper, now: Situation, name: str) -> None:
    """One position: what is on offer, and all that each choice and the silence do."""
    scenario = stepper.scenario
    position = full_position(scenario, stepper.marks, now)
    assert [choice.id for choice in stepper.offered(position)] == interpreter.offered(scenario, now), name
    assert stepper.silence_possible(position) == interpreter.silence_possible(scenario, now), name
    for choice_id, expected in turns(scenario, now):
        done = step(stepper, position, choice_id)
        assert done.position == done.advance.position == full_position(scenario, stepper.marks, expected.after), name
        assert numbers(expected) == (done.advance.route, done.advance.rule), (name, choice_id)
        assert dict(done.evidence.points) == expected.points, (name, choice_id)
        assert done.evidence.critical == tuple(dict.fromkeys(expected.critical)), (name, choice_id)
        assert done.heard[0].kind is (Kind.SILENCE if choice_id == SILENCE else Kind.CHOICE), (name, choice_id)
        assert spoken(done.heard[1:]) == expected.heard, (name, choice_id)


def have_one_future(scenario: Scenario, name: str, most: int) -> None:
    """Full positions with equal reduced ones offer the same, and each choice does the same and leads to the same."""
    compiled = Compiled(scenario)
    for variant in scenario.variants:
        futures: dict[Position, Hashable] = {}
        for now in reachable(scenario, variant.id, most):
            position = full_position(scenario, compiled.marks, now)
            short = reduced(scenario, position)
            assert reduced(scenario, short) == short, (name, position)
            future = next_step(scenario, compiled, now)
            assert futures.setdefault(short, future) == future, (name, position)
            for choice_id, _ in turns(scenario, now):
                full, dropped = step(compiled, position, choice_id), step(compiled, short, choice_id)
                assert (full.heard, full.evidence) == (dropped.heard, dropped.evidence), (name, position)
                assert reduced(scenario, full.position) == reduced(scenario, dropped.position), (name, position)


def next_step(scenario: Scenario, compiled: Compiled, now: Situation) -> Hashable:
    """All that the oracle can tell of the next turn, the positions behind it reduced."""
    return tuple(
        (
            choice_id,
            reduced(scenario, full_position(scenario, compiled.marks, done.after)),
            tuple(done.points.items()),
            done.critical,
            done.heard,
        )
        for choice_id, done in turns(scenario, now)
    )


def numbers(done: Outcome) -> tuple[int, int]:
    """Route and rule as an `Advance` has them."""
    return (-1 if done.route is None else done.route, -1 if done.rule is None else done.rule)


def spoken(heard: tuple[Heard, ...]) -> tuple[Spoken, ...]:
    """What the engine let hear, as the oracle says it."""
    return tuple(Spoken(one.kind.value, one.text, one.mood, one.speaker, one.reveals) for one in heard)
