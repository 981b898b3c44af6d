"""`rolecall sessions verify`: does the record still say what happened?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simulator.cli.context import Context
from simulator.cli.exits import Exit
from simulator.cli.verbs import Verb
from simulator.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable

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
@click.pass_obj
def verify(context: Context, session: str | None, codes: tuple[str, ...]) -> int:
    """Verify one session, or all of them."""
    from simulator.cli.naming import session as session_named
    from simulator.engine.version import ENGINE_VERSION
    from simulator.session import rescore

    with context.record(create=False) as record:
        written = dict(_pair(record, code) for code in codes)
        wanted = session_named(record, session) if session else None
        checked = _tell(record.verify(wanted, engine=ENGINE_VERSION, rescore=rescore, codes=written))
    _summary([verdict for named, verdict in checked if named])
    return Exit.PROBLEM if any(verdict == "wrong" for _named, verdict in checked) else Exit.SUCCESS


def _tell(every: Iterable[Checked]) -> list[tuple[str, Verdict]]:
    """Print what is wrong, as it is found; the verdict on each session, and on the database (without a name)."""
    from simulator.model.unseen import visible
    from simulator.words import say

    found = []
    for checked in every:
        found.append((checked.session, checked.verdict))
        for problem in checked.problems:
            click.echo(visible(f"{checked.session or _('database')}: {say(problem)}"))
    return found


def _summary(verdicts: list[Verdict]) -> None:
    from simulator.record import Verdict

    right, other, wrong = (verdicts.count(one) for one in (Verdict.RIGHT, Verdict.OTHER_RULES, Verdict.WRONG))
    click.echo(ngettext("{count} session is right.", "{count} sessions are right.", right).format(count=right))
    if other:
        text = ngettext(
            "{count} session was recorded under other rules.",
            "{count} sessions were recorded under other rules.",
            other,
        )
        click.echo(text.format(count=other))
    if wrong:
        text = ngettext("{count} session is not as it was.", "{count} sessions are not as they were.", wrong)
        click.echo(text.format(count=wrong))


def _pair(record: Record, written: str) -> tuple[str, str]:
    from simulator.cli.naming import session

    named, mark, code = written.partition("=")
    if not mark or not code.strip():
        raise click.BadParameter(_("Write it like this: SESSION=CODE."), param_hint="--code")
    return session(record, named), code.strip()
