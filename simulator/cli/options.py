"""The options of `rolecall` itself: who plays, in which language, with which calls, and where it is kept."""

from __future__ import annotations

from functools import cache
from typing import Any

import click

from simulator.cli.context import Context
from simulator.words import LANGUAGES, _

_OURS = "rolecall_"
"""In front of the names by which click knows these options: a verb's own parameters have others."""


def with_common(params: list[click.Parameter]) -> list[click.Parameter]:
    """`params` and `rolecall`'s own options, unseen in the help, where a command has no other use for the name."""
    taken = {option for param in params for option in param.opts}
    return params + [option for option in _behind_a_verb() if not taken.intersection(option.opts)]


def common_options(*, hidden: bool = False) -> list[click.Option]:
    """The options; each hands its value to the command's `Context` and not to the command."""

    def option(name: str, setting: str, **more: Any) -> click.Option:
        return click.Option([name, _OURS + setting], expose_value=False, callback=_keep, hidden=hidden, **more)

    return [
        option("--trainee", "name", metavar=_("NAME"), help=_("Your name or staff number.")),
        option("--language", "language", type=click.Choice(LANGUAGES), help=_("The language of RoleCall itself.")),
        option(
            "--library",
            "library",
            metavar=_("FOLDER"),
            multiple=True,
            help=_("A folder with calls and rubrics of your own; may be given several times."),
        ),
        option(
            "--database",
            "database",
            metavar=_("FILE|URL"),
            help=_("Where sessions are kept: a file, or the URL of a database."),
        ),
        option(
            "--plain",
            "plain",
            is_flag=True,
            default=None,
            help=_("Line by line, for screen readers, pipes and scripts."),
        ),
    ]


@cache
def _behind_a_verb() -> list[click.Option]:
    return common_options(hidden=True)


def _keep(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    context = ctx.ensure_object(Context)
    if value and param.name:
        context.give(param.name.removeprefix(_OURS), value)
