"""`rolecall database check`: in what state the database is, for whoever looks after it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

import click

from simulator.cli.context import Context
from simulator.cli.exits import Exit
from simulator.cli.verbs import Verb
from simulator.words import _, ngettext

if TYPE_CHECKING:
    from simulator.record.keeping import State

LITTLE: Final = 1 << 30
"""Bytes: a disk with less room than this is worth a word."""
_MEGABYTE: Final = 1_000_000


@click.command(cls=Verb, help=_("Say in what state the database is: its form, damage, the room left, roles in force."))
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help=_("For people, or for programs.")
)
@click.pass_obj
def check(context: Context, form: str) -> int:
    """Look at the database, change nothing; the exit status says whether something wants doing."""
    from simulator.model.unseen import visible
    from simulator.record import state_of
    from simulator.words import say

    state = state_of(context.database)
    wants = [*map(say, state.problems), *_to_do(state)]
    if form == "json":
        _print_json(state, wants)
    else:
        for line in (*_facts(state), *wants):
            click.echo(visible(line))
    return Exit.PROBLEM if wants else Exit.SUCCESS


def _facts(state: State) -> Iterator[str]:
    yield _("Database: {place}").format(place=state.place)
    yield _("Form: {revision}").format(revision=state.revision)
    if state.server is not None:
        yield _("Server: PostgreSQL {version}, as “{login}”").format(
            version=state.server.version, login=state.server.login
        )
        yield _("Size: {size} MB").format(size=_megabytes(state.server.size))
        yield _("Roles: not in force") if state.server.unguarded is None else _("Roles: in force")
    if state.disk is not None:
        yield _("Size: {size} MB").format(size=_megabytes(state.disk.size))
        yield _("Room left on the disk: {size} MB").format(size=_megabytes(state.disk.free))
    yield _content(state)


def _content(state: State) -> str:
    sessions = ngettext("{count} session", "{count} sessions", state.sessions).format(count=state.sessions)
    people = ngettext("{count} person", "{count} people", state.people).format(count=state.people)
    text = _("In it: {sessions}, {people}")
    if state.server is not None and not state.server.everything:
        text = _("What this login sees of it: {sessions}, {people}")
    return text.format(sessions=sessions, people=people)


def _to_do(state: State) -> Iterator[str]:
    """What somebody has to do."""
    if not state.current:
        yield _("The database has an older form. Run “rolecall database upgrade”.")
    if state.disk is not None and state.disk.free < LITTLE:
        yield _("The disk is almost full.")
    if state.server is not None and state.server.unguarded:
        text = _("No rule guards {tables}. Run “rolecall database roles --apply” again.")
        yield text.format(tables=", ".join(state.server.unguarded))


def _megabytes(size: int) -> str:
    from simulator.words import number

    return number(size / _MEGABYTE, 1)


def _print_json(state: State, wants: list[str]) -> None:
    import json
    from dataclasses import asdict

    told: dict[str, Any] = asdict(state) | {"problems": wants}
    click.echo(json.dumps(told, ensure_ascii=False, indent=2))
