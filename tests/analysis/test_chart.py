"""The chart of a call: what leads where, and what choices cost blind callers, against all calls written out."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction

import pytest

from scoring.evidence import Verdict
from simulator.analysis.chart import chart
from simulator.model.scenario import Fact, Route, Rule, Variant
from tests.analysis.making import (
    PATIENCE,
    RUBRIC,
    choice,
    ladder,
    moves,
    scenario,
    sets,
    silence,
    state,
    when,
)  # fmt: skip
from tests.oracle.scorer import Judged, Oracle
from tests.strategies.scenarios import seeded
from tests.strategies.shipped import NAMES, shipped

SPLIT = (Route("lost", when("known", "==", "yes")), Route("s0"))
CALL = scenario(
    state(
        "start",
        choice("ask", empathy=2, once=True),
        choice("push", "s0", effect=moves(patience=-3)),
        choice("split", SPLIT, critical=("rude",), effect=sets(known="yes")),
        choice("on", "s0"),
        choice("never", "s0", when=when("patience", ">", 9)),
        silence=silence("s0"),
    ),
    *ladder("s", 3),
    state("nowhere", choice("lost", "lost")),
    gauges=(PATIENCE,),
    facts=(Fact("known", ("no", "yes")),),
    always=(Rule(when("patience", "==", 0), "lost"), Rule(when("patience", "==", 10), "lost")),
)


def test_a_chart_has_what_calls_come_by_and_nothing_else() -> None:
    drawn = chart(CALL, RUBRIC)
    assert [card.state.id for card in drawn.cards] == ["start", "s0", "s1", "s2"]
    start = drawn.cards[0]
    ways = {arrow.choice.id: (arrow.targets, arrow.stays) for arrow in start.arrows}
    assert ways == {"ask": ((), True), "push": ((), False), "split": (("lost",), False), "on": (("s0",), False)}
    assert start.silence is not None
    assert (start.silence.after, start.silence.targets) == (10, ("s0",))
    assert [(rule.number, rule.when, rule.target) for rule in drawn.rules] == [(1, "patience == 0", "lost")]
    assert [finish.ending.id for finish in drawn.finishes] == ["done", "lost"]
    assert sum(finish.share for finish in drawn.finishes) == pytest.approx(1)
    assert {arrow.choice.id: arrow.verdict for arrow in start.arrows}["split"] is Verdict.CRITICAL


def test_one_variant_shows_what_is_met_in_it() -> None:
    call = scenario(
        state("start", choice("a", "s0", when=when("known", "==", "no")), choice("b", "s1")),
        *ladder("s", 4),
        facts=(Fact("known", ("no", "yes")),),
        variants=(Variant("one"), Variant("two", sets(known="yes"))),
    )
    both, one, two = (chart(call, RUBRIC, variant) for variant in (None, "one", "two"))
    assert (both.variants, two.variants) == (("one", "two"), ("two",))
    assert [card.state.id for card in two.cards] == ["start", "s1", "s2", "s3"]
    assert [len(drawn.cards[0].arrows) for drawn in (both, one, two)] == [2, 2, 1]
    with pytest.raises(KeyError):
        chart(call, RUBRIC, "three")


@pytest.mark.parametrize("first", range(0, 200, 50))
def test_a_choice_costs_what_blind_callers_lose_by_it_on_average(first: int) -> None:
    for seed in range(first, first + 50):
        case = seeded(seed)
        variant = case.scenario.variants[0].id
        oracle = Oracle(case.scenario, case.rubric, variant)
        if not oracle.span:
            continue
        expected = averages(oracle)
        drawn = chart(case.scenario, case.rubric, variant)
        found = {(card.state.id, arrow.choice.id): arrow.cost for card in drawn.cards for arrow in card.arrows}
        for key, cost in expected.items():
            assert found[key] == pytest.approx(float(cost), abs=1e-9), (seed, key)
        for finish in drawn.finishes:
            ends = [call for call in oracle.calls if call.turns[-1].then.now.place == finish.ending.id]
            assert finish.share == pytest.approx(float(sum(call.chance for call in ends)), abs=1e-9)


def averages(oracle: Oracle) -> dict[tuple[str, str], Fraction]:
    """What each choice costs on average, over all moments that blind callers come by."""
    sums: dict[tuple[str, str], list[Fraction]] = defaultdict(lambda: [Fraction(0), Fraction(0)])

    def walk(moment: Judged, chance: Fraction, place: str) -> None:
        for turn in moment.turns:
            total = sums[place, turn.turn.choice]
            total[0] += chance
            total[1] += chance * oracle.cost(turn)
            walk(turn.then, chance / len(moment.turns), turn.turn.then.now.place)

    walk(oracle.judged, Fraction(1), oracle.tree.now.place)
    return {key: cost / weight for key, (weight, cost) in sums.items()}


@pytest.mark.parametrize("name", NAMES)
def test_everything_on_the_chart_of_a_shipped_call_leads_to_something_on_it(name: str) -> None:
    case = shipped(name)
    drawn = chart(case.scenario, case.rubric)
    known = {card.state.id for card in drawn.cards} | {finish.ending.id for finish in drawn.finishes}
    assert known == {*case.scenario.states, *case.scenario.endings}
    for card in drawn.cards:
        assert [arrow.choice for arrow in card.arrows] == list(card.state.choices)
        for arrow in card.arrows:
            assert set(arrow.targets) <= known
            assert arrow.targets or arrow.stays
            assert (arrow.cost == 0) == (arrow.verdict is Verdict.BEST) or arrow.choice.critical


def test_a_choice_that_only_a_silence_leads_to_has_no_price() -> None:
    call = scenario(
        state("start", choice("on", "s0"), silence=silence("late")),
        state("late", choice("sorry", "s0"), choice("rude", "s0", critical=("rude",))),
        *ladder("s", 3),
    )
    late = chart(call, RUBRIC).cards[1]
    assert [(arrow.cost, arrow.verdict) for arrow in late.arrows] == [(None, None), (None, Verdict.CRITICAL)]
