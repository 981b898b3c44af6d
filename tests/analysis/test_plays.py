"""The worst, the second-best and the random call, and how a play is told."""

from __future__ import annotations

import pytest

from simulator.analysis import explore, values_of
from simulator.analysis.plays import random_play, second_best_play, worst_play
from simulator.analysis.rehearsal import rehearse
from simulator.analysis.transcript import transcript
from simulator.engine import compiled_of
from simulator.model.heard import Kind
from simulator.model.scenario import SILENCE, Line
from tests.analysis.making import PATIENCE, RUBRIC, choice, ladder, moves, scenario, silence, state
from tests.oracle.scorer import Oracle
from tests.strategies.scenarios import seeded


@pytest.mark.parametrize("first", range(0, 200, 50))
def test_the_worst_call_is_the_first_of_those_that_earn_least(first: int) -> None:
    for seed in range(first, first + 50):
        case = seeded(seed)
        variant = case.scenario.variants[seed % len(case.scenario.variants)].id
        graph = explore(case.scenario, variant)
        oracle = Oracle(case.scenario, case.rubric, variant)
        worth = [oracle.value_of(call.points) for call in oracle.calls]
        worst = oracle.calls[worth.index(min(worth))]
        play = worst_play(graph, values_of(graph, case.rubric))
        assert play == tuple(turn.choice for turn in worst.turns), seed


@pytest.mark.parametrize("seed", range(40))
def test_the_second_best_call_takes_the_cheapest_of_what_costs_something(seed: int) -> None:
    case = seeded(seed)
    variant = case.scenario.variants[0].id
    graph = explore(case.scenario, variant)
    values = values_of(graph, case.rubric)
    play = rehearse(case.scenario, variant, second_best_play(graph, values), values)
    assert play.ending is not None
    for step in play.steps:
        costs = values.costs(step.before)
        second = min((cost for cost in costs.values() if cost), default=0)
        assert step.choice == next(choice for choice, cost in costs.items() if cost == pytest.approx(second))


@pytest.mark.parametrize("seed", range(20))
def test_a_random_call_ends_and_is_the_same_for_the_same_seed(seed: int) -> None:
    call = seeded(seed).scenario
    variant = call.variants[0].id
    play = random_play(call, variant, seed)
    assert play == random_play(call, variant, seed)
    compiled = compiled_of(call)
    position = compiled.start(variant)
    for choice_id in play:
        position = compiled.take(position, choice_id).position
    assert position.state in call.endings


def test_random_calls_come_by_every_choice() -> None:
    call = scenario(*ladder("s", 3))
    plays = {random_play(call, "default", seed) for seed in range(100)}
    assert len(plays) == 2**3


CALL = scenario(
    state(
        "start",
        choice("ask", "next", empathy=2, reply=(Line("Well."),)),
        choice("shout", "next", empathy=-2, effect=moves(patience=-1)),
        silence=silence(reply=(Line("Hello?"),)),
    ),
    *ladder("next", 3),
    state("next", choice("on", "next0")),
    gauges=(PATIENCE,),
)


def test_a_transcript_tells_everything_and_what_it_is_worth() -> None:
    graph = explore(CALL, "default")
    values = values_of(graph, RUBRIC)
    told = transcript(RUBRIC, values, [SILENCE, "ask", "on", "good", "bad", "good"])
    assert [heard.text for heard in told.opening] == ["..."]
    assert [turn.choice for turn in told.turns] == [SILENCE, "ask", "on", "good", "bad", "good"]
    assert [heard.kind for heard in told.turns[0].heard] == [Kind.SILENCE, Kind.REPLY]
    assert [heard.text for heard in told.turns[1].heard] == ["Ask", "Well.", "..."]
    assert told.turns[-1].heard[-1].kind is Kind.ENDING
    assert (told.ending, told.on_offer) == ("done", ())
    assert told.card is not None
    assert told.card.score == pytest.approx(100 - told.turns[4].marks.cost)


def test_a_transcript_stops_where_a_choice_is_not_on_offer() -> None:
    values = values_of(explore(CALL, "default"), RUBRIC)
    told = transcript(RUBRIC, values, ["ask", "ask"])
    assert [turn.choice for turn in told.turns] == ["ask"]
    assert (told.ending, told.card, told.on_offer) == (None, None, ("on",))
