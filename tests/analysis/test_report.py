"""The analysis that `rolecall analyse` prints."""

from __future__ import annotations

from dataclasses import asdict
from json import dumps

import pytest

from scoring.evidence import Verdict
from simulator.analysis import Unsound, analyse
from simulator.analysis.report import ChoicePrice
from simulator.model.scenario import Scenario, Variant
from tests.analysis.making import RUBRIC, choice, ladder, moves, scenario, silence, state


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
