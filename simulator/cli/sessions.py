"""`rolecall sessions`: what was recorded, and what may be done with it."""

from __future__ import annotations

from simulator.cli.verbs import VerbGroup
from simulator.words import _

sessions = VerbGroup(
    "sessions",
    verbs={
        "list": "simulator.cli.sessions_list:list_sessions",
        "show": "simulator.cli.sessions_show:show",
        "verify": "simulator.cli.sessions_verify:verify",
        "export": "simulator.cli.sessions_files:export",
        "import": "simulator.cli.sessions_files:import_sessions",
        "share": "simulator.cli.sessions_share:share",
        "delete": "simulator.cli.sessions_remove:delete",
        "purge": "simulator.cli.sessions_remove:purge",
    },
    help=_("The recorded sessions: list, show, verify, share, export, import, remove."),
    epilog=_("A session is named by its id, or by six or more characters that it begins or ends with."),
)
