"""`rolecall report`: one trainee or a group as a page to print, or as figures for programs."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from simulator.cli.context import Context
from simulator.cli.values import day
from simulator.cli.verbs import Verb
from simulator.words import _


@click.command(
    cls=Verb, help=_("A page to read and print on one trainee: calls, results, criteria, what to learn next.")
)
@click.option("--trainee", "who", metavar=_("NAME"), help=_("Whom the report is on; you where nobody is named."))
@click.option("--since", type=day, metavar=_("DAY"), help=_("Only from this day on (2026-09-01)."))
@click.option("--until", type=day, metavar=_("DAY"), help=_("Only before this day (2026-12-01)."))
@click.option(
    "--output",
    "-o",
    metavar=_("FILE"),
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("The file to write."),
)
@click.pass_obj
def report(
    context: Context, who: str | None, since: datetime | None, until: datetime | None, output: Path | None
) -> None:
    """Write the page."""
    from simulator.cli.front import system_user
    from simulator.cli.lines import deliver
    from simulator.cli.naming import person, viewer
    from simulator.cli.progress import ticker
    from simulator.report.gathering import Wanted, gather
    from simulator.report.trainee_page import page
    from simulator.words import language

    name = context.settings.name.value
    with context.record(create=False) as record:
        wanted = Wanted(viewer(record, name), language(), since, until)
        trainee = person(record, who or name or system_user())
        tick = ticker(_("Reading call {done} of {all}…"))
        found = gather(record, context.library, trainee, wanted, tick)
    deliver([page(found, datetime.now().astimezone().date()).encode("utf-8")], output)
