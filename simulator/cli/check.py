"""`rolecall check PATH...`: everything that is wrong with scenario and rubric files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from simulator.cli.alike import jobs_option
from simulator.cli.context import Context
from simulator.cli.exits import Exit
from simulator.cli.paths import refuse_missing, yaml_files
from simulator.cli.verbs import Verb
from simulator.words import _

if TYPE_CHECKING:
    from simulator.cli.checked_files import Told


@click.command(cls=Verb, help=_("Check scenario and rubric files; a folder is walked."))
@click.argument("path", nargs=-1, metavar=_("PATH…"))
@click.option(
    "--explain",
    "codes",
    metavar=_("CODE,…"),
    help=_("Explain a code, such as W401, or several, such as E105,E301, or list all; check nothing."),
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("full", "short", "json")),
    default="full",
    help=_("In full, one line each, or for programs."),
)
@jobs_option(_("How many files to check at the same time; as many as there are processors where it saves time."))
@click.pass_obj
def check(context: Context, path: tuple[str, ...], form: str, codes: str | None, jobs: int | None) -> int:
    """Print the diagnostics of every file as it is checked; the exit status says whether there is an error."""
    if codes is not None:
        from simulator.cli.explaining import explain

        return explain(codes, context)
    if not path:
        ctx = click.get_current_context()
        raise click.MissingParameter(ctx=ctx, param=ctx.command.params[0])
    from simulator.cli.check_output import print_json, print_text

    refuse_missing(path)
    checked = _with_shared_ids(_check(path, jobs))
    errors = print_json(checked) if form == "json" else print_text(checked, context, short_form=form == "short")
    return Exit.PROBLEM if errors else Exit.SUCCESS


def _check(paths: Iterable[str], jobs: int | None) -> Iterator[Told]:
    from simulator.cli.check_jobs import told_of
    from simulator.cli.checked_files import unusable

    found = [*yaml_files(paths)]
    told = told_of([path for path, problem in found if problem is None], jobs)
    for path, problem in found:
        yield next(told) if problem is None else unusable(path, problem)


def _with_shared_ids(files: Iterable[Told]) -> Iterator[Told]:
    """Two calls with one id in one folder: the second is told."""
    from dataclasses import replace

    from simulator.checking import in_order, same_id

    known: dict[tuple[str, str], Told] = {}
    for file in files:
        if file.named is None:
            yield file
            continue
        first = known.setdefault((os.path.dirname(file.source.name), file.named.id), file)
        if first.source.name == file.source.name:
            yield file
        else:
            shared = same_id(file.named.id, file.named.span, file.source, first.source)
            yield replace(file, diagnostics=in_order((*file.diagnostics, shared)))
