"""`rolecall sessions verify`: does the record still say what happened?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simulator.cli.alike import jobs_option
from simulator.cli.context import Context
from simulator.cli.exits import Exit
from simulator.cli.values import day
from simulator.cli.verbs import Verb
from simulator.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from simulator.cli.progress import Progress
    from simulator.record import Checked, Record, Verdict


@click.command(cls=Verb, help=_("Replay sessions and compare every hash and score; names what differs."))
@click.argument("session", required=False, metavar=_("[SESSION]"))
@click.option(
    "--code",
    "codes",
    multiple=True,
    metavar=_("SESSION=CODE"),
    help=_("A code written down elsewhere, to compare with."),
)
@click.option(
    "--since",
    type=day,
    metavar=_("DAY"),
    help=_("Only sessions that went on, or were reviewed, from this day on (2026-09-01)."),
)
@jobs_option(_("How many sessions to replay at the same time; as many as there are processors where it saves time."))
@click.pass_obj
def verify(
    context: Context, session: str | None, codes: tuple[str, ...], since: datetime | None, jobs: int | None
) -> int:
    """Verify one session, or all of them."""
    from functools import partial

    from simulator.cli.naming import session as session_named
    from simulator.cli.progress import progress
    from simulator.cli.sessions_jobs import through

    with context.record(create=False) as record:
        written = dict(_pair(record, code) for code in codes)
        if session:
            found, wanted = [], [session_named(record, session)]
        else:
            found = [_told(record.verify_whole())]
            wanted = [*dict.fromkeys((*record.verifiable(since=since), *written))]
    work = partial(checked_of, written, named=bool(session))
    with progress(len(wanted), _so_far) as line:
        for checked in line.over(through(work, wanted, context.database, jobs)):
            if checked is not None:
                found.append(_told(checked, line))
    _summary([verdict for named, verdict in found if named])
    return Exit.PROBLEM if any(verdict == "wrong" for _named, verdict in found) else Exit.SUCCESS


def _told(checked: Checked, line: Progress | None = None) -> tuple[str, Verdict]:
    """Print what is wrong with a session, or with the database (without a name); the verdict on it."""
    from simulator.model.unseen import visible
    from simulator.words import say

    for problem in checked.problems:
        if line is not None:
            line.clear()
        click.echo(visible(f"{checked.session or _('database')}: {say(problem)}"))
    return checked.session, checked.verdict


def checked_of(codes: Mapping[str, str], record: Record, session: str, *, named: bool) -> Checked | None:
    """What `verify` says of one session; None where it was deleted in the meantime. Raises RecordError."""
    from simulator.engine.version import ENGINE_VERSION
    from simulator.record import Reason, RecordError
    from simulator.session import rescore

    try:
        return next(iter(record.verify(session, engine=ENGINE_VERSION, rescore=rescore, codes=codes)))
    except RecordError as error:
        if error.reason is not Reason.MISSING or named or session in codes:
            raise
        return None


def _so_far(done: int, total: int) -> str:
    return ngettext("{done} of {count} session", "{done} of {count} sessions", total).format(done=done, count=total)


def _summary(verdicts: list[Verdict]) -> None:
    from simulator.record import Verdict

    right, other, wrong = (verdicts.count(one) for one in (Verdict.RIGHT, Verdict.OTHER_RULES, Verdict.WRONG))
    click.echo(ngettext("{count} session is right.", "{count} sessions are right.", right).format(count=right))
    if other:
        click.echo(under_other_rules(other))
    if wrong:
        text = ngettext("{count} session is not as it was.", "{count} sessions are not as they were.", wrong)
        click.echo(text.format(count=wrong))


def _pair(record: Record, written: str) -> tuple[str, str]:
    from simulator.cli.naming import session

    named, mark, code = written.partition("=")
    if not mark or not code.strip():
        raise click.BadParameter(_("Write it like this: SESSION=CODE."), param_hint="--code")
    return session(record, named), code.strip()


def under_other_rules(count: int) -> str:
    """How many sessions another version of the engine has scored."""
    text = ngettext(
        "{count} session was recorded under other rules.",
        "{count} sessions were recorded under other rules.",
        count,
    )
    return text.format(count=count)
