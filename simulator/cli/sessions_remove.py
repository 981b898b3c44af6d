"""`rolecall sessions delete` and `purge`: what may be removed, after a question."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import click

from simulator.cli.context import Context
from simulator.words import _, ngettext

_AGE = re.compile(r"(\d{1,5})([dmy])")
_DAYS = {"d": 1, "m": 30, "y": 365}


class Age(click.ParamType[timedelta]):
    """A length of time such as 90d, 6m or 2y."""

    name = "age"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> timedelta:
        """The time that `value` says; fails with a sentence for anything else."""
        found = _AGE.fullmatch(str(value))
        if found is None:
            self.fail(_("“{value}” is no age. Write for example 90d, 6m or 2y.").format(value=value), param, ctx)
        return timedelta(days=int(found[1]) * _DAYS[found[2]])


@click.command(help=_("Delete practice sessions that were not shared; their id and hash stay as a tombstone."))
@click.argument("session", nargs=-1, required=True)
@click.option("--yes", is_flag=True, help=_("Do not ask."))
@click.pass_obj
def delete(context: Context, session: tuple[str, ...], yes: bool) -> None:
    """Delete the sessions named."""
    question = ngettext("Delete {count} session for good?", "Delete {count} sessions for good?", len(session))
    if not yes:
        click.confirm(question.format(count=len(session)), abort=True, err=True)
    with context.record(create=False) as record:
        for one in session:
            record.delete(one)
            click.echo(_("Deleted: {session}").format(session=one))


@click.command(help=_("Delete old sessions; their ids and hashes stay as tombstones."))
@click.option("--older-than", "age", type=Age(), required=True, metavar="AGE", help=_("Such as 90d, 6m or 2y."))
@click.option("--everything", is_flag=True, help=_("Exams and shared sessions too, not only unshared practice."))
@click.option("--yes", is_flag=True, help=_("Do not ask."))
@click.pass_obj
def purge(context: Context, age: timedelta, everything: bool, yes: bool) -> None:
    """Delete what is older than an age."""
    if not yes:
        click.confirm(_("Delete the sessions older than that for good?"), abort=True, err=True)
    with context.record(create=False) as record:
        gone = record.purge(datetime.now(UTC) - age, everything=everything)
    click.echo(ngettext("{count} session deleted.", "{count} sessions deleted.", len(gone)).format(count=len(gone)))
