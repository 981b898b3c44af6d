"""`rolecall sessions`: what was recorded, and what may be done with it."""

from __future__ import annotations

import click

from simulator.cli.lazy import LazyGroup
from simulator.words import _

VERBS = {
    "list": "simulator.cli.sessions_list:list_sessions",
    "show": "simulator.cli.sessions_show:show",
    "verify": "simulator.cli.sessions_verify:verify",
    "export": "simulator.cli.sessions_files:export",
    "import": "simulator.cli.sessions_files:import_sessions",
    "delete": "simulator.cli.sessions_remove:delete",
    "purge": "simulator.cli.sessions_remove:purge",
}


@click.group(cls=LazyGroup, verbs=VERBS, help=_("The recorded sessions: list, show, verify, export, import, remove."))
def sessions() -> None:
    """Only its verbs do something."""
