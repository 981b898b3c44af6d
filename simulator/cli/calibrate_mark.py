"""`rolecall calibrate mark`: the calls of a calibration, one after the other, and a level for each criterion."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simulator.cli.context import Context
from simulator.cli.verbs import Verb
from simulator.words import _

if TYPE_CHECKING:
    from simulator.model.calibration import Calibration


@click.command(cls=Verb, help=_("Mark the calls of a calibration, by the rubric's own words."))
@click.argument("name", metavar=_("NAME"))
@click.pass_obj
def mark(context: Context, name: str) -> None:
    """Mark what is left to mark, in the front end that the settings and the terminal ask for."""
    from simulator.cli.front import speaks_plain
    from simulator.cli.naming import myself
    from simulator.plain.console import Console
    from simulator.plain.marking import PlainMarking

    lines = speaks_plain(context, None)
    with context.record(create=False) as record:
        calibration, by = record.calibrations.find(name), myself(record, context.settings.name.value)
        left = record.calibrations.to_mark(calibration, by)
        if lines:
            PlainMarking(Console(), record, calibration, by, context.library.cache).run()
    if left and not lines:
        _show(context, calibration)
    with context.record(create=False) as record:
        left = record.calibrations.to_mark(calibration, by)
    if not left:
        text = _('You have marked everything. See how far you agree with: rolecall calibrate report "{name}"')
        click.echo(text.format(name=calibration.name))


def _show(context: Context, calibration: Calibration) -> None:
    from simulator.cli.front import system_user
    from simulator.session.wish import Wish
    from simulator.tui import firsts, run

    wish = Wish(context.settings.name.value or system_user())
    run(context.settings, context.library, context.database, wish, first=firsts.marking(calibration.name))
