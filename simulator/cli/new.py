"""`rolecall new FILE`: a short call to start from, in a file of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simulator.cli.values import whole_number
from simulator.cli.verbs import Verb
from simulator.words import LANGUAGES, _

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    cls=Verb,
    help=_("Write a short call to start from, whole and explained. What the options do not say is asked."),
)
@click.argument("file", metavar=_("FILE"))
@click.option("--title", metavar=_("TEXT"), help=_("The title that the trainee sees."))
@click.option(
    "--role",
    metavar=_("WORD"),
    help=_("Who takes the call: reception, sales, technical support, collections, customer satisfaction, or another."),
)
@click.option("--language", type=click.Choice(LANGUAGES), help=_("The language of the call."))
@click.option("--level", type=whole_number(1, 3), metavar=_("NUMBER"), help=_("1 routine, 2 tense, 3 crisis."))
def new(file: str, title: str | None, role: str | None, language: str | None, level: int | None) -> None:
    """Write the call, and the schema by which editors explain it where neither its folder nor one above has it."""
    from simulator.cli.new_file import create, path_of, put_schema, schema_near
    from simulator.cli.new_head import ask

    path = path_of(file)
    spoken, head = ask(path.stem, title=title, role=role, language=language, level=level)
    from simulator.templates import new_call

    schema = schema_near(path.parent, spoken)
    create(path, new_call(spoken, head, schema))
    if schema is None:
        put_schema(path.parent, spoken)
    click.echo(str(path))
    _tell_what_is_next(path, spoken)


def _tell_what_is_next(path: Path, language: str) -> None:
    from simulator.cli.new_file import guide
    from simulator.cli.paths import typed
    from simulator.model.unseen import visible

    named = typed(path)
    for line in (
        _("A call to start from is written. Play it: rolecall play {file}"),
        _("See it change while you write: rolecall preview {file}"),
        _("The guide for authors: {guide}"),
    ):
        click.echo(line.format(file=named, guide=visible(str(guide(language)))), err=True)
