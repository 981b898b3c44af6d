"""`rolecall database`: what whoever looks after the database does with it as a whole."""

from __future__ import annotations

import click

from simulator.cli.context import Context
from simulator.cli.verbs import Verb, VerbGroup
from simulator.words import _

database = VerbGroup(
    "database",
    verbs={
        "upgrade": "simulator.cli.database:upgrade",
        "roles": "simulator.cli.database_roles:roles",
    },
    help=_("The database that sessions are kept in."),
)


@click.command(cls=Verb, help=_("Bring the database to this version of RoleCall."))
@click.pass_obj
def upgrade(context: Context) -> None:
    """Run the migrations that are missing."""
    from simulator.record import upgrade as run

    if run(context.database):
        click.echo(_("The database was brought up to date."))
    else:
        click.echo(_("The database is up to date already."))
