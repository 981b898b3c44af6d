"""Asking before something is done that cannot be undone."""

from __future__ import annotations

import sys

from simulator.cli.exits import Refused
from simulator.model.message import N_, Message
from simulator.model.unseen import visible
from simulator.words import _


def confirm(question: str) -> None:
    """Ask on standard error. Raises Refused where the answer is no, or where there is none."""
    from simulator.plain.answers import yes_or_no

    while True:
        print(_("{question} (y/n)").format(question=visible(question)), file=sys.stderr, flush=True)
        answer = sys.stdin.readline(200)
        if not answer:
            raise Refused(Message(N_("Nobody answered; nothing was changed. `--yes` does it without a question.")))
        wanted = yes_or_no(answer)
        if wanted is False:
            raise Refused(Message(N_("Nothing was changed.")))
        if wanted:
            return
