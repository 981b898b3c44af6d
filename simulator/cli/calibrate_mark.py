"""`rolecall calibrate mark`: the calls of a calibration, one after the other, and a level for each criterion."""

from __future__ import annotations

import click

from simulator.cli.context import Context
from simulator.cli.verbs import Verb
from simulator.words import _


@click.command(cls=Verb, help=_("Mark the calls of a calibration, line by line, by the rubric's own words."))
@click.argument("name", metavar=_("NAME"))
@click.pass_obj
def mark(context: Context, name: str) -> None:
    """Mark what is left to mark."""
    from simulator.cli.naming import myself
    from simulator.plain.console import Console
    from simulator.plain.marking import PlainMarking

    with context.record(create=False) as record:
        calibration = record.calibrations.find(name)
        by = myself(record, context.settings.name.value)
        console = Console()
        if PlainMarking(console, record, calibration, by, context.library.cache).run():
            text = _('You have marked everything. See how far you agree with: rolecall calibrate report "{name}"')
            console.tell(text.format(name=calibration.name))
