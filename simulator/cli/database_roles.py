"""`rolecall database roles`: what trainees and trainers may do on a server, as rules that it keeps itself."""

from __future__ import annotations

import click

from simulator.cli.context import Context
from simulator.cli.verbs import Verb
from simulator.record import TRAINEE_ROLE, TRAINER_ROLE
from simulator.words import _


@click.command(
    cls=Verb,
    help=_("Print the SQL of the trainee's and the trainer's role on a PostgreSQL server, or apply it."),
    epilog=_(
        "To be run by the owner of the tables, again after each upgrade. Then make a login for each person, such as "
        "“CREATE ROLE ana LOGIN PASSWORD '…' IN ROLE rolecall_trainee”, and say whose it is: “rolecall people login "
        "NAME ana”."
    ),
)
@click.option("--apply", "now", is_flag=True, help=_("Run it on the database instead of printing it."))
@click.option(
    "--trainee-role", "trainee", default=TRAINEE_ROLE, show_default=True, metavar=_("NAME"), help=_("Trainees' role.")
)
@click.option(
    "--trainer-role", "trainer", default=TRAINER_ROLE, show_default=True, metavar=_("NAME"), help=_("Trainers' role.")
)
@click.pass_obj
def roles(context: Context, now: bool, trainee: str, trainer: str) -> None:
    """Print or run the statements."""
    from simulator.record import apply_roles, role_statements

    if now:
        apply_roles(context.database, trainee=trainee, trainer=trainer)
        click.echo(_("The roles and their rules are in force."))
        return
    click.echo("BEGIN;")
    for statement in role_statements(trainee=trainee, trainer=trainer):
        click.echo(f"{statement};")
    click.echo("COMMIT;")
