"""`rolecall diff OLD NEW`: what changed in meaning between two forms of a call.

Its exit status is that of `diff`: 0 where nothing changed, 1 where something did, 2 where the two could not be
compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simulator.cli.context import Context
from simulator.cli.exits import Exit, Refused
from simulator.cli.verbs import Verb
from simulator.words import _

if TYPE_CHECKING:
    from simulator.analysis.diff.difference import Difference
    from simulator.library import Loaded
    from simulator.session.comparing import Replays


@click.command(
    cls=Verb,
    help=_(
        "What changed in meaning between two forms of a call, each a file or an id: what is written, where calls end."
    ),
    epilog=_("The exit status is 0 where nothing changed in meaning, 1 where something did, 2 for any trouble."),
)
@click.argument("old", metavar=_("OLD"))
@click.argument("new", metavar=_("NEW"))
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help=_("For people, or for programs.")
)
@click.pass_obj
def diff(context: Context, old: str, new: str, form: str) -> int:
    """Print the difference; the exit status says whether there is one."""
    rubric, found, replays = _compared(context, old, new)
    if form == "json":
        _print_json(found, replays)
    else:
        from simulator.cli.diff_text import Told
        from simulator.cli.screen import width

        for line in Told(rubric, width()).lines(found, replays):
            click.echo(line)
    return Exit.SUCCESS if found.same else Exit.PROBLEM


def _compared(context: Context, old: str, new: str) -> tuple[str, Difference, Replays | None]:
    """The new call's rubric, the difference, and what becomes of what was recorded.

    Raises Refused for any trouble, with another exit status than that of a difference.
    """
    from simulator.cli.failures import as_refusal

    try:
        from simulator.analysis.diff.difference import difference
        from simulator.analysis.diff.sides import Form
        from simulator.cli.measured import load

        before, after = load(context, old), load(context, new)
        found = difference(Form(before.scenario, before.rubric), Form(after.scenario, after.rubric))
        return after.rubric.id, found, None if found.same else _replays(context, before, after)
    except Exception as error:
        refusal = as_refusal(error)
        if refusal is None:
            raise
        raise Refused(refusal.message, Exit.USAGE, refusal.details) from error


def _replays(context: Context, before: Loaded, after: Loaded) -> Replays | None:
    """What the recorded sessions of the call come to now; None where nothing is recorded yet."""
    from simulator.record import Reason, RecordError, open_record
    from simulator.session.comparing import replays_with

    try:
        record = open_record(context.database, create=False)
    except RecordError as error:
        if error.reason is Reason.MISSING:
            return None
        raise
    with record:
        return replays_with(record, (before.scenario.id, after.scenario.id), after, context.library.cache)


def _print_json(found: Difference, replays: Replays | None) -> None:
    import json
    from dataclasses import asdict

    from simulator.words import say

    told = {"same": found.same, **asdict(found), "sessions": None}
    if replays is not None:
        untold = [{"session": one.session, "reason": say(one.reason)} for one in replays.untold]
        told["sessions"] = {**asdict(replays), "untold": untold}
    click.echo(json.dumps(told, ensure_ascii=False, indent=2))
