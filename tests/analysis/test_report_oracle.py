"""The report of random scenarios equals all their calls, written out: decisions, scores, longest call, gauges."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

import pytest

from scoring.scorecard import shown
from simulator.analysis import analyse
from simulator.analysis.report.analysis import VariantAnalysis
from simulator.engine import reducer_of
from simulator.model.scenario import Scenario
from tests.oracle.positions import reachable
from tests.oracle.scorer import Judged, JudgedTurn, Oracle
from tests.routine import first
from tests.strategies.scenarios import MOST_POSITIONS, Case, seeded

SCENARIOS: Final = 200
BATCH: Final = 50


@dataclass(frozen=True)
class Pair:
    """One variant of one scenario as the oracle sees it and as it is reported."""

    seed: int
    case: Case
    oracle: Oracle
    found: VariantAnalysis


@pytest.fixture(scope="module", params=first(2, range(0, SCENARIOS, BATCH)))
def pairs(request: pytest.FixtureRequest) -> list[Pair]:
    """The next few of the random scenarios in which something can be lost."""
    made = (pair_of(seed) for seed in range(request.param, request.param + BATCH))
    return [pair for pair in made if pair.oracle.span]


def pair_of(seed: int) -> Pair:
    case = seeded(seed)
    variant = case.scenario.variants[seed % len(case.scenario.variants)].id
    (found,) = analyse(case.scenario, case.rubric, starts={variant: None}).variants
    return Pair(seed, case, Oracle(case.scenario, case.rubric, variant), found)


def visits(judged: Judged, share: Fraction = Fraction(1)) -> Iterator[tuple[Judged, Fraction]]:
    """Every moment of every history in which something is decided, and how likely blind clicking comes by it."""
    if judged.turns:
        yield judged, share
    for turn in judged.turns:
        yield from visits(turn.then, share / len(judged.turns))


def met(judged: Judged, state: str) -> Fraction:
    """How likely blind clicking comes by a state."""
    if judged.moment.now.place == state:
        return Fraction(1)
    return sum((met(turn.then, state) for turn in judged.turns), Fraction(0)) / (len(judged.turns) or 1)


def test_the_decisions_are_those_of_all_calls(pairs: list[Pair]) -> None:
    for pair in pairs:
        offered = defaultdict[tuple[str, str], list[tuple[JudgedTurn, Fraction]]](list)
        times = defaultdict[str, Fraction](Fraction)
        for judged, share in visits(pair.oracle.judged):
            state = judged.moment.now.place
            times[state] += share
            for turn in judged.turns:
                offered[state, turn.turn.choice].append((turn, share))
        assert [one.state for one in pair.found.by_state] == [s for s in pair.case.scenario.states if s in times]
        for one in pair.found.by_state:
            where = (pair.seed, one.state)
            share = met(pair.oracle.judged, one.state)
            assert one.share == pytest.approx(float(share)), where
            assert one.times == pytest.approx(float(times[one.state] / share)), where
            named = [c.id for c in pair.case.scenario.states[one.state].choices if (one.state, c.id) in offered]
            assert [choice.choice for choice in one.choices] == named, where
            for choice in one.choices:
                own = offered[one.state, choice.choice]
                often = sum((here for _, here in own), Fraction(0))
                costs = [pair.oracle.cost(turn) for turn, _ in own]
                mean = sum((pair.oracle.cost(turn) * here for turn, here in own), Fraction(0)) / often
                assert choice.offered == pytest.approx(float(often / times[one.state])), where
                assert (choice.mean, choice.low, choice.high) == pytest.approx(
                    (float(mean), float(min(costs)), float(max(costs))), abs=1e-7
                ), where
                assert choice.critical == any(turn.turn.critical for turn, _ in own), where


def test_the_scores_are_those_of_all_calls(pairs: list[Pair]) -> None:
    for pair in pairs:
        shares = defaultdict[int, Fraction](Fraction)
        for call in pair.oracle.calls:
            score = float(pair.oracle.score(call))
            shares[-1 if score < -1e-9 else min(9, shown(score) // 10)] += call.chance
        spread = pair.found.scores
        assert not spread.walks, pair.seed
        assert [bar.low for bar in spread.bars] == [None, *range(0, 100, 10)]
        assert [bar.share for bar in spread.bars] == pytest.approx([float(shares[n]) for n in range(-1, 10)]), pair.seed


def test_the_longest_call_is_one_of_all(pairs: list[Pair]) -> None:
    for pair in pairs:
        calls = [tuple(turn.choice for turn in call.turns) for call in pair.oracle.calls]
        most = max(map(len, calls))
        size = pair.found.statistics
        assert (size.calls, size.longest) == (len(calls), most), pair.seed
        assert size.longest_call == next(call for call in calls if len(call) == most), pair.seed


def test_gauges_move_as_far_as_in_all_positions(pairs: list[Pair]) -> None:
    for pair in pairs:
        scenario = pair.case.scenario
        for place, gauge in enumerate(pair.found.gauges):
            values = set(gauge_values(scenario, pair.found.variant, place))
            assert (gauge.low, gauge.high) == (min(values), max(values)), (pair.seed, gauge.id)


def gauge_values(scenario: Scenario, variant: str, place: int) -> Iterator[int]:
    """The start, then before and after every choice and silence of a position in which the gauge can be read."""
    gauge, reducer = scenario.gauges[place].id, reducer_of(scenario)
    positions = list(reachable(scenario, variant, MOST_POSITIONS).values())
    yield positions[0].now.gauges[gauge]
    for reached in positions:
        if any(reducer.kept(reached.now.place)[0][place]):
            yield reached.now.gauges[gauge]
            yield from (done.after.gauges[gauge] for _, done in reached.turns)
