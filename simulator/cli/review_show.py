"""`rolecall review show`: one session as its trainee saw it, with what trainers said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simulator.cli.context import Context
from simulator.cli.verbs import Verb
from simulator.words import _, language

if TYPE_CHECKING:
    from simulator.session import ReviewedSession


@click.command(cls=Verb, help=_("One session as its trainee saw it, decision by decision, with its review."))
@click.argument("session", metavar=_("SESSION"))
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help=_("For people, or for programs.")
)
@click.pass_obj
def show(context: Context, session: str, form: str) -> None:
    """Print an ended session and its review."""
    from simulator.cli.naming import seen
    from simulator.session import reviewed_of

    with context.record(create=False) as record:
        (named,) = seen(record, context.settings.name.value, [session])
        told = reviewed_of(record, named, language(), cache=context.library.cache)
    if form == "json":
        click.echo(_json(told))
        return
    _print(told)


@click.command(cls=Verb, help=_("Go through one session on the screen; line by line, what “show” prints."))
@click.argument("session", metavar=_("SESSION"))
@click.pass_obj
def replay(context: Context, session: str) -> None:
    """Open the screen on which a session is reviewed."""
    from simulator.cli.front import speaks_plain, trainee_name
    from simulator.cli.naming import seen
    from simulator.session import reviewed_of
    from simulator.session.wish import Wish

    lines = speaks_plain(context, None)
    name = trainee_name(context, lines)
    with context.record(create=False) as record:
        (named,) = seen(record, name, [session])
        if lines:
            _print(reviewed_of(record, named, language(), cache=context.library.cache))
            return
    from simulator.tui import firsts, run

    run(context.settings, context.library, context.database, Wish(name), first=firsts.review(named))


def _print(told: ReviewedSession) -> None:
    from simulator.model.unseen import visible
    from simulator.plain.review import replay_lines

    for line in replay_lines(told):
        click.echo(visible(line))


def _json(told: ReviewedSession) -> str:
    import json
    from dataclasses import asdict

    return json.dumps(asdict(told), ensure_ascii=False, indent=2, default=str)
