"""`rolecall calibrate export` and `import`: a calibration passed around as a file, for reviewers elsewhere and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.alike import output_option
from simulator.cli.context import Context
from simulator.cli.exits import Exit
from simulator.cli.verbs import Verb
from simulator.words import _, ngettext, say

if TYPE_CHECKING:
    from simulator.record import CalibrationReport


@click.command(
    cls=Verb,
    help=_("Write a calibration as JSON Lines: its calls, and the marks that you may see."),
    epilog=_(
        "Those are your own marks, and everybody's once you have marked every call. Whoever opens the file in an "
        "editor sees the marks and the scores in it; “rolecall calibrate import” goes on hiding them."
    ),
)
@click.argument("name", metavar=_("NAME"))
@output_option()
@click.option("--names/--no-names", default=True, help=_("With names and typed texts, or without."))
@click.pass_obj
def export(context: Context, name: str, output: Path | None, names: bool) -> None:
    """Export the calibration named."""
    from simulator.cli.lines import deliver
    from simulator.cli.naming import viewer

    with context.record(create=False) as record:
        calibration = record.calibrations.find(name)
        own = viewer(record, context.settings.name.value)
        deliver(record.calibrations.export(calibration, own, people=names), output)


@click.command(
    "import",
    cls=Verb,
    help=_("Read calibrations from JSON Lines files, with their calls and marks; the same file may be read twice."),
)
@click.argument(
    "file", nargs=-1, required=True, metavar=_("FILE…"), type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
@click.pass_obj
def import_calibrations(context: Context, file: tuple[Path, ...]) -> int:
    """Import files and say what came of it."""
    refused = False
    with context.record() as record:
        for path in file:
            with path.open("rb") as lines:
                report = record.calibrations.import_(lines)
            _tell(path, report)
            refused = refused or bool(report.refused or report.sessions.refused)
    return Exit.PROBLEM if refused else Exit.SUCCESS


def _tell(path: Path, report: CalibrationReport) -> None:
    from simulator.model.unseen import visible

    added, calls = len(report.added), len(report.sessions.added) + len(report.sessions.extended)
    text = _("{file}: {calibrations}, {calls}, {marks}.").format(
        file=visible(str(path)),
        calibrations=ngettext("{count} calibration added", "{count} calibrations added", added).format(count=added),
        calls=ngettext("{count} new call", "{count} new calls", calls).format(count=calls),
        marks=ngettext("marks of {count} call", "marks of {count} calls", report.marked).format(count=report.marked),
    )
    click.echo(text)
    for message in (*report.sessions.refused, *report.refused):
        click.echo(visible(f"{path}: {say(message)}"), err=True)
