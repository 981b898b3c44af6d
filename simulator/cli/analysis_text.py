"""An analysis as lines for people: figures, weights, and what every choice along the best call would cost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from simulator.cli.tables import table
from simulator.model.unseen import visible
from simulator.session.filling import Filling
from simulator.words import _, language, number, percent
from simulator.words.labels import outcome_word, verdict_word

if TYPE_CHECKING:
    from scoring.rubric import Rubric
    from simulator.analysis import Analysis, Chance, VariantAnalysis
    from simulator.analysis.report import IdealStep
    from simulator.model.scenario import Scenario


def lines(analysis: Analysis, scenario: Scenario, rubric: Rubric) -> Iterator[str]:
    """Everything there is to say of an analysis, variant by variant."""
    yield f"{visible(Filling(scenario, None, '')(scenario.title))} ({analysis.scenario})"
    for variant in analysis.variants:
        yield ""
        yield _("Variant {name}").format(name=variant.variant)
        yield from _figures(variant, analysis.pass_mark)
        yield ""
        yield from _weights(variant, rubric)
        yield ""
        yield _("The best call, and what the other choices would have cost there")
        filling = Filling(scenario, variant.variant, "")
        for place, step in enumerate(variant.ideal, start=1):
            yield from _step(place, step, filling)


def _figures(variant: VariantAnalysis, pass_mark: int) -> Iterator[str]:
    counts = variant.statistics
    yield _("Positions: {positions}; complete calls: {calls}.").format(
        positions=number(counts.positions), calls=number(counts.calls)
    )
    yield _("Decisions: {shortest} to {longest}; the best call takes {best}, a blind one {blind} on average.").format(
        shortest=counts.shortest, longest=counts.longest, best=len(variant.ideal), blind=number(variant.decisions)
    )
    yield _("Value of the best call: {best}; of blind clicking: {blind}. They are 100 and 0 in the score.").format(
        best=number(variant.best, 2), blind=number(variant.blind, 2)
    )
    yield _chance(variant.chance, pass_mark)
    for ending in counts.endings:
        yield _("Blind clicking ends in `{ending}` ({outcome}): {share}.").format(
            ending=ending.id, outcome=outcome_word(ending.outcome), share=percent(ending.blind, 1)
        )


def _chance(chance: Chance, pass_mark: int) -> str:
    if chance.exact:
        text = _("Chance that blind clicking passes (mark {mark}): {share}, exactly.")
        return text.format(mark=pass_mark, share=percent(chance.probability, 3))
    text = _(
        "Chance that blind clicking passes (mark {mark}): {share}, between {low} and {high} (95 %, {walks} walks)."
    )
    return text.format(
        mark=pass_mark,
        share=percent(chance.probability, 3),
        low=percent(chance.low, 3),
        high=percent(chance.high, 3),
        walks=number(chance.walks),
    )


def _weights(variant: VariantAnalysis, rubric: Rubric) -> Iterator[str]:
    labels = {criterion.id: criterion.label.in_language(language()) for criterion in rubric.criteria}
    rows = [
        (
            labels[reach.id],
            percent(reach.nominal),
            percent(reach.effective, 1),
            number(reach.range),
            _("yes") if reach.assessed else _("no"),
        )
        for reach in variant.criteria
    ]
    heads = (_("Criterion"), _("Nominal weight"), _("In this call"), _("Range"), _("Assessed"))
    yield table(heads, rows, right=frozenset({1, 2, 3}))


WIDEST_VERDICT = 19
"""Columns for a verdict, so that the choices stand below each other; a longer one pushes its own line only."""


def _step(place: int, step: IdealStep, filling: Filling) -> Iterator[str]:
    yield f"{place}. {step.state}"
    for price in sorted(step.prices, key=lambda price: price.cost):
        sign = ">" if price.choice == step.choice else " "
        critical = f" [{', '.join(price.critical)}]" if price.critical else ""
        head = f"   {sign} {number(price.cost):>6}  {verdict_word(price.verdict):<{WIDEST_VERDICT}}"
        yield f"{head}  {price.choice}: {visible(filling(price.text))}{critical}"
