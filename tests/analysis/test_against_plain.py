"""The packed explorer finds what the plain one finds, numbers included, on random calls and on all shipped ones.

Many of the random calls are faulty: they go round, run out of choices or of lines, or lead back to nothing.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from types import MappingProxyType
from typing import Final

import pytest

from simulator.analysis import Graph, explore, values_of
from simulator.analysis.passes import blind
from simulator.model.scenario import Choice, Scenario
from tests.oracle.plain_explorer import PlainGraph, explore_plainly
from tests.oracle.plain_passes import value_plainly
from tests.routine import first
from tests.strategies.scenarios import Case, attempt, seeded
from tests.strategies.shipped import SMALLEST_ONLY, shipped

SCENARIOS: Final = 1_000
BATCH: Final = 100
LIMIT: Final = 2_000
"""Enough for what is drawn, but for calls that go round with a gauge that grows."""


def drawn(seed: int) -> Case:
    """A call of that seed: every other one just as it was drawn, playable or not, or with something taken out."""
    if seed % 2 == 0:
        return seeded(seed)
    case = attempt(random.Random(f"any {seed}"))
    taken = {3: without_last_items, 7: without_sure_choices}.get(seed % 8)
    return replace(case, scenario=taken(case.scenario)) if taken else case


def without_last_items(scenario: Scenario) -> Scenario:
    """The call without the last item of each `goto` that has several: it was there for when no other holds."""
    return changed(scenario, lambda choices: [replace(c, routes=c.routes[:-1] or c.routes) for c in choices])


def without_sure_choices(scenario: Scenario) -> Scenario:
    """The call without the choices that are always on offer, where a state has others."""
    return changed(scenario, lambda choices: [c for c in choices if c.when or c.once] or choices)


def changed(scenario: Scenario, change: Callable[[Sequence[Choice]], Sequence[Choice]]) -> Scenario:
    """The call with a change to the choices of every state."""
    states = {state.id: replace(state, choices=tuple(change(state.choices))) for state in scenario.states.values()}
    return replace(scenario, states=MappingProxyType(states))


@pytest.mark.parametrize("batch", first(4, range(0, SCENARIOS, BATCH)))
def test_random_calls(batch: int) -> None:
    for seed in range(batch, batch + BATCH):
        case = drawn(seed)
        variant = case.scenario.variants[seed % len(case.scenario.variants)].id
        agree(case, variant, LIMIT, f"seed {seed}")


def test_random_calls_of_which_a_part_is_seen() -> None:
    for seed in range(100):
        case = drawn(seed)
        agree(case, case.scenario.variants[0].id, 1 + seed % 12, f"seed {seed}")


@pytest.mark.parametrize("name", SMALLEST_ONLY)
def test_shipped_calls(name: str) -> None:
    case = shipped(name)
    for variant in case.scenario.variants:
        agree(case, variant.id, 200_000, name)


def test_the_random_calls_have_every_kind_of_fault() -> None:
    graphs = [explore(case.scenario, case.scenario.variants[0].id, LIMIT) for case in map(drawn, range(1, 400, 2))]
    assert {fault.kind for graph in graphs for fault in graph.faults} == {"no-line", "no-route", "no-way-back"}
    assert any(graph.loops for graph in graphs)
    assert any(graph.stuck for graph in graphs)
    assert any(not graph.complete for graph in graphs)


def agree(case: Case, variant: str, limit: int, name: str) -> None:
    """Both explorers, then both valuations where the call has values."""
    plain, packed = explore_plainly(case.scenario, variant, limit), explore(case.scenario, variant, limit)
    found_the_same(plain, packed, name)
    in_order(packed, name)
    if packed.sound:
        are_worth_the_same(case, plain, packed, name)


def found_the_same(plain: PlainGraph, packed: Graph, name: str) -> None:
    """Everything that a graph says, lists in the same order."""
    assert list(packed.positions) == plain.positions, name
    assert [packed.positions[n] for n in range(len(plain.positions))] == plain.positions, name
    assert packed.positions[3:7] == plain.positions[3:7], name
    assert dict(packed.index) == plain.index, name
    assert all(packed.index[position] == number for number, position in enumerate(plain.positions)), name
    assert [packed.names[state] for state in packed.state_of] == [p.state for p in plain.positions], name
    assert packed.moves == plain.moves, name
    for edges in ("first", "targets", "edge_moves", "parents", "parent_moves"):
        assert list(getattr(packed, edges)) == list(getattr(plain, edges)), (name, edges)
    assert dict(packed.silences) == dict(packed.silences.items()) == plain.silences, name
    assert list(packed.silences) == list(plain.silences), name
    assert asdict(packed.coverage) == asdict(plain.coverage), name
    assert packed.faults == plain.faults, name
    assert packed.stuck == plain.stuck, name
    assert packed.complete == plain.complete, name
    assert packed.loops == plain.loops, name


def in_order(graph: Graph, name: str) -> None:
    """An order holds every position, before those that it leads to; there is none only where there can be none."""
    place = {position: number for number, position in enumerate(graph.order)}
    assert bool(place) == (graph.complete and not graph.loops), name
    for position in place:
        after = [graph.targets[edge] for edge in graph.edges(position)]
        after += [graph.silences[position][0]] if position in graph.silences else []
        assert all(place[position] < place[target] for target in after), name
    assert sorted(place) == list(range(len(place))), name
    assert not place or len(place) == len(graph.positions), name


def are_worth_the_same(case: Case, plain: PlainGraph, packed: Graph, name: str) -> None:
    """Yardsticks, `V`, `U` and blind clicking, but for the last digits: sums are made in another order."""
    exact, found = value_plainly(plain, case.rubric), values_of(packed, case.rubric)
    yardsticks, chances = found.yardsticks, blind(packed)
    assert close(yardsticks.ranges, exact.ranges), name
    assert close(yardsticks.factors, exact.factors), name
    assert close([yardsticks.best, yardsticks.blind], [exact.worth.best[0], exact.blind_value]), name
    assert close([yardsticks.decisions, chances.decisions], [exact.blind.decisions] * 2), name
    assert close(yardsticks.blind_lost, exact.blind_lost), name
    assert close(chances.reach, exact.blind.reach), name
    assert close(chances.moves, exact.blind.moves), name
    assert close(found.table.best, exact.worth.best), name
    for mine, other in zip(found.table.points, exact.worth.points, strict=True):
        assert close(found.table.vectors[mine], exact.worth.vectors[other]), name


def close(found: Sequence[float], exact: Sequence[float]) -> bool:
    """Whether both have the same length and each number is within 1e-11 (of itself, above 1)."""
    return all(abs(one - two) <= 1e-11 * max(1.0, abs(two)) for one, two in zip(found, exact, strict=True))
