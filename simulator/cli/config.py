"""`rolecall config`: each setting, and where it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from simulator.cli.context import Context
from simulator.cli.verbs import Verb
from simulator.words import _

if TYPE_CHECKING:
    from simulator.settings import Setting, Settings


@click.command(cls=Verb, help=_("Show each setting and where it came from."))
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help=_("For people, or for programs.")
)
@click.pass_obj
def config(context: Context, form: str) -> None:
    """Print the settings."""
    settings = context.settings
    rows = _rows(settings, context.database)
    if form == "json":
        _print_json(rows, settings)
    else:
        _print(rows, settings)
    _warn(settings)


def _rows(settings: Settings, database: str | None) -> list[tuple[str, Setting[Any]]]:
    """The settings under the names that a config.toml has for them."""
    from dataclasses import replace

    from simulator.settings import without_password

    return [
        ("name", settings.name),
        ("language", settings.language),
        ("plain", settings.plain),
        ("motion", settings.motion),
        ("theme", settings.theme),
        ("colour", settings.colour),
        ("time_factor", settings.time_factor),
        ("say_first", settings.say_first),
        ("bell", settings.bell),
        ("database", replace(settings.database, value=database and without_password(database))),
    ]


def _print(rows: list[tuple[str, Setting[Any]]], settings: Settings) -> None:
    from simulator.cli.tables import table
    from simulator.model.unseen import visible

    told = [(name, _value(name, setting.value), _source(setting)) for name, setting in rows]
    told += [("library", str(folder.value), _source(folder)) for folder in settings.library]
    if not settings.library:
        told.append(("library", "-", _("default")))
    click.echo(table((_("Setting"), _("Value"), _("Where from")), told))
    click.echo()
    click.echo(visible(_("Your file: {file}").format(file=settings.places.user_file)))
    click.echo(visible(_("This machine's file: {file}").format(file=settings.places.machine_file)))


def _print_json(rows: list[tuple[str, Setting[Any]]], settings: Settings) -> None:
    import json

    told: dict[str, Any] = {name: _as_json(setting) for name, setting in rows}
    told["library"] = [_as_json(folder) for folder in settings.library]
    click.echo(json.dumps(told, default=str, ensure_ascii=False, indent=2))


def _as_json(setting: Setting[Any]) -> dict[str, Any]:
    return {"value": setting.value, "source": setting.source, "ignored": list(setting.ignored)}


def _warn(settings: Settings) -> None:
    from simulator.cli.failures import tell
    from simulator.words import say

    for warning in settings.warnings:
        tell(say(warning))


def _value(name: str, value: object) -> str:
    """A value for a person."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if name == "time_factor" and isinstance(value, float):
        return f"{value:g}" if value else _("off")
    return "-" if value in (None, "") else str(value)


def _source(setting: Setting[Any]) -> str:
    from simulator.settings import Source

    words = {
        Source.DEFAULT: _("default"),
        Source.MACHINE: _("this machine's file"),
        Source.USER: _("your file"),
        Source.ENVIRONMENT: _("environment"),
        Source.OPTION: _("command line"),
        Source.LOCKED: _("this machine's file, locked"),
    }
    return words[setting.source]
