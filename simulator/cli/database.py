"""`rolecall database`: bringing a server's database to this version."""

from __future__ import annotations

import click

from simulator.cli.context import Context
from simulator.words import _


@click.group(help=_("The database that sessions are kept in."))
def database() -> None:
    """Only its verbs do something."""


@database.command(help=_("Bring the database to this version of RoleCall."))
@click.pass_obj
def upgrade(context: Context) -> None:
    """Run the migrations that are missing."""
    from simulator.record import upgrade as run

    click.echo(
        _("The database was brought up to date.") if run(context.database) else _("The database is up to date already.")
    )
