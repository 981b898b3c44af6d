"""`rolecall review` alone: the table of sessions on the screen; line by line it is the list of `rolecall sessions`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.cli.context import Context


def open_table(context: Context) -> None:
    """Open the table in the front end that the settings and the terminal ask for."""
    from simulator.cli.front import speaks_plain, trainee_name

    if speaks_plain(context, None):
        import click

        from simulator.cli.sessions_list import list_sessions

        click.get_current_context().invoke(list_sessions)
        return
    from simulator.session.wish import Wish
    from simulator.tui import firsts, run

    context.make_home()
    run(
        context.settings, context.library, context.database, Wish(trainee_name(context, False)), first=firsts.sessions()
    )
