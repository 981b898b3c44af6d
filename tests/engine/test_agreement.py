"""Three makers of steps agree everywhere: the compiled form, the machine on `transitions`, and the naive oracle."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Final

import pytest

from simulator.analysis import explore
from simulator.engine import Compiled, Marks, Stepper, opening, reduced, step
from simulator.engine.machine import Machine
from simulator.model.heard import Heard, Kind
from simulator.model.position import Position
from simulator.model.scenario import SILENCE, Scenario
from tests.oracle import interpreter
from tests.oracle.beside import full_position
from tests.oracle.interpreter import Outcome, Situation, Spoken
from tests.oracle.positions import Reached, reachable, sampled
from tests.strategies.scenarios import MOST_POSITIONS, seeded
from tests.strategies.shipped import NAMES, shipped

SCENARIOS: Final = 1_000
BATCH: Final = 50


@dataclass(frozen=True)
class Walked:
    """A scenario, and for each variant every full position with what the oracle makes of each turn."""

    name: str
    scenario: Scenario
    variants: dict[str, tuple[Reached, ...]]


@pytest.fixture(scope="module", params=range(0, SCENARIOS, BATCH))
def walked(request: pytest.FixtureRequest) -> list[Walked]:
    """The next few of the random scenarios."""
    return [walk(seeded(seed).scenario, f"seed {seed}") for seed in range(request.param, request.param + BATCH)]


def test_the_makers_of_steps_agree_on_random_scenarios(walked: list[Walked]) -> None:
    for one in walked:
        agree_everywhere(one)


def test_positions_that_reduce_to_one_have_one_future(walked: list[Walked]) -> None:
    for one in walked:
        have_one_future(one)


@pytest.fixture(scope="module", params=NAMES)
def call(request: pytest.FixtureRequest) -> Walked:
    """A shipped call. It has millions of full positions: two are looked at for each of the reduced ones."""
    scenario = shipped(request.param).scenario
    marks = Marks(scenario)

    def kind_of(now: Situation) -> Position:
        return reduced(scenario, full_position(scenario, marks, now))

    variants = {variant.id: sampled(scenario, variant.id, kind_of, each=2) for variant in scenario.variants}
    return Walked(request.param, scenario, variants)


def test_the_makers_of_steps_agree_on_every_position_of_a_shipped_call(call: Walked) -> None:
    agree_everywhere(call)


def test_positions_of_a_shipped_call_that_reduce_to_one_have_one_future(call: Walked) -> None:
    have_one_future(call)


def test_every_position_of_a_shipped_call_was_looked_at(call: Walked) -> None:
    marks = Marks(call.scenario)
    for variant, positions in call.variants.items():
        met = {reduced(call.scenario, full_position(call.scenario, marks, reached.now)) for reached in positions}

        assert met == set(explore(call.scenario, variant).positions)


def walk(scenario: Scenario, name: str, most: int = MOST_POSITIONS) -> Walked:
    """Let the oracle go everywhere in `scenario`."""
    found = {variant.id: reachable(scenario, variant.id, most) for variant in scenario.variants}
    return Walked(name, scenario, {variant: tuple(positions.values()) for variant, positions in found.items()})


def agree_everywhere(walked: Walked) -> None:
    """Every full position of every variant: offers, positions, evidence, routes, rules and words are the same."""
    steppers: tuple[Stepper, ...] = (Compiled(walked.scenario), Machine(walked.scenario))
    for variant, positions in walked.variants.items():
        begin = positions[0].now
        for stepper in steppers:
            position = stepper.start(variant)
            assert position == full_position(walked.scenario, stepper.marks, begin), walked.name
            assert spoken(opening(stepper, position)) == interpreter.opening(walked.scenario, begin), walked.name
            for reached in positions:
                agree_here(stepper, reached, f"{walked.name}, {variant}, {type(stepper).__name__}")


def agree_here(stepper: Stepper, reached: Reached, name: str) -> None:
    """One position: what is on offer, and all that each choice and the silence do."""
    scenario = stepper.scenario
    position = full_position(scenario, stepper.marks, reached.now)
    possible = [choice.id for choice in stepper.offered(position)]
    possible += [SILENCE] if stepper.silence_possible(position) else []
    assert possible == [choice_id for choice_id, _ in reached.turns], (name, position)
    for choice_id, expected in reached.turns:
        where = (name, position, choice_id)
        done = step(stepper, position, choice_id)
        assert done.position == done.advance.position == full_position(scenario, stepper.marks, expected.after), where
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
        for reached in positions:
            position = full_position(scenario, compiled.marks, reached.now)
            short = reduced(scenario, position)
            future = next_step(scenario, compiled, reached)
            assert reduced(scenario, short) == short, (walked.name, position)
            assert futures.setdefault(short, future) == future, (walked.name, position)
            for (choice_id, done), (_, after, *_) in zip(reached.turns, future, strict=True):
                dropped = step(compiled, short, choice_id)
                assert reduced(scenario, dropped.position) == after, (walked.name, position, choice_id)
                assert dict(dropped.evidence.points) == done.points, (walked.name, position, choice_id)
                assert spoken(dropped.heard[1:]) == done.heard, (walked.name, position, choice_id)


def next_step(scenario: Scenario, compiled: Compiled, reached: Reached) -> tuple[tuple[Hashable, ...], ...]:
    """All that the oracle can tell of the next turn, the positions behind it reduced."""
    return tuple(
        (
            choice_id,
            reduced(scenario, full_position(scenario, compiled.marks, done.after)),
            tuple(done.points.items()),
            done.critical,
            done.heard,
        )
        for choice_id, done in reached.turns
    )


def numbers(done: Outcome) -> tuple[int, int]:
    """Route and rule as an `Advance` has them."""
    return (-1 if done.route is None else done.route, -1 if done.rule is None else done.rule)


def spoken(heard: tuple[Heard, ...]) -> tuple[Spoken, ...]:
    """What the engine let hear, as the oracle says it."""
    return tuple(Spoken(one.kind.value, one.text, one.mood, one.speaker, one.reveals) for one in heard)
