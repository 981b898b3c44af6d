"""`rolecall sessions verify`: does the record still say what happened?"""

from __future__ import annotations

import click

from simulator.cli.context import Context
from simulator.cli.exits import Exit
from simulator.words import _, ngettext, say


@click.command(help=_("Replay sessions and compare every hash and score; names what differs."))
@click.argument("session", required=False)
@click.option(
    "--code", "codes", multiple=True, metavar="SESSION=CODE", help=_("A code written down elsewhere, to compare with.")
)
@click.pass_obj
def verify(context: Context, session: str | None, codes: tuple[str, ...]) -> int:
    """Verify one session, or all of them."""
    from simulator.engine.version import ENGINE_VERSION
    from simulator.record import Verdict
    from simulator.session import rescore

    written = dict(_pair(code) for code in codes)
    counts = dict.fromkeys(Verdict, 0)
    with context.record(create=False) as record:
        for checked in record.verify(session, engine=ENGINE_VERSION, rescore=rescore, codes=written):
            counts[checked.verdict] += bool(checked.session)
            for problem in checked.problems:
                click.echo(f"{checked.session or _('database')}: {say(problem)}")
    right, other, wrong = counts[Verdict.RIGHT], counts[Verdict.OTHER_RULES], counts[Verdict.WRONG]
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
        click.echo(text.format(count=wrong), err=True)
    return Exit.PROBLEM if wrong else Exit.SUCCESS


def _pair(written: str) -> tuple[str, str]:
    session, mark, code = written.partition("=")
    if not mark:
        raise click.BadParameter(_("Write it as SESSION=CODE."))
    return session, code
