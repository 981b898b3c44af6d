"""The analysis that `rolecall analyse` prints."""

from __future__ import annotations

from dataclasses import asdict
from json import dumps

import pytest

from scoring.evidence import Verdict
from simulator.analysis import Unsound, analyse
from simulator.analysis.report.elsewhere import NoWayOn
from simulator.analysis.report.ideal import ChoicePrice
from simulator.model.position import Position
from simulator.model.scenario import BACK, Fact, Rule, Scenario, Variant
from simulator.words import say
from tests.analysis.making import PATIENCE, RUBRIC, choice, ladder, moves, scenario, silence, state, when


def call() -> Scenario:
    first = state(
        "a",
        choice("harm", "lost", empathy=-2, critical=("false-threat",)),
        choice("help", "s0", empathy=1),
        choice("ask", once=True, clarity=1),
        silence=silence("s1"),
    )
    return scenario(first, *ladder("s", 2))


def test_the_ideal_call_has_the_price_of_everything_on_offer() -> None:
    (variant,) = analyse(call(), RUBRIC).variants
    assert [(step.state, step.choice) for step in variant.ideal] == [
        ("a", "ask"), ("a", "help"), ("s0", "good"), ("s1", "good"),
    ]  # fmt: skip
    assert variant.ending == "done"
    harm, help_, ask = variant.ideal[0].prices
    assert (harm.choice, harm.text, harm.verdict, harm.critical) == (
        "harm",
        "Harm",
        Verdict.CRITICAL,
        ("false-threat",),
    )
    assert (ask.cost, ask.verdict, help_.cost > 0) == (0, Verdict.BEST, True)
    assert variant.ideal[2].prices[0] == ChoicePrice("good", "Good", 0, Verdict.BEST, ())


def test_weights_in_the_call_stand_beside_the_rubric_s() -> None:
    (variant,) = analyse(call(), RUBRIC).variants
    empathy, clarity = variant.criteria
    assert (empathy.id, empathy.nominal, empathy.assessed) == ("empathy", 0.5, True)
    assert (clarity.id, clarity.nominal, clarity.assessed) == ("clarity", 0.5, False)
    assert empathy.effective + clarity.effective == pytest.approx(1)
    assert empathy.effective > clarity.effective


def test_how_large_the_call_is() -> None:
    """From `a` three ways end or go on; `ask` can come first; two decisions with two ways each follow."""
    (variant,) = analyse(call(), RUBRIC).variants
    size = variant.statistics
    assert (size.positions, size.edges, size.calls) == (6, 3 + 2 + 2 + 2, 2 * (1 + 4))
    assert (size.shortest, size.longest) == (1, 4)
    assert [(ending.id, ending.outcome) for ending in size.endings] == [("done", "success"), ("lost", "failure")]
    assert [ending.blind for ending in size.endings] == pytest.approx([1 / 3 + 1 / 6, 1 / 3 + 1 / 6])


def test_every_variant_is_analysed_for_itself() -> None:
    several = scenario(*ladder("s", 2), variants=(Variant("one"), Variant("two", moves())))
    assert [variant.variant for variant in analyse(several, RUBRIC).variants] == ["one", "two"]


def test_it_can_be_written_as_json() -> None:
    assert '"choice": "ask"' in dumps(asdict(analyse(call(), RUBRIC)))


def test_a_call_that_need_not_end_cannot_be_analysed() -> None:
    with pytest.raises(Unsound):
        analyse(scenario(state("a", choice("on"), choice("stop", "done"))), RUBRIC)


def test_only_the_variants_that_are_asked_for_are_analysed() -> None:
    several = scenario(*ladder("s", 2), variants=(Variant("one"), Variant("two", moves())))
    assert [variant.variant for variant in analyse(several, RUBRIC, starts={"two": None}).variants] == ["two"]


# From anywhere


def begin(state_id: str, *values: int) -> dict[str, Position | None]:
    return {"default": Position(state_id, values)}


def test_from_a_state_on_the_best_call_scores_100_and_costs_stay_the_same() -> None:
    (whole,) = analyse(call(), RUBRIC).variants
    (rest,) = analyse(call(), RUBRIC, starts=begin("s0")).variants
    assert (rest.start, rest.ending) == ("s0", "done")
    assert [step.state for step in rest.ideal] == ["s0", "s1"]
    costs = {(one.state, choice.choice): choice.mean for one in whole.by_state for choice in one.choices}
    assert [choice.mean for one in rest.by_state for choice in one.choices] == pytest.approx(
        [costs[state, choice] for state in ("s0", "s1") for choice in ("good", "bad")]
    )
    lost = sum(costs[state, "bad"] / 2 for state in ("s0", "s1"))
    assert rest.blind_score == pytest.approx(100 - lost)
    assert rest.second_best.score == pytest.approx(100 - 2 * lost)
    assert rest.criteria == ()
    assert whole.blind_score == pytest.approx(0)
    assert whole.start == "a"


def test_other_values_open_and_close_choices() -> None:
    hidden = choice("hidden", "s0", when=when("patience", ">=", 5), empathy=2)
    first = state("a", choice("on", "s0"), hidden, choice("spend", once=True, effect=moves(patience=-1)))
    gauged = scenario(first, *ladder("s", 3), gauges=(PATIENCE,), facts=(Fact("cause", ("job", "illness")),))
    (usual,) = analyse(gauged, RUBRIC).variants
    (calm,) = analyse(gauged, RUBRIC, starts=begin("a", 6, 1)).variants
    assert [choice.choice for choice in usual.by_state[0].choices] == ["on", "spend"]
    assert [choice.choice for choice in calm.by_state[0].choices] == ["on", "hidden", "spend"]
    assert calm.best > usual.best
    assert [(one.start, one.low, one.high) for one in calm.gauges] == [(6, 5, 6)]
    assert calm.facts == {"cause": "illness"}


def test_from_a_last_moment_on_nothing_is_left_to_lose() -> None:
    first, *rest = ladder("s", 3, "z")
    closing = state("z", choice("bye", "done"))
    (last,) = analyse(scenario(first, *rest, closing), RUBRIC, starts=begin("z")).variants
    assert last.chance.probability == 1
    assert [fare.score for fare in last.bots] == [100] * len(last.bots)
    assert [(bar.low, bar.share) for bar in last.scores.bars if bar.share] == [(90, 1)]


def test_from_where_a_call_need_not_end_it_is_said_why() -> None:
    aside = state("aside", choice("return", BACK))
    first = state("a", choice("on", "s0", effect=moves(patience=-1)))
    rule = Rule(when("patience", "<=", 2), "aside")
    left = scenario(first, aside, *ladder("s", 4), gauges=(PATIENCE,), always=(rule,))
    assert analyse(left, RUBRIC).variants
    with pytest.raises(NoWayOn) as error:
        analyse(left, RUBRIC, starts=begin("aside", 2))
    assert "There is nothing to go `back` to" in say(error.value.message)
    assert isinstance(error.value, Unsound)
