"""`rolecall report`: one trainee as a page to print, or an attestation for their training file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.context import Context
from simulator.cli.exits import Exit, Refused
from simulator.cli.values import day
from simulator.cli.verbs import Verb
from simulator.model.message import N_, Message
from simulator.words import _

if TYPE_CHECKING:
    from simulator.record import Record
    from simulator.report.gathering import Gathered


@click.command(
    cls=Verb, help=_("A page to read and print on one trainee: calls, results, criteria, what to learn next.")
)
@click.option("--trainee", "who", metavar=_("NAME"), help=_("Whom the report is on; you where nobody is named."))
@click.option("--since", type=day, metavar=_("DAY"), help=_("Only from this day on (2026-09-01)."))
@click.option("--until", type=day, metavar=_("DAY"), help=_("Only before this day (2026-12-01)."))
@click.option("--attestation", is_flag=True, help=_("A certificate of training to sign, not a report."))
@click.option("--organisation", metavar=_("NAME"), default="", help=_("Who certifies; a blank where not given."))
@click.option(
    "--action", metavar=_("TITLE"), default="", help=_("What the training is called; a blank where not given.")
)
@click.option("--place", metavar=_("PLACE"), default="", help=_("Where it is signed; a blank where not given."))
@click.option("--signatory", metavar=_("NAME"), default="", help=_("Who signs; a blank where not given."))
@click.option(
    "--output",
    "-o",
    metavar=_("FILE"),
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("The file to write."),
)
@click.pass_obj
def report(
    context: Context,
    /,
    who: str | None,
    since: datetime | None,
    until: datetime | None,
    attestation: bool,
    output: Path | None,
    **known: str,
) -> None:
    """Write the page."""
    from simulator.cli.lines import deliver

    if any(known.values()) and not attestation:
        text = N_("--organisation, --action, --place and --signatory go with --attestation.")
        raise Refused(Message(text), Exit.USAGE)
    with context.record(create=False) as record:
        found = _gathered(context, record, who, since, until)
        page = _attestation(record, found, known) if attestation else _report(found)
    deliver([page.encode("utf-8")], output)


def _gathered(
    context: Context, record: Record, who: str | None, since: datetime | None, until: datetime | None
) -> Gathered:
    """What is known of the trainee."""
    from simulator.cli.front import system_user
    from simulator.cli.naming import person, viewer
    from simulator.cli.progress import ticker
    from simulator.report.gathering import Wanted, gather
    from simulator.words import language

    name = context.settings.name.value
    wanted = Wanted(viewer(record, name), language(), since, until)
    trainee = person(record, who or name or system_user())
    return gather(record, context.library, trainee, wanted, ticker(_("Reading call {done} of {all}…")))


def _report(found: Gathered) -> str:
    from simulator.report.trainee_page import page

    return page(found, datetime.now().astimezone().date())


def _attestation(record: Record, found: Gathered, known: dict[str, str]) -> str:
    from simulator.report.attestation_page import Known, page

    codes = record.codes([summary.session for summary in found.figures.sessions])
    return page(found, codes, Known(**known), datetime.now().astimezone().date())
