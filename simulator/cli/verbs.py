"""Commands and groups of commands: verbs are loaded when they are named, and `rolecall`'s own options go anywhere.

Starting must cost little: `--help` of one verb loads no other verb.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from simulator.cli.options import with_common
from simulator.words import _


class Verb(click.Command):
    """A command that takes `rolecall`'s own options as well, so that they may stand before or behind it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"options_metavar": _("[OPTIONS]"), **kwargs})

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """The command's own parameters, then `rolecall`'s."""
        return with_common(super().get_params(ctx))


class VerbGroup(click.Group):
    """Finds each verb in a module of its own: `verbs` maps a verb to `module:command`, in the order to list."""

    def __init__(self, *args: Any, verbs: Mapping[str, str], **kwargs: Any) -> None:
        named = {"options_metavar": _("[OPTIONS]"), "subcommand_metavar": _("COMMAND [ARGUMENTS]…")}
        super().__init__(*args, **{**named, **kwargs})
        self._verbs = verbs

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """The group's own options, then `rolecall`'s."""
        return with_common(super().get_params(ctx))

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        """The verbs in the order in which they are listed."""
        return list(self._verbs)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The verb's command, loaded now."""
        if cmd_name not in self._verbs:
            return None
        module, name = self._verbs[cmd_name].split(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the verbs with all that they say of themselves: a sentence that is cut off helps nobody."""
        commands = [(name, self.get_command(ctx, name)) for name in self._verbs]
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, command.help or "") for name, command in commands if command])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb; a misspelt one is told the nearest."""
        if args[0] not in self._verbs and not args[0].startswith("-"):
            from simulator.model.nearest import nearest

            text = _("There is no command “{name}”.")
            near = nearest(args[0], self._verbs)
            if near:
                text = _("There is no command “{name}”. Did you mean “{near}”?")
            ctx.fail(text.format(name=args[0][:80], near=near))
        return super().resolve_command(ctx, args)
