"""What `rolecall check` prints: each file's diagnostics as they are found, or one JSON document of all of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from simulator.cli.screen import colours, width
from simulator.words import _, ngettext
from simulator.words.diagnostics import as_json, full, short

if TYPE_CHECKING:
    from simulator.cli.checked_files import Told
    from simulator.cli.context import Context
    from simulator.model.diagnostic import Diagnostic


def print_text(checked: Iterable[Told], context: Context, *, short_form: bool) -> int:
    """Print diagnostics for people, and a sum of them on standard error; how many errors there are."""
    files = errors = warnings = allowed = 0
    first: dict[str, str] = {}
    room, coloured = width(), colours(context)
    for file in checked:
        files += 1
        allowed += len(file.allowed)
        for diagnostic in file.diagnostics:
            is_error = diagnostic.severity == "error"
            errors, warnings = errors + is_error, warnings + (not is_error)
            first.setdefault(diagnostic.severity, diagnostic.code)
            text = short(diagnostic) if short_form else full(diagnostic, file.source, room, colour=coloured) + "\n"
            click.echo(text, color=coloured)
    _sum_up(files, errors, warnings, allowed)
    if first and not short_form:
        _point_to_page(first.get("error") or first["warning"])
    return errors


def print_json(checked: Iterable[Told]) -> int:
    """Print diagnostics for programs, those that a file allows among them; how many errors there are."""
    import json

    found = [pair for file in checked for pair in _with_reasons(file)]
    values = [as_json(diagnostic, allowed=reason) for diagnostic, reason in found]
    click.echo(json.dumps(values, ensure_ascii=False, indent=2))
    return sum(diagnostic.severity == "error" for diagnostic, _reason in found)


def _with_reasons(file: Told) -> list[tuple[Diagnostic, str | None]]:
    """All there is to say of a file in the order of reading, what it allows with the reason that it gives."""
    told: list[tuple[Diagnostic, str | None]] = [(diagnostic, None) for diagnostic in file.diagnostics]
    told += [(allowed.diagnostic, allowed.reason) for allowed in file.allowed]
    return sorted(told, key=lambda pair: pair[0].sort_key)


def _sum_up(files: int, errors: int, warnings: int, allowed: int) -> None:
    text = _("{files}: {errors}, {warnings}, {allowed} allowed.") if allowed else _("{files}: {errors}, {warnings}.")
    told = text.format(
        files=ngettext("{count} file", "{count} files", files).format(count=files),
        errors=ngettext("{count} error", "{count} errors", errors).format(count=errors),
        warnings=ngettext("{count} warning", "{count} warnings", warnings).format(count=warnings),
        allowed=allowed,
    )
    click.echo(told, err=True)


def _point_to_page(code: str) -> None:
    """Say where there is more to read: once a run, and of the first code that matters most."""
    click.echo(_("More about {code}: `rolecall check --explain {code}`.").format(code=code), err=True)
