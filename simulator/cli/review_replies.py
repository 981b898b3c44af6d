"""`rolecall review acknowledge` and `dispute`: what a trainee says of the review of their own session."""

from __future__ import annotations

import click

from simulator.cli.context import Context
from simulator.cli.reviewing import write
from simulator.cli.verbs import Verb
from simulator.words import _


@click.command(cls=Verb, help=_("Say, as its trainee, that you have read the review of your session."))
@click.argument("session", metavar=_("SESSION"))
@click.argument("text", metavar=_("[TEXT]"), default="")
@click.pass_obj
def acknowledge(context: Context, session: str, text: str) -> None:
    """Write that the review was read."""
    from simulator.session.review_writing import acknowledge as keep

    write(context, session, lambda record, named, by: keep(record, named, by, text))


@click.command(cls=Verb, help=_("Say, as its trainee, with what in the review of your session you do not agree."))
@click.argument("session", metavar=_("SESSION"))
@click.argument("text", metavar=_("TEXT"))
@click.pass_obj
def dispute(context: Context, session: str, text: str) -> None:
    """Write a dispute."""
    from simulator.session.review_writing import dispute as keep

    write(context, session, lambda record, named, by: keep(record, named, by, text))
