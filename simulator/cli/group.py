"""`rolecall group`: what a group of trainees can do, and where it loses points."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.context import Context
from simulator.cli.values import whole_number
from simulator.cli.verbs import Verb
from simulator.words import _

if TYPE_CHECKING:
    from simulator.groups.gathering import Group

LATEST = 100
"""Reading decisions is most of what a group takes; of so many calls it is done within a second."""
LATEST_MAX = 100_000


@click.command(
    cls=Verb,
    help=_("What a group can do and where it loses points: criteria, pass rates, progress, decisions, choices."),
    epilog=_("Only calls that count are told: exams, and practice without help; of others what they shared."),
)
@click.option("--trainee", "who", multiple=True, metavar=_("NAME"), help=_("One of the group; may be repeated."))
@click.option(
    "--group",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar=_("FILE"),
    help=_("Only those of the trainees whose names are in a CSV or YAML file."),
)
@click.option("--scenario", metavar=_("ID"), help=_("Only one call."))
@click.option(
    "--latest",
    type=whole_number(1, LATEST_MAX),
    default=LATEST,
    metavar=_("NUMBER"),
    show_default=True,
    help=_("Read decisions from so many calls, the newest."),
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "csv")),
    default="text",
    help=_("For people, for programs, or one table."),
)
@click.option(
    "--table",
    type=click.Choice(("criteria", "calls", "decisions")),
    default="criteria",
    show_default=True,
    help=_("The table for --format csv."),
)
@click.pass_obj
def group(
    context: Context, who: tuple[str, ...], file: Path | None, scenario: str | None, latest: int, form: str, table: str
) -> None:
    """Print the figures of the trainees named, or of everybody."""
    found = _gathered(context, who, file, scenario, latest)
    if form == "text":
        from simulator.cli.group_text import lines
        from simulator.model.unseen import visible

        for line in lines(found, plain=bool(context.settings.plain.value)):
            click.echo(visible(line))
        return
    from simulator.cli.group_data import as_json, as_rows

    if form == "json":
        import json

        # On one line: of many people it is long, and laying it out takes a quarter of the time.
        click.echo(json.dumps(as_json(found), ensure_ascii=False))
    else:
        from simulator.cli.comma import rows_as_csv

        click.echo(rows_as_csv(as_rows(found, table)), nl=False)


def _gathered(context: Context, who: tuple[str, ...], file: Path | None, scenario: str | None, latest: int) -> Group:
    from simulator.cli.naming import person, viewer
    from simulator.cli.progress import ticker
    from simulator.cli.sessions_filters import ids_in
    from simulator.groups.gathering import Wanted, gather
    from simulator.words import language

    with context.record(create=False) as record:
        trainees = {person(record, one).id for one in who} | (ids_in(record, file) if file else frozenset())
        chosen = sorted(trainees) if who or file else None
        wanted = Wanted(chosen, viewer(record, context.settings.name.value), scenario, latest)
        tick = ticker(_("Reading call {done} of {all}…"))
        return gather(record, wanted, language(), context.library.cache, tick)
