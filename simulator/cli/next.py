"""`rolecall next`: the one call to take now, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from simulator.cli.context import Context
from simulator.cli.exits import Refused
from simulator.cli.verbs import Verb
from simulator.model.message import N_, Message
from simulator.words import _

if TYPE_CHECKING:
    from simulator.library import Entry
    from simulator.practice import Advice
    from simulator.session import Standing


@click.command("next", cls=Verb, help=_("The call to take next and why, from your skills and what is due again."))
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help=_("For people, or for programs.")
)
@click.pass_obj
def next_call(context: Context, form: str) -> None:
    """Recommend one call to whoever looks. Raises Refused where there is none."""
    from simulator.cli.standings import standing

    entries = {entry.id: entry for entry in context.library.listing().entries if entry.playable}
    found = standing(context, tuple(entries.values()))
    if found.advice is None:
        raise Refused(Message(N_("There is no call in the library.")))
    if form == "json":
        _print_json(found, found.advice, entries)
    else:
        _print(found, found.advice, entries)


def _print(found: Standing, advice: Advice, entries: dict[str, Entry]) -> None:
    from simulator.model.unseen import visible
    from simulator.plain.standing import next_lines
    from simulator.session.told import played_sentences

    for line in (*next_lines(found, entries), *played_sentences(found, advice.scenario)):
        click.echo(visible(line))
    click.echo(_("To take it: {command}").format(command=_command(advice)))


def _print_json(found: Standing, advice: Advice, entries: dict[str, Entry]) -> None:
    import json

    from simulator.words import say

    entry = entries[advice.scenario]
    told: dict[str, Any] = {
        "scenario": entry.id,
        "title": entry.title,
        "role": entry.role,
        "level": entry.level,
        "language": entry.language,
        "minutes": entry.minutes,
        "reason": say(advice.reason),
        "criterion": advice.criterion or None,
        "best": found.best.get(entry.id),
        "tries": found.tries.get(entry.id, 0),
        "suggested_again": found.due[entry.id].isoformat() if entry.id in found.due else None,
        "command": _command(advice),
    }
    click.echo(json.dumps(told, ensure_ascii=False, indent=2))


def _command(advice: Advice) -> str:
    return f"rolecall play {advice.scenario}"
