"""`rolecall calibrate report`: how far the reviewers agree on each criterion, and where they are in dispute."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from simulator.cli.context import Context
from simulator.cli.verbs import Verb
from simulator.words import _, language

if TYPE_CHECKING:
    from scoring.sampling import Estimate
    from simulator.session import CalibrationReport, CriterionAgreed


@click.command(cls=Verb, help=_("How far reviewers agree on each criterion, and the marks in dispute side by side."))
@click.argument("name", metavar=_("NAME"))
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "csv")),
    default="text",
    help=_("For people, for programs, or as a table of the criteria."),
)
@click.pass_obj
def report(context: Context, name: str, form: str) -> None:
    """Print what came of a calibration, to who has marked all of it."""
    from simulator.cli.naming import viewer
    from simulator.session import calibration_report

    with context.record(create=False) as record:
        calibration, own = record.calibrations.find(name), viewer(record, context.settings.name.value)
        found = calibration_report(record, calibration, own, language(), cache=context.library.cache)
    if form == "json":
        import json

        click.echo(json.dumps(_plain(found), ensure_ascii=False, indent=2))
    elif form == "csv":
        from simulator.cli.comma import rows_as_csv

        click.echo(rows_as_csv([_flat(one) for one in found.criteria]), nl=False)
    else:
        from simulator.model.unseen import visible

        for line in _lines(found, plain=bool(context.settings.plain.value)):
            click.echo(visible(line))


def _lines(found: CalibrationReport, *, plain: bool) -> Iterator[str]:
    from simulator.plain.calibration import agreement_lines, dispute_lines, head_line, reading_lines

    yield head_line(found)
    yield ""
    yield from agreement_lines(found) if plain else _table(found).split("\n")
    yield ""
    yield from reading_lines(found)
    yield ""
    yield from dispute_lines(found)


def _table(found: CalibrationReport) -> str:
    from simulator.cli.tables import table
    from simulator.plain.calibration import coefficient, figure_words, share_words

    name = _("Kappa") if len(found.reviewers) == 2 else _("Alpha")
    rows = [
        (one.label, str(one.agreement.calls), share_words(one.agreement.within_one), figure_words(coefficient(one)))
        for one in found.criteria
    ]
    return table((_("Criterion"), _("Calls"), _("Within one level"), name), rows, right=frozenset({1}))


def _plain(found: CalibrationReport) -> dict[str, Any]:
    return {
        "name": found.name,
        "reviewers": [{"id": one.id, "name": one.name, "calls": one.calls} for one in found.reviewers],
        "criteria": [_criterion(one) for one in found.criteria],
        "calls": [
            {
                "session": call.session,
                "title": call.title,
                "marks": {name: list(marks) for name, marks in call.marks.items()},
                "machine": dict(call.machine),
            }
            for call in found.calls
        ],
        "disputes": [
            {
                "session": one.session,
                "criterion": one.criterion,
                "marks": list(one.marks),
                "machine": one.machine,
                "decisions": [{"number": d.number, "text": d.text, "lost": d.lost} for d in one.decisions],
            }
            for one in found.disputes
        ],
    }


def _criterion(one: CriterionAgreed) -> dict[str, Any]:
    figures = one.agreement
    return {
        "criterion": one.id,
        "label": one.label,
        "reviewers": figures.reviewers,
        "calls": figures.calls,
        **{name: _estimate(getattr(figures, name)) for name in _FIGURES},
    }


def _flat(one: CriterionAgreed) -> dict[str, object]:
    """A criterion as a row: each figure with its interval in columns of their own."""
    row = {name: value for name, value in _criterion(one).items() if name not in _FIGURES}
    for name in _FIGURES:
        found: Estimate | None = getattr(one.agreement, name)
        row[name] = None if found is None else found.value
        low, high = (None, None) if found is None or found.interval is None else found.interval
        row |= {f"{name}_low": low, f"{name}_high": high}
    return row


_FIGURES = ("within_one", "kappa", "linear_kappa", "alpha")


def _estimate(found: Estimate | None) -> dict[str, float | None] | None:
    if found is None:
        return None
    low, high = (None, None) if found.interval is None else found.interval
    return {"value": found.value, "low": low, "high": high}
