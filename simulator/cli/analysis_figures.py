"""The figures of one variant: how large it is, what blind clicking and bots earn, what criteria weigh, gauges."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from simulator.cli.tables import table
from simulator.cli.wrapping import wrapped
from simulator.model.unseen import visible
from simulator.words import _, language, number, percent
from simulator.words.labels import outcome_word

if TYPE_CHECKING:
    from scoring.rubric import Rubric
    from simulator.analysis import Chance, VariantAnalysis

_INDENT = "  "


def figures(variant: VariantAnalysis, pass_mark: int, width: int) -> Iterator[str]:
    """Size, decisions, best and blind value, the chance of a blind pass, endings, a longest call."""
    for line in _figures(variant, pass_mark):
        yield from wrapped(line, width, _INDENT, "")


def _figures(variant: VariantAnalysis, pass_mark: int) -> Iterator[str]:
    counts = variant.statistics
    yield _("Positions: {positions}; complete calls: {calls}.").format(
        positions=number(counts.positions), calls=number(counts.calls)
    )
    yield _("Decisions: {shortest} to {longest}; the best call takes {best}, a blind one {blind} on average.").format(
        shortest=counts.shortest, longest=counts.longest, best=len(variant.ideal), blind=number(variant.decisions)
    )
    yield _("A longest call: {choices}.").format(choices=", ".join(counts.longest_call))
    yield _("Value of the best call: {best}; of blind clicking: {blind}. They score 100 and {score}.").format(
        best=number(variant.best, 2), blind=number(variant.blind, 2), score=number(variant.blind_score)
    )
    text = _("Chance that blind clicking passes (mark {mark}): {chance}.")
    yield text.format(mark=pass_mark, chance=_chance(variant.chance))
    for ending in counts.endings:
        yield _("Blind clicking ends in `{ending}` ({outcome}): {share}.").format(
            ending=ending.id, outcome=outcome_word(ending.outcome), share=percent(ending.blind, 1)
        )


def _chance(chance: Chance) -> str:
    if chance.exact:
        return _("{share}, exactly").format(share=percent(chance.probability, 3))
    text = _("{share}, between {low} and {high} (95 %, {walks} walks)")
    return text.format(
        share=percent(chance.probability, 3),
        low=percent(chance.low, 3),
        high=percent(chance.high, 3),
        walks=number(chance.walks),
    )


def weights(variant: VariantAnalysis, rubric: Rubric) -> Iterator[str]:
    """What each criterion weighs, beside what the rubric says."""
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
    if rows:
        yield table(heads, rows, right=frozenset({1, 2, 3}))


def bots(variant: VariantAnalysis, width: int) -> Iterator[str]:
    """What those earn who know nothing, and who always takes the second-best choice."""
    from simulator.analysis.bots import BOTS

    names = {bot.id: _(bot.picks) for bot in BOTS}
    fares = (*variant.bots, variant.second_best)
    rows = [
        (names.get(fare.id, _("the second-best choice")), number(fare.score), percent(fare.chance.probability, 1))
        for fare in fares
    ]
    yield from wrapped(_("Following a habit: the score to expect, and how many calls pass"), width)
    yield table((_("Always taking"), _("Score"), _("Passes")), rows, right=frozenset({1, 2}))


def gauges(variant: VariantAnalysis) -> Iterator[str]:
    """Between which values the gauges move."""
    rows = [
        (visible(f"{gauge.label} ({gauge.id})"), *map(str, (gauge.start, gauge.low, gauge.high, gauge.max)))
        for gauge in variant.gauges
    ]
    if rows:
        heads = (_("Gauge"), _("Start"), _("Lowest"), _("Highest"), _("Maximum"))
        yield table(heads, rows, right=frozenset({1, 2, 3, 4}))
