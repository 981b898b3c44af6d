"""`rolecall check --explain CODE`: the page of one code."""

from __future__ import annotations

import click

from simulator.cli.exits import Exit, Refused
from simulator.model.message import N_, Message
from simulator.model.nearest import nearest
from simulator.pages import codes, page
from simulator.words import language


def explain(code: str) -> int:
    """Print the page of `code` in the language in use. Raises Refused where there is none."""
    wanted = code.strip().upper()
    try:
        click.echo(page(wanted, language()).text.rstrip())
    except KeyError:
        near = nearest(wanted, codes())
        text = N_("There is no code “{code}”. Did you mean {near}?") if near else N_("There is no code “{code}”.")
        raise Refused(Message(text, {"code": code[:80], "near": near}), Exit.USAGE) from None
    return Exit.SUCCESS
