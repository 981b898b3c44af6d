"""The options of `rolecall` itself: who plays, in which language, with which calls, and where it is kept."""

from __future__ import annotations

from functools import cache
from typing import Any

import click

from simulator.cli.context import Context
from simulator.words import LANGUAGES, _


def with_common(params: list[click.Parameter]) -> list[click.Parameter]:
    """`params` and `rolecall`'s own options, unseen in the help, where a command has no other use for the name."""
    taken = {option for param in params for option in param.opts}
    return params + [option for option in _behind_a_verb() if not taken.intersection(option.opts)]


def common_options(*, hidden: bool = False) -> list[click.Option]:
    """The options; each hands its value to the command's `Context` and not to the command."""
    shared: dict[str, Any] = {"expose_value": False, "callback": _keep, "hidden": hidden}
    return [
        click.Option(["--trainee", "name"], metavar=_("NAME"), help=_("Your name or staff number."), **shared),
        click.Option(
            ["--language"], type=click.Choice(LANGUAGES), help=_("The language of RoleCall itself."), **shared
        ),
        click.Option(
            ["--library"],
            metavar=_("FOLDER"),
            multiple=True,
            help=_("A folder with calls and rubrics of your own; may be given several times."),
            **shared,
        ),
        click.Option(
            ["--database"],
            metavar=_("FILE|URL"),
            help=_("Where sessions are kept: a file, or the URL of a database."),
            **shared,
        ),
        click.Option(
            ["--plain"],
            is_flag=True,
            default=None,
            help=_("Line by line, for screen readers, pipes and scripts."),
            **shared,
        ),
    ]


@cache
def _behind_a_verb() -> list[click.Option]:
    return common_options(hidden=True)


def _keep(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    context = ctx.ensure_object(Context)
    if value and param.name:
        context.give(param.name, value)
