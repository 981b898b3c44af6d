"""`rolecall sessions delete` and `purge`: what may be removed, after a question."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import click

from simulator.cli.context import Context
from simulator.cli.values import age
from simulator.cli.verbs import Verb
from simulator.model.message import N_
from simulator.words import _, moment, ngettext

_REQUIRED = N_("required")
"""What click puts behind an option that must be given; it looks the word up in our catalogue."""


@click.command(
    cls=Verb, help=_("Delete practice sessions that were not shared; their id and hash stay as a tombstone.")
)
@click.argument("session", nargs=-1, required=True, metavar=_("SESSION…"))
@click.option("--yes", is_flag=True, help=_("Do not ask."))
@click.pass_obj
def delete(context: Context, session: tuple[str, ...], yes: bool) -> None:
    """Delete the sessions named."""
    from simulator.cli.naming import sessions
    from simulator.cli.questions import confirm

    with context.record(create=False) as record:
        named = sessions(record, session)
        question = ngettext("Delete {count} session for good?", "Delete {count} sessions for good?", len(named))
        if not yes:
            confirm(question.format(count=len(named)))
        for one in named:
            record.delete(one)
            click.echo(_("Deleted: {session}").format(session=one))


@click.command(cls=Verb, help=_("Delete old sessions; their ids and hashes stay as tombstones."))
@click.option("--older-than", "old", type=age, required=True, metavar=_("AGE"), help=_("Such as 90d, 6m or 2y."))
@click.option("--everything", is_flag=True, help=_("Exams and shared sessions too, not only unshared practice."))
@click.option("--yes", is_flag=True, help=_("Do not ask."))
@click.pass_obj
def purge(context: Context, old: timedelta, everything: bool, yes: bool) -> None:
    """Delete what nobody has touched for so long."""
    from simulator.cli.questions import confirm

    before = datetime.now(UTC) - old
    with context.record(create=False) as record:
        if not yes:
            question = _("Delete for good the practice that was last touched before {moment} and never shared?")
            if everything:
                question = _("Delete for good everything that was last touched before {moment}, exams as well?")
            confirm(question.format(moment=moment(before.astimezone())))
        gone = record.purge(before, everything=everything)
    click.echo(ngettext("{count} session deleted.", "{count} sessions deleted.", len(gone)).format(count=len(gone)))
