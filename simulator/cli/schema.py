"""`rolecall schema`: the JSON Schema of scenario and rubric files, by which editors complete and explain keys."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.alike import output_option
from simulator.cli.verbs import Verb
from simulator.words import _

if TYPE_CHECKING:
    from simulator.language.schema_json import Kind


@click.command(cls=Verb, help=_("Print the JSON Schema by which editors complete and explain the keys of a file."))
@click.option(
    "--kind",
    type=click.Choice(("scenario", "rubric")),
    default="scenario",
    help=_("The kind of file: a call, or a rubric."),
)
@output_option()
def schema(kind: Kind, output: Path | None) -> None:
    """Print the schema in the language in use, or write it to a file."""
    from simulator.cli.lines import deliver
    from simulator.language.schema_json import json_schema_text

    deliver([json_schema_text(kind, _).encode("utf-8")], output)
