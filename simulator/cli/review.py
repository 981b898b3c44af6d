"""`rolecall review`: other people's calls, for whoever trains them; what may be said of one is a command of its own."""

from __future__ import annotations

import click

from simulator.cli.verbs import VerbGroup
from simulator.words import _


def _open_table(ctx: click.Context) -> None:
    """Open the table of sessions where nothing is to be said of one."""
    if ctx.invoked_subcommand is None:
        from simulator.cli.review_table import open_table

        open_table(ctx.obj)


review = VerbGroup(
    "review",
    callback=click.pass_context(_open_table),
    invoke_without_command=True,
    subcommand_metavar=_("[COMMAND] [ARGUMENTS]…"),
    verbs={
        "show": "simulator.cli.review_show:show",
        "replay": "simulator.cli.review_show:replay",
        "note": "simulator.cli.review_marking:note",
        "correct": "simulator.cli.review_marking:correct",
        "sign": "simulator.cli.review_marking:sign",
        "answer": "simulator.cli.review_marking:answer",
        "acknowledge": "simulator.cli.review_replies:acknowledge",
        "dispute": "simulator.cli.review_replies:dispute",
    },
    help=_(
        "Review recorded calls. Without a command, the table of sessions opens; the commands are for one call: notes, "
        "corrected points, sign-off, and what its trainee says of that."
    ),
    epilog=_(
        "You are whom the settings or --trainee name. Trainers review exams and shared practice of others. A session "
        "is named by its id, or by six or more characters that it begins or ends with."
    ),
)
