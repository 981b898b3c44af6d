"""`rolecall people`: whose sessions are kept, and what the law gives them: a copy, and erasure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simulator.cli.context import Context
from simulator.cli.verbs import Verb, VerbGroup
from simulator.words import _

if TYPE_CHECKING:
    from simulator.record import Record

people = VerbGroup(
    "people",
    verbs={
        "list": "simulator.cli.people:list_people",
        "export": "simulator.cli.people:export",
        "rename": "simulator.cli.people:rename",
        "erase": "simulator.cli.people:erase",
        "login": "simulator.cli.people:login",
    },
    help=_("The people whose sessions are kept: list, export, rename, erase; whose a server's logins are."),
    epilog=_("A person is named by name or staff number, or by the id that the list shows."),
)


@click.command("list", cls=Verb, help=_("List everybody who has recorded a session."))
@click.pass_obj
def list_people(context: Context) -> None:
    """Print names, ids and since when they are known."""
    from simulator.cli.tables import table
    from simulator.words import date

    with context.record_if_any() as record:
        if record is None:
            return
        found = record.people.list()
        logins = _logins(record)
    if not found:
        click.echo(_("Nobody has recorded a session yet."), err=True)
        return
    rows: list[tuple[str, ...]] = [
        (p.name or (_("erased") if p.erased else _("no name")), p.id, date(p.since.astimezone().date())) for p in found
    ]
    heads: tuple[str, ...] = (_("Name"), _("Id"), _("Since"))
    if logins:
        heads, rows = (*heads, _("Login")), [(*row, logins.get(row[1], "-")) for row in rows]
    click.echo(table(heads, rows))


def _logins(record: Record) -> dict[str, str]:
    """The logins of each person who has any, by id."""
    found: dict[str, str] = {}
    for name, person in sorted(record.people.logins().items()):
        found[person] = f"{found[person]}, {name}" if person in found else name
    return found


@click.command(cls=Verb, help=_("Write all that is kept about a person, as JSON Lines."))
@click.argument("name", metavar=_("NAME"))
@click.pass_obj
def export(context: Context, name: str) -> None:
    """Export one person's data to standard output."""
    from simulator.cli.lines import to_stdout

    with context.record(create=False) as record:
        to_stdout(record.people.export(name))


@click.command(cls=Verb, help=_("Give a person another name or staff number; their sessions stay theirs."))
@click.argument("name", metavar=_("NAME"))
@click.argument("new", metavar=_("NEW-NAME"))
@click.pass_obj
def rename(context: Context, name: str, new: str) -> None:
    """Mend one person's name."""
    with context.record(create=False) as record:
        record.people.rename(name, new)


@click.command(cls=Verb, help=_("Erase a person's name and typed texts; their sessions stay, without a name."))
@click.argument("name", metavar=_("NAME"))
@click.option("--yes", is_flag=True, help=_("Do not ask."))
@click.pass_obj
def erase(context: Context, name: str, yes: bool) -> None:
    """Erase one person."""
    from simulator.cli.naming import person
    from simulator.cli.questions import confirm
    from simulator.words import ngettext

    with context.record(create=False) as record:
        found = person(record, name)
        if not yes:
            confirm(_("Erase the name and the texts of “{name}” for good?").format(name=found.name or found.id))
        erased = record.people.erase(found.id)
    text = ngettext("Erased, with {count} text.", "Erased, with {count} texts.", erased.texts)
    click.echo(text.format(count=erased.texts))


@click.command(cls=Verb, help=_("Say whose a login of the PostgreSQL server is; a person who is new is made."))
@click.argument("name", metavar=_("NAME"))
@click.argument("login", metavar=_("LOGIN"))
@click.pass_obj
def login(context: Context, name: str, login: str) -> None:
    """Link a login to a person, and to nobody else."""
    from simulator.model.unseen import visible

    with context.record(create=False) as record:
        person = record.people.link(login, name)
        known = record.people.name(person) or person
    click.echo(visible(_("The login “{login}” is {name}'s.").format(login=login, name=known)))
