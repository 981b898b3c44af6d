"""`rolecall check PATH...`: everything that is wrong with scenario and rubric files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

import click

from simulator.cli.context import Context
from simulator.cli.exits import Exit
from simulator.cli.paths import refuse_missing, yaml_files
from simulator.cli.verbs import Verb
from simulator.words import _

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.checking import CheckedFile
    from simulator.library import Cache
    from simulator.model.message import Message


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
@click.pass_obj
def check(context: Context, path: tuple[str, ...], form: str, codes: str | None) -> int:
    """Print the diagnostics of every file as it is checked; the exit status says whether there is an error."""
    if codes is not None:
        from simulator.cli.explaining import explain

        return explain(codes, context)
    if not path:
        ctx = click.get_current_context()
        raise click.MissingParameter(ctx=ctx, param=ctx.command.params[0])
    from simulator.cli.check_output import print_json, print_text

    refuse_missing(path)
    checked = _with_shared_ids(_check(path))
    errors = print_json(checked) if form == "json" else print_text(checked, context, short_form=form == "short")
    return Exit.PROBLEM if errors else Exit.SUCCESS


def _check(paths: Iterable[str]) -> Iterator[CheckedFile]:
    for path, problem in yaml_files(paths):
        yield _check_file(path) if problem is None else _unusable(path, problem)


def _check_file(path: Path) -> CheckedFile:
    from simulator.checking import check_source
    from simulator.library import find_rubric, read_source

    try:
        return check_source(read_source(path), find_rubric(path, _rubrics()))
    except Exception as error:
        return _unreadable(path, error)


@cache
def _rubrics() -> Cache:
    """The rubrics that were read, so that the files of a folder share them."""
    from simulator.library import Cache

    return Cache()


def _unreadable(path: Path, error: Exception) -> CheckedFile:
    """A file that could not be read as a diagnostic of its own, so that the other files are still checked."""
    from simulator.checking import CheckedFile
    from simulator.cli.failures import as_refusal
    from simulator.model.source import SourceText

    found = tuple(getattr(error, "diagnostics", ()))
    if found:
        return CheckedFile(SourceText(str(path), ""), found)
    refusal = as_refusal(error)
    if refusal is None:
        raise error
    return _unusable(path, refusal.message)


def _unusable(path: Path, message: Message) -> CheckedFile:
    from simulator.checking import CheckedFile
    from simulator.model.diagnostic import Diagnostic, Severity
    from simulator.model.source import SourceText

    diagnostic = Diagnostic("E100", Severity.ERROR, message, file=str(path))
    return CheckedFile(SourceText(str(path), ""), (diagnostic,))


def _with_shared_ids(files: Iterable[CheckedFile]) -> Iterator[CheckedFile]:
    """Two calls with one id in one folder: the second is told."""
    from dataclasses import replace

    from simulator.checking import in_order, same_id

    known: dict[tuple[str, str], CheckedFile] = {}
    for file in files:
        if file.scenario is None:
            yield file
            continue
        key = (os.path.dirname(file.source.name), file.scenario.id)
        first = known.setdefault(key, file)
        shared = () if first is file or first.source.name == file.source.name else same_id(first, file)
        yield replace(file, diagnostics=in_order((*file.diagnostics, *shared))) if shared else file
