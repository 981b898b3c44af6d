"""`rolecall calibrate new` and `list`: which calls are marked, and who has got how far."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simulator.cli.context import Context
from simulator.cli.verbs import Verb
from simulator.words import _, ngettext

if TYPE_CHECKING:
    from simulator.model.calibration import Calibration
    from simulator.record import Record


@click.command(cls=Verb, help=_("Put calls before reviewers: exams, and practice that was shared."))
@click.argument("name", metavar=_("NAME"))
@click.argument("session", nargs=-1, required=True, metavar=_("SESSION…"))
@click.pass_obj
def new(context: Context, name: str, session: tuple[str, ...]) -> None:
    """Make a calibration of the sessions named."""
    from simulator.cli.naming import myself, seen
    from simulator.session import new_calibration

    own = context.settings.name.value
    with context.record(create=False) as record:
        chosen = seen(record, own, session)
        made = new_calibration(record, name, chosen, myself(record, own), cache=context.library.cache)
    calls = len(made.sessions)
    text = ngettext(
        '“{name}” is made, with {count} call. Each reviewer marks it with: rolecall calibrate mark "{name}"',
        '“{name}” is made, with {count} calls. Each reviewer marks them with: rolecall calibrate mark "{name}"',
        calls,
    )
    click.echo(text.format(name=made.name, count=calls))


@click.command("list", cls=Verb, help=_("List the calibrations, the newest first, and how far they have got."))
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help=_("For people, or for programs.")
)
@click.pass_obj
def list_calibrations(context: Context, form: str) -> None:
    """Print every calibration with how many reviewers have marked all of it."""
    import json

    from simulator.cli.naming import viewer
    from simulator.cli.tables import table

    with context.record_if_any() as record:
        found = () if record is None else record.calibrations.list()
        own = "" if record is None else viewer(record, context.settings.name.value)
        rows = [] if record is None else [_row(record, one, own) for one in found]
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    elif rows:
        heads = (_("Name"), _("Made on"), _("Calls"), _("Reviewers done"), _("Marked by you"))
        click.echo(table(heads, [_cells(one, row) for one, row in zip(found, rows, strict=True)], right=frozenset({2})))
    else:
        click.echo(_("There is no calibration yet. “rolecall calibrate new” makes one."), err=True)


def _row(record: Record, one: Calibration, own: str) -> dict[str, object]:
    progress = record.calibrations.progress(one)
    return {
        "name": one.name,
        "made": one.at.isoformat(),
        "sessions": list(one.sessions),
        "criteria": list(one.criteria),
        "reviewers": len(progress),
        "done": sum(calls == len(one.sessions) for calls in progress.values()),
        "marked": progress.get(own, 0),
    }


def _cells(one: Calibration, row: dict[str, object]) -> tuple[str, ...]:
    from simulator.words import date

    of = _("{number} of {total}")
    return (
        one.name,
        date(one.at.astimezone().date(), short=True),
        str(len(one.sessions)),
        of.format(number=row["done"], total=row["reviewers"]),
        of.format(number=row["marked"], total=len(one.sessions)),
    )
