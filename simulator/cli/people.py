"""`rolecall people`: whose sessions are kept, and what the law gives them: a copy, and erasure."""

from __future__ import annotations

import sys

import click

from simulator.cli.context import Context
from simulator.cli.tables import table
from simulator.words import _, date, ngettext


@click.group(help=_("The people whose sessions are kept: list, export, erase."))
def people() -> None:
    """Only its verbs do something."""


@people.command("list", help=_("List everybody who has recorded a session."))
@click.pass_obj
def list_people(context: Context) -> None:
    """Print names, ids and since when they are known."""
    with context.record() as record:
        found = record.people.list()
    if not found:
        click.echo(_("Nobody has recorded a session yet."))
        return
    rows = [(p.name or (_("erased") if p.erased else _("no name")), p.id, date(p.since.date())) for p in found]
    click.echo(table((_("Name"), _("Id"), _("Since")), rows))


@people.command(help=_("Write all that is kept about a person, as JSON Lines."))
@click.argument("name")
@click.pass_obj
def export(context: Context, name: str) -> None:
    """Export one person's data to standard output."""
    with context.record(create=False) as record:
        sys.stdout.flush()
        for line in record.people.export(name):
            sys.stdout.buffer.write(line if line.endswith(b"\n") else line + b"\n")
        sys.stdout.buffer.flush()


@people.command(help=_("Erase a person's name and typed texts; their sessions stay, without a name."))
@click.argument("name")
@click.option("--yes", is_flag=True, help=_("Do not ask."))
@click.pass_obj
def erase(context: Context, name: str, yes: bool) -> None:
    """Erase one person."""
    if not yes:
        click.confirm(_("Erase the name and the texts of “{name}” for good?").format(name=name), abort=True, err=True)
    with context.record(create=False) as record:
        erased = record.people.erase(name)
    text = ngettext("Erased, with {count} text.", "Erased, with {count} texts.", erased.texts)
    click.echo(text.format(count=erased.texts))
