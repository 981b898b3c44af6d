"""`rolecall catalogue PATH…`: the calls of a folder on one page, with what each trains and whether it can be gamed."""

from __future__ import annotations

from pathlib import Path

import click

from simulator.cli.alike import jobs_option, output_option
from simulator.cli.exits import Exit
from simulator.cli.paths import refuse_missing, yaml_files
from simulator.cli.verbs import Verb
from simulator.words import _


@click.command(
    cls=Verb,
    help=_(
        "What each call of a folder tests, how long it is, and how those fare who know nothing: a page in Markdown."
    ),
)
@click.argument("path", nargs=-1, required=True, metavar=_("PATH…"))
@click.option(
    "--format",
    "form",
    type=click.Choice(("markdown", "json")),
    default="markdown",
    help=_("A page for people, or for programs."),
)
@jobs_option(_("How many files to check at the same time; as many as there are processors where it saves time."))
@output_option()
def catalogue(path: tuple[str, ...], form: str, jobs: int | None, output: Path | None) -> int:
    """Print the catalogue; calls that cannot be measured are named on standard error and left out."""
    from simulator.cli.catalogue_calls import calls_of
    from simulator.cli.lines import deliver

    refuse_missing(path)
    calls, faulty = calls_of([*yaml_files(path)], jobs)
    if form == "json":
        from simulator.cli.catalogue_page import as_json

        text = as_json(calls)
    else:
        from simulator.cli.catalogue_page import page

        text = page(calls)
    deliver([text.encode("utf-8")], output)
    return Exit.PROBLEM if faulty else Exit.SUCCESS
