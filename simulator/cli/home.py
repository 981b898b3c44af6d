"""`rolecall` alone: the library, on screens or line by line."""

from __future__ import annotations

from simulator.cli.context import Context
from simulator.cli.exits import Exit


def home(context: Context) -> int:
    """Open the library in the front end that the settings and the terminal ask for."""
    from simulator.cli.front import run_plain, run_screens, speaks_plain, trainee_name
    from simulator.cli.wishes import wish_of

    lines = speaks_plain(context, None)
    wish = wish_of(context, None, trainee_name(context, lines))
    if lines:
        return run_plain(context, None, wish)
    run_screens(context, None, wish)
    return Exit.SUCCESS
