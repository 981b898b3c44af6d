"""`rolecall config`: each setting, and where it came from."""

from __future__ import annotations

import json
from typing import Any

import click

from simulator.cli.context import Context
from simulator.cli.tables import table
from simulator.settings import Setting, Settings, Source, without_password
from simulator.words import _, say


@click.command(help=_("Show each setting and where it came from."))
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help=_("For people, or for programs.")
)
@click.pass_obj
def config(context: Context, form: str) -> None:
    """Print the settings."""
    settings = context.settings
    rows = _rows(settings, context.database)
    if form == "json":
        click.echo(
            json.dumps({name: {"value": s.value, "source": s.source} for name, s in rows}, default=str, indent=2)
        )
        return
    heads = (_("Setting"), _("Value"), _("Where from"))
    click.echo(table(heads, [(name, _value(s.value), _source(s)) for name, s in rows]))
    click.echo()
    click.echo(_("Your file: {file}").format(file=settings.places.user_file))
    click.echo(_("This machine's file: {file}").format(file=settings.places.machine_file))
    for warning in settings.warnings:
        click.echo(say(warning), err=True)


def _rows(settings: Settings, database: str | None) -> list[tuple[str, Setting[Any]]]:
    place = settings.database
    kept = Setting(without_password(database or ""), place.source, place.ignored)
    rows: list[tuple[str, Setting[Any]]] = [
        ("name", settings.name),
        ("language", settings.language),
        ("plain", settings.plain),
        ("motion", settings.motion),
        ("theme", settings.theme),
        ("colour", settings.colour),
        ("time_factor", settings.time_factor),
        ("database", kept),
    ]
    return rows + [("library", folder) for folder in settings.library]


def _value(value: object) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return "-" if value in (None, "") else str(value)


def _source(setting: Setting[Any]) -> str:
    words = {
        Source.DEFAULT: _("default"),
        Source.MACHINE: _("this machine's file"),
        Source.USER: _("your file"),
        Source.ENVIRONMENT: _("environment"),
        Source.OPTION: _("command line"),
        Source.LOCKED: _("this machine's file, locked"),
    }
    return words[setting.source]
