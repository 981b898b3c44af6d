"""`rolecall sessions share`: from now on trainers may see a session."""

from __future__ import annotations

import click

from simulator.cli.context import Context
from simulator.cli.verbs import Verb
from simulator.words import _


@click.command(
    cls=Verb,
    help=_("Let trainers see practice sessions of yours; until then they are private. This cannot be taken back."),
)
@click.argument("session", nargs=-1, required=True, metavar=_("SESSION…"))
@click.pass_obj
def share(context: Context, session: tuple[str, ...]) -> None:
    """Share the sessions named, one's own alone."""
    from simulator.cli.naming import sessions, viewer

    with context.record(create=False) as record:
        own = viewer(record, context.settings.name.value)
        for one in sessions(record, session):
            code = record.share(one, trainee=own)
            click.echo(_("Shared: {session}. Code of this record: {code}.").format(session=one, code=code))
