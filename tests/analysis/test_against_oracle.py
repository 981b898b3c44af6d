"""The analysis and the scorecard equal a brute-force enumeration of all complete calls, on random scenarios.

The oracle counts in exact fractions; what floats give must be within 1e-9 of that. Where best equals blind, no score
is defined and nothing can be lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Final

import pytest

from scoring.evidence import marks, verdict_of_cost
from scoring.scorecard import Scorecard, scorecard
from simulator.analysis import Graph, Values, explore, values_of
from simulator.analysis.chance import pass_chance
from simulator.engine import compiled_of, reduced
from simulator.model.position import Position
from tests.oracle.scorer import CompleteCall, Judged, Oracle
from tests.routine import first
from tests.strategies.scenarios import Case, seeded
from tests.strategies.shipped import SMALLEST_ONLY, shipped

SCENARIOS: Final = 1_000
BATCH: Final = 50
CARDS: Final = 20
"""How many calls of one scenario are marked in full, evenly spread over all of them."""


@dataclass(frozen=True)
class Pair:
    """One variant of one scenario as the oracle and as the analysis see it."""

    name: str
    case: Case
    oracle: Oracle
    graph: Graph
    values: Values

    @cached_property
    def moments(self) -> list[tuple[Judged, Position]]:
        """Every moment of every history, with the full position that the engine has there."""
        compiled = compiled_of(self.case.scenario)

        def walk(judged: Judged, position: Position) -> Iterator[tuple[Judged, Position]]:
            yield judged, position
            for turn in judged.turns:
                yield from walk(turn.then, compiled.take(position, turn.turn.choice).position)

        return list(walk(self.oracle.judged, compiled.start(self.values.variant)))

    @cached_property
    def cards(self) -> list[tuple[CompleteCall, Scorecard]]:
        """Some of the calls, evenly spread over all, with what the engine, the analysis and the scoring say of them."""
        calls = self.oracle.calls
        return [(call, card_of(self, call)) for call in calls[:: -(-len(calls) // CARDS)]]


@pytest.fixture(scope="module", params=first(8, range(0, SCENARIOS, BATCH)))
def pairs(request: pytest.FixtureRequest) -> list[Pair]:
    """The next few of the random scenarios, each with one of its variants."""
    return [pair_of(seed) for seed in range(request.param, request.param + BATCH)]


def pair_of(seed: int) -> Pair:
    """Both views of the scenario of that seed."""
    case = seeded(seed)
    variant = case.scenario.variants[seed % len(case.scenario.variants)].id
    graph = explore(case.scenario, variant)
    oracle = Oracle(case.scenario, case.rubric, variant)
    return Pair(f"seed {seed}, {variant}", case, oracle, graph, values_of(graph, case.rubric))


def test_the_yardsticks_are_those_of_all_calls(pairs: list[Pair]) -> None:
    for pair in pairs:
        found, exact = pair.values.yardsticks, pair.oracle.yardsticks
        assert close(found.factors, exact.factors), pair.name
        assert close((found.best, found.blind, found.decisions), (exact.best, exact.blind, exact.decisions)), pair.name
        assert close(found.blind_lost, exact.blind_lost), pair.name
        assert (found.scale > 0) == (exact.weights is not None), pair.name
        if exact.weights is not None:
            assert close(found.effective_weights, exact.weights), pair.name
            assert tuple(map(found.assessed, range(len(exact.assessed)))) == exact.assessed, pair.name


def test_every_moment_is_worth_what_its_best_calls_earn(pairs: list[Pair]) -> None:
    for pair in pairs:
        for judged, position in pair.moments:
            assert close([pair.values.best_value(position)], [judged.value]), (pair.name, position)
            assert close(pair.values.best_points(position), judged.points), (pair.name, position)


def test_every_decision_costs_and_loses_what_it_gives_away(pairs: list[Pair]) -> None:
    for pair in scorable(pairs):
        known = {position: pair.values.marks(position) for position in {position for _, position in pair.moments}}
        for judged, position in pair.moments:
            found = known[position]
            assert list(found) == [turn.turn.choice for turn in judged.turns], (pair.name, position)
            for turn in judged.turns:
                mark, where = found[turn.turn.choice], (pair.name, position, turn.turn.choice)
                cost = pair.oracle.cost(turn)
                assert close([mark.cost], [cost]), where
                assert (mark.cost == 0) == (cost == 0), where
                assert close(mark.lost, turn.lost), where
                by_cost = verdict_of_cost(mark.cost, pair.values.yardsticks.decisions)
                assert by_cost == pair.oracle.verdict(turn), where


def test_the_ideal_call_is_the_first_of_the_best(pairs: list[Pair]) -> None:
    for pair in pairs:
        best = [call for call in pair.oracle.calls if pair.oracle.value_of(call.points) == pair.oracle.yardsticks.best]
        assert pair.values.ideal == tuple(turn.choice for turn in best[0].turns), pair.name


def test_scorecards_are_those_of_the_oracle(pairs: list[Pair]) -> None:
    for pair in scorable(pairs):
        for call, found in pair.cards:
            where, exact = (pair.name, [turn.choice for turn in call.turns]), pair.oracle.card(call)
            assert close([found.score], [exact.score]), where
            assert close([mark.cost for mark in found.marks], exact.costs), where
            assert close([found.other.points_lost], [exact.other_lost]), where
            assert found.passed == pair.oracle.passed(call), where
            for own, expected in zip(found.criteria, exact.criteria, strict=True):
                assert (own.score is None) == (expected is None), where
                assert own.score is None or expected is None or close([own.score], [expected]), where


def test_the_scorecard_adds_up_over_decisions_and_over_criteria(pairs: list[Pair]) -> None:
    for pair in scorable(pairs):
        for call, found in pair.cards:
            value = pair.values.yardsticks.value(call.points)
            by_value = (value - pair.values.yardsticks.blind) * pair.values.yardsticks.scale
            by_criteria = sum(own.effective_weight * own.score for own in found.criteria if own.score is not None)
            by_criteria += 100 * found.other.weight - found.other.points_lost
            sums = [by_value, 100 - sum(mark.cost for mark in found.marks), by_criteria]
            assert close(sums, [found.score] * 3), (pair.name, [turn.choice for turn in call.turns])


def test_what_is_lost_at_a_position_is_what_it_costs(pairs: list[Pair]) -> None:
    for pair in pairs:
        adds_up_everywhere(pair.graph, pair.values, pair.name)


def test_the_chance_of_a_blind_pass_is_that_of_all_calls(pairs: list[Pair]) -> None:
    for pair in scorable(pairs):
        found = pass_chance(pair.graph, pair.values, pair.case.rubric)
        assert found.exact, pair.name
        assert close([found.probability], [pair.oracle.pass_chance()]), pair.name


@pytest.mark.parametrize("name", SMALLEST_ONLY)
def test_what_is_lost_at_a_position_of_a_shipped_call_is_what_it_costs(name: str) -> None:
    case = shipped(name)
    for variant in case.scenario.variants:
        graph = explore(case.scenario, variant.id)
        adds_up_everywhere(graph, values_of(graph, case.rubric), f"{name}, {variant.id}")


def adds_up_everywhere(graph: Graph, values: Values, name: str) -> None:
    """At every position that choices or silences reach: `V = a . U`, and each cost is the worth of its losses."""
    yardsticks, compiled = values.yardsticks, compiled_of(graph.scenario)
    for position in graph.positions:
        best = values.best_value(position)
        assert close([yardsticks.value(values.best_points(position))], [best]), (name, position)
        costs = []
        for choice in compiled.offered(position):
            advance = compiled.take(position, choice.id)
            decision = values.decision(position, choice.id, advance)
            mark, where = marks(decision, yardsticks), (name, position, choice.id)
            left = yardsticks.value(decision.points) + values.best_value(reduced(graph.scenario, advance.position))
            assert mark.cost >= 0, where
            assert close([mark.cost], [(best - left) * yardsticks.scale]), where
            assert close([yardsticks.value(mark.lost) * yardsticks.scale], [mark.cost]), where
            assert mark.cost > 0 or not any(mark.lost), where
            costs.append(mark.cost)
        assert not costs or min(costs) == 0, (name, position)


def scorable(pairs: list[Pair]) -> list[Pair]:
    """Those in which blind clicking earns less than the best call."""
    return [pair for pair in pairs if pair.oracle.span > 0]


def card_of(pair: Pair, call: CompleteCall) -> Scorecard:
    """The scorecard of a call that is played with the compiled engine."""
    compiled = compiled_of(pair.case.scenario)
    position, decisions = compiled.start(pair.values.variant), []
    for turn in call.turns:
        advance = compiled.take(position, turn.choice)
        decisions.append(pair.values.decision(position, turn.choice, advance))
        position = advance.position
    outcome = pair.case.scenario.endings[position.state].outcome
    return scorecard(pair.case.rubric, pair.values.yardsticks, decisions, outcome)


def close(found: Sequence[float], exact: Sequence[float | Fraction]) -> bool:
    """Whether both have the same length and each number is within 1e-9 (of itself, above 1)."""
    pairs = zip(found, exact, strict=True)
    return all(abs(one - float(other)) <= 1e-9 * max(1.0, abs(float(other))) for one, other in pairs)
