"""`rolecall database`: what whoever looks after the database does with it as a whole."""

from __future__ import annotations

from pathlib import Path

import click

from simulator.cli.context import Context
from simulator.cli.verbs import Verb, VerbGroup
from simulator.words import _

database = VerbGroup(
    "database",
    verbs={
        "upgrade": "simulator.cli.database:upgrade",
        "check": "simulator.cli.database_check:check",
        "backup": "simulator.cli.database:backup",
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


@click.command(
    cls=Verb, help=_("Copy the database to a file, while it is used; for a server, print the line that does it.")
)
@click.argument("file", required=False, metavar=_("[FILE]"), type=click.Path(path_type=Path, dir_okay=False))
@click.pass_obj
def backup(context: Context, file: Path | None) -> None:
    """Make a copy that is whole, or say how."""
    from simulator.cli.exits import Exit, Refused
    from simulator.model.message import N_, Message
    from simulator.model.unseen import visible
    from simulator.record import backup as run
    from simulator.record import dump_command

    command = dump_command(context.database)
    if command is not None:
        click.echo(_("A server is copied with PostgreSQL's own program, as the owner of the tables:"), err=True)
        click.echo(visible(command))
        return
    if file is None:
        raise Refused(Message(N_("Name the file that the copy shall be: rolecall database backup FILE.")), Exit.USAGE)
    run(context.database, file.absolute())
    click.echo(_("Written to {file}.").format(file=visible(str(file))), err=True)
