"""`rolecall check PATH...`: everything that is wrong with scenario and rubric files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from simulator.cli.exits import Exit
from simulator.words import _, ngettext

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.checking import CheckedFile


@click.command(help=_("Check scenario and rubric files; a folder is walked."))
@click.argument("path", nargs=-1, required=True, type=click.Path())
@click.option(
    "--format",
    "form",
    type=click.Choice(("full", "short", "json")),
    default="full",
    help=_("In full, one line each, or for programs."),
)
def check(path: tuple[str, ...], form: str) -> int:
    """Print the diagnostics of every file; the exit status says whether there is an error."""
    checked = list(_with_shared_ids(_check(path)))
    count = sum(len(file.diagnostics) for file in checked)
    errors = sum(d.severity == "error" for file in checked for d in file.diagnostics)
    _print(checked, form)
    if form != "json":
        _summary(len(checked), errors, count - errors)
    return Exit.PROBLEM if errors else Exit.SUCCESS


def _check(paths: tuple[str, ...]) -> Iterator[CheckedFile]:
    from simulator.checking import check_source
    from simulator.library import find_rubric, read_source

    for path in _files(paths):
        try:
            source = read_source(path)
        except Exception as error:
            yield _unreadable(path, error)
        else:
            yield check_source(source, find_rubric(path))


def _unreadable(path: Path, error: Exception) -> CheckedFile:
    """A file that could not be read as a diagnostic of its own, so that the other files are still checked."""
    from simulator.checking import CheckedFile
    from simulator.cli.failures import as_refusal
    from simulator.model.diagnostic import Diagnostic, Severity
    from simulator.model.source import SourceText

    found = tuple(getattr(error, "diagnostics", ()))
    if not found:
        refusal = as_refusal(error)
        if refusal is None:
            raise error
        found = (Diagnostic("E100", Severity.ERROR, refusal.message, file=str(path)),)
    return CheckedFile(SourceText(str(path), ""), found)


def _files(paths: tuple[str, ...]) -> Iterator[Path]:
    from pathlib import Path

    from simulator.cli.exits import Refused
    from simulator.library import walk
    from simulator.model.message import N_, Message

    for path in map(Path, paths):
        if not path.is_dir():
            yield path
            continue
        found = walk(path)
        if not found.files:
            text = N_("There is no YAML file in “{folder}”.")
            raise Refused(Message(text, {"folder": str(path)}), Exit.USAGE)
        yield from found.files


def _with_shared_ids(files: Iterator[CheckedFile]) -> Iterator[CheckedFile]:
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


def _print(checked: list[CheckedFile], form: str) -> None:
    import json

    from simulator.cli.diagnostics import as_json, full, short

    if form == "json":
        found = [as_json(d) for file in checked for d in file.diagnostics]
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    for file in checked:
        for diagnostic in file.diagnostics:
            click.echo(short(diagnostic) if form == "short" else full(diagnostic, file.source) + "\n")


def _summary(files: int, errors: int, warnings: int) -> None:
    counts = (
        ngettext("{count} file", "{count} files", files).format(count=files),
        ngettext("{count} error", "{count} errors", errors).format(count=errors),
        ngettext("{count} warning", "{count} warnings", warnings).format(count=warnings),
    )
    click.echo(
        _("{files}: {errors}, {warnings}.").format(files=counts[0], errors=counts[1], warnings=counts[2]), err=True
    )
