"""What choices cost: wherever blind clicking comes to them, and along the best call."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from simulator.cli.tables import table
from simulator.cli.wrapping import wrapped
from simulator.words import _, number, percent
from simulator.words.columns import columns_of
from simulator.words.labels import verdict_sign, verdict_word

if TYPE_CHECKING:
    from simulator.analysis import VariantAnalysis
    from simulator.analysis.report.decisions import ChoiceCost, StateDecisions
    from simulator.analysis.report.ideal import IdealStep
    from simulator.session.filling import Filling

WIDEST_VERDICT = 19
"""Columns for a verdict, so that the choices stand below each other; a longer one pushes its own line only."""

_TEXT = " " * 13
"""Before the words of a choice: as far in as the verdicts above them."""

_OFTEN = 1.05
"""Decisions that calls take in a state, above which it is said how many."""


def decisions(variant: VariantAnalysis, width: int) -> Iterator[str]:
    """Every state that blind clicking comes by, and what each choice costs there."""
    text = _("Decisions: how many blind calls come to each state, and what each choice costs those it is offered to")
    yield from wrapped(text, width)
    rows = [row for one in variant.by_state for row in _rows(one)]
    heads = (_("State and choice"), _("Calls"), _("On offer"), _("Cost"), _("Lowest"), _("Highest"))
    yield table(heads, rows, right=frozenset({1, 2, 3, 4, 5}))
    if any(choice.critical for one in variant.by_state for choice in one.choices):
        yield from wrapped(_("{sign}: a critical error").format(sign=verdict_sign("critical")), width)


def _rows(one: StateDecisions) -> Iterator[tuple[str, ...]]:
    times = _(" ({times} times)").format(times=number(one.times)) if one.times > _OFTEN else ""
    yield (f"{one.state}{times}", percent(one.share, 1), "", "", "", "")
    for choice in one.choices:
        yield _row(choice)


def _row(choice: ChoiceCost) -> tuple[str, ...]:
    sign = verdict_sign("critical") if choice.critical else " "
    differs = round(choice.low, 1) != round(choice.high, 1)
    return (
        f" {sign} {choice.choice}",
        "",
        percent(choice.offered) if round(choice.offered, 2) < 1 else "",
        number(choice.mean),
        number(choice.low) if differs else "",
        number(choice.high) if differs else "",
    )


def best_call(variant: VariantAnalysis, filling: Filling, width: int) -> Iterator[str]:
    """The best call, with the words and the price of everything on offer."""
    yield from wrapped(_("The best call, and what the other choices would have cost there"), width)
    for place, step in enumerate(variant.ideal, start=1):
        yield from _step(place, step, filling, width)


def _step(place: int, step: IdealStep, filling: Filling, width: int) -> Iterator[str]:
    yield f"{place}. {step.state}"
    for price in sorted(step.prices, key=lambda price: price.cost):
        sign = ">" if price.choice == step.choice else " "
        errors = f"[{', '.join(price.critical)}]" if price.critical else ""
        verdict = verdict_word(price.verdict)
        line = f"   {sign} {number(price.cost):>6}  {verdict:<{WIDEST_VERDICT}}  {price.choice}"
        beside = f"{line} {errors}".rstrip()
        if columns_of(beside) <= width:
            yield beside
        else:
            yield line
            yield from wrapped(errors, width, _TEXT)
        yield from wrapped(filling(price.text), width, _TEXT)
