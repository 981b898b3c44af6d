"""What every command that writes a review does: find the session, who says it, write, and say where that leaves it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from simulator.cli.context import Context
from simulator.model.unseen import visible
from simulator.words import _, language

if TYPE_CHECKING:
    from simulator.record import Record

Deed = Callable[["Record", str, str], None]
"""Writes something about a session (its id) in the name of somebody."""


def write(context: Context, session: str, deed: Deed) -> None:
    """Do `deed` and print both scores and where the review stands. Raises Refused, RecordError, SessionError."""
    from simulator.cli.front import system_user
    from simulator.cli.naming import seen
    from simulator.report.review_words import scores_words, standing_words
    from simulator.session import reviewed_of

    name = context.settings.name.value or system_user()
    cache = context.library.cache
    with context.record(create=False) as record:
        (named,) = seen(record, name, [session])
        deed(record, named, name)
        told = reviewed_of(record, named, language(), cache=cache)
    click.echo(visible(scores_words(told)))
    click.echo(visible(standing_words(told)))
    if told.signed is not None:
        click.echo(_("Code of the sign-off: {code}").format(code=told.signed.code))
