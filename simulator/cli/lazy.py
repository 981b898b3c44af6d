"""A group of commands whose verbs are loaded when they are named, so that starting costs little."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from simulator.words import _


class LazyGroup(click.Group):
    """Finds each verb in a module of its own: `verbs` maps a verb to `module:command`, in the order to list."""

    def __init__(self, *args: Any, verbs: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._verbs = verbs

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs in the order in which they are listed."""
        return [*self._verbs, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb's command, loaded now."""
        if cmd_name not in self._verbs:
            return super().get_command(ctx, cmd_name)
        module, name = self._verbs[cmd_name].split(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb; a misspelt one is told the nearest."""
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            from simulator.model.nearest import nearest

            close = nearest(args[0], self._verbs)
            text = _("There is no command “{name}”.").format(name=args[0])
            if close:
                text += " " + _("Did you mean “{name}”?").format(name=close)
            ctx.fail(text)
        return super().resolve_command(ctx, args)
