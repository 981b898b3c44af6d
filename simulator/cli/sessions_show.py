"""`rolecall sessions show`: one session told again, from what the record keeps, whatever became of the file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from simulator.cli.context import Context
from simulator.model.unseen import visible
from simulator.words import _, language
from simulator.words.labels import mode_word

if TYPE_CHECKING:
    from simulator.session import Replayed


@click.command(help=_("Tell one session again: every word, every decision, the debrief."))
@click.argument("session")
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help=_("For people, or for programs.")
)
@click.pass_obj
def show(context: Context, session: str, form: str) -> None:
    """Print a session's transcript and, where it has ended, its debrief."""
    from simulator.plain.debrief import debrief_lines
    from simulator.session import debrief_of, replay

    with context.record(create=False) as record:
        replayed = replay(record, session)
        debrief = debrief_of(record, session, language(), cache=context.library.cache) if replayed.over else None
    if form == "json":
        told = {"transcript": [asdict(heard) for heard in replayed.transcript], "debrief": debrief and asdict(debrief)}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2, default=str))
        return
    for line in _transcript(replayed):
        click.echo(visible(line))
    if debrief is None:
        click.echo(_("This session has not ended."))
        return
    click.echo()
    for line in debrief_lines(debrief, _caller(replayed)):
        click.echo(visible(line))


def _transcript(replayed: Replayed) -> Iterator[str]:
    from simulator.plain.telling import heard_line

    who = replayed.trainee or _("no name")
    yield f"{replayed.scenario.title} · {who} · {mode_word(replayed.started.mode)}"
    if replayed.other_rules:
        yield _("This session was recorded under other rules.")
    yield ""
    for heard in replayed.transcript:
        yield heard_line(heard, _caller(replayed))


def _caller(replayed: Replayed) -> str:
    return replayed.scenario.caller.get("name", "")
