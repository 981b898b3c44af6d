"""The random scenarios are what they promise: playable, varied, repeatable, and well formed when written out."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from simulator.model.scenario import BACK, SILENCE, Choice, Scenario
from tests.oracle.interpreter import Outcome
from tests.oracle.positions import count_calls, reachable
from tests.oracle.scorer import MOST_CALLS, Oracle
from tests.strategies.scenarios import MOST_POSITIONS, Case, attempt, cases, is_playable, seeded
from tests.strategies.written import to_yaml

CASES: Final = [seeded(seed) for seed in range(200)]


def test_a_seed_gives_the_same_scenario_every_time() -> None:
    assert all(to_yaml(seeded(seed).scenario) == to_yaml(CASES[seed].scenario) for seed in range(20))


def test_most_of_what_is_drawn_can_be_played() -> None:
    rng = random.Random(11)

    assert sum(is_playable(attempt(rng).scenario) for _ in range(100)) >= 75


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases())
def test_every_drawn_scenario_ends_whatever_is_chosen(case: Case) -> None:
    for variant in case.scenario.variants:
        found = reachable(case.scenario, variant.id, MOST_POSITIONS)

        assert any(reached.now.place in case.scenario.endings for reached in found.values())
        assert 1 <= count_calls(found) <= MOST_CALLS


def test_what_calls_are_made_of_comes_up_often() -> None:
    seen: Counter[str] = Counter()
    for case in CASES:
        seen.update(set(_things_that_happen(case.scenario)))

    usual = {"rule", "rule after a route", "back", "stay", "route with points", "silence", "silence rule", "once rule"}
    assert {thing: seen[thing] for thing in usual if seen[thing] < 8} == {}


def test_ties_come_up_often() -> None:
    tied = 0
    for case in CASES[:60]:
        first = Oracle(case.scenario, case.rubric, case.scenario.variants[0].id).judged
        tied += sum(turn.given_away == 0 for turn in first.turns) > 1

    assert tied >= 5


@pytest.mark.parametrize("case", CASES[:50], ids=range(50))
def test_written_out_it_has_the_keys_of_the_language(case: Case) -> None:
    read: dict[str, Any] = yaml.safe_load(to_yaml(case.scenario))

    assert read["rolecall"] == 1
    assert list(read["states"]) == list(case.scenario.states)
    assert list(read["endings"]) == list(case.scenario.endings)
    for name, state in case.scenario.states.items():
        written = read["states"][name]
        assert ("says" in written) != ("scene" in written)
        assert list(written["choices"]) == [choice.id for choice in state.choices]
        for choice in state.choices:
            assert ("say" in written["choices"][choice.id]) != ("do" in written["choices"][choice.id])


def _things_that_happen(scenario: Scenario) -> Iterator[str]:
    for variant in scenario.variants:
        for reached in reachable(scenario, variant.id, MOST_POSITIONS).values():
            for choice_id, done in reached.turns:
                if choice_id == SILENCE:
                    yield "silence" if done.rule is None else "silence rule"
                else:
                    choice = scenario.states[reached.now.place].choice(choice_id)
                    yield from _things_of_a_choice(scenario, choice, done)


def _things_of_a_choice(scenario: Scenario, choice: Choice, done: Outcome) -> Iterator[str]:
    route = None if done.route is None else choice.routes[done.route]
    if done.rule is not None:
        yield "once rule" if scenario.always[done.rule].once else "rule"
        if route is not None:
            yield "rule after a route"
    elif route is not None:
        yield {None: "stay", BACK: "back"}.get(route.goto, "goto")
    if route is not None and route.score:
        yield "route with points"
