"""`rolecall play SCENARIO`: one call, on screens or line by line."""

from __future__ import annotations

from typing import Any

import click

from simulator.cli.context import Context
from simulator.cli.exits import Exit
from simulator.cli.values import whole_number
from simulator.cli.verbs import Verb
from simulator.words import _


@click.command(cls=Verb, help=_("Take one call: SCENARIO is an id of the library, or a file."))
@click.argument("scenario", metavar=_("SCENARIO"))
@click.option("--mode", type=click.Choice(("guided", "practice", "exam")), help=_("How to practise it."))
@click.option("--plain", is_flag=True, default=None, help=_("Line by line, for screen readers, pipes and scripts."))
@click.option("--resume/--new", default=None, help=_("Go on with the call that was left, or start a new one."))
@click.option(
    "--seed", type=whole_number(0, 2**31 - 1), metavar=_("NUMBER"), help=_("The number that shuffles the choices.")
)
@click.option("--variant", metavar=_("ID"), help=_("The variant to play; otherwise the mode decides."))
@click.option("--silence/--no-silence", default=None, help=_("Whether silence counts, in practice."))
@click.option(
    "--say-first/--choices-first", default=None, help=_("Type what you would say before the choices appear, or not.")
)
@click.pass_obj
def play(context: Context, /, scenario: str, plain: bool | None, **wishes: Any) -> int:
    """Play one call in the front end that the settings and the terminal ask for."""
    from simulator.cli.front import run_plain, run_screens, speaks_plain, trainee_name
    from simulator.cli.wishes import wish_of

    lines = speaks_plain(context, plain)
    entry = None if lines or wishes["variant"] else context.library.find(scenario)
    if entry is not None and entry.known:
        # Its title is shown at once; the screens read the rest.
        run_screens(context, entry, wish_of(context, None, trainee_name(context, lines), **wishes))
        return Exit.SUCCESS
    loaded = context.library.load(scenario)
    wish = wish_of(context, loaded, trainee_name(context, lines), **wishes)
    if lines:
        return run_plain(context, loaded, wish, f'"{scenario}"' if " " in scenario else scenario)
    run_screens(context, loaded, wish)
    return Exit.SUCCESS
