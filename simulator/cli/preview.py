"""`rolecall preview FILE`: what the checker says of a call, and the call itself, beside the editor it is written in."""

from __future__ import annotations

import click

from simulator.cli.context import Context
from simulator.cli.exits import Exit
from simulator.cli.verbs import Verb
from simulator.words import _


@click.command(cls=Verb, help=_("Try a call while you write it: what is wrong with FILE, and the call as it is now."))
@click.argument("file", metavar=_("FILE"))
@click.option("--plain", is_flag=True, default=None, help=_("Line by line, for screen readers, pipes and scripts."))
@click.pass_obj
def preview(context: Context, file: str, plain: bool | None) -> int:
    """Follow a file in the front end that the settings and the terminal ask for. Nothing is recorded."""
    from pathlib import Path

    from simulator.cli.front import speaks_plain, system_user

    agent = context.settings.name.value or system_user()
    path = Path(file)
    if speaks_plain(context, plain):
        from simulator.plain.console import Console
        from simulator.plain.preview import PlainPreview

        return Exit.SUCCESS if PlainPreview(Console(), path, agent).run() else Exit.PROBLEM
    from simulator.session.wish import Wish
    from simulator.tui import firsts, run

    run(context.settings, context.library, context.database, Wish(agent), first=firsts.preview(path))
    return Exit.SUCCESS
