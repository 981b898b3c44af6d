"""What `rolecall check` prints: each file's diagnostics as they are found, or one JSON document of all of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from simulator.cli.diagnostics import as_json, full, short
from simulator.cli.screen import colours, width
from simulator.words import _, ngettext

if TYPE_CHECKING:
    from simulator.checking import CheckedFile
    from simulator.cli.context import Context


def print_text(checked: Iterable[CheckedFile], context: Context, *, short_form: bool) -> int:
    """Print diagnostics for people, and a sum of them on standard error; how many errors there are."""
    files = errors = warnings = 0
    room, coloured = width(), colours(context)
    for file in checked:
        files += 1
        for diagnostic in file.diagnostics:
            is_error = diagnostic.severity == "error"
            errors, warnings = errors + is_error, warnings + (not is_error)
            text = short(diagnostic) if short_form else full(diagnostic, file.source, room, colour=coloured) + "\n"
            click.echo(text, color=coloured)
    _sum_up(files, errors, warnings)
    return errors


def print_json(checked: Iterable[CheckedFile]) -> int:
    """Print diagnostics for programs; how many errors there are."""
    import json

    found = [diagnostic for file in checked for diagnostic in file.diagnostics]
    click.echo(json.dumps([as_json(diagnostic) for diagnostic in found], ensure_ascii=False, indent=2))
    return sum(diagnostic.severity == "error" for diagnostic in found)


def _sum_up(files: int, errors: int, warnings: int) -> None:
    text = _("{files}: {errors}, {warnings}.").format(
        files=ngettext("{count} file", "{count} files", files).format(count=files),
        errors=ngettext("{count} error", "{count} errors", errors).format(count=errors),
        warnings=ngettext("{count} warning", "{count} warnings", warnings).format(count=warnings),
    )
    click.echo(text, err=True)
