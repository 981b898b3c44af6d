"""`rolecall sessions export` and `import`: the JSON Lines files that people pass around; tables for other programs."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from simulator.cli.alike import output_option
from simulator.cli.context import Context
from simulator.cli.exits import Exit, Refused
from simulator.cli.values import day, last_day
from simulator.cli.verbs import Verb
from simulator.model.message import N_, Message
from simulator.report.columns import TABLES
from simulator.words import _, ngettext, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from simulator.record import Record, Summary
    from simulator.report.export_rows import Source


class _Chosen(NamedTuple):
    """Which sessions are asked for; all that may be seen where none is named."""

    named: tuple[str, ...]
    since: datetime | None
    until: datetime | None

    def lets_through(self, started: datetime) -> bool:
        """Whether a session that began then is among the days asked for."""
        return (self.since is None or started >= self.since) and (self.until is None or started < self.until)


@click.command(
    cls=Verb,
    help=_("Write sessions as JSON Lines, to a file or to standard output; all that you may see where none is named."),
    epilog=_(
        "JSON Lines without a table can be imported elsewhere; a calibration goes with “rolecall calibrate export”. "
        "EXPORTS.md says what each column means."
    ),
)
@click.argument("session", nargs=-1, metavar=_("[SESSION]…"))
@click.option(
    "--format",
    "form",
    type=click.Choice(("jsonl", "csv", "xapi")),
    default="jsonl",
    help=_("JSON Lines, CSV for spreadsheets, or xAPI statements for a learning record store."),
)
@click.option(
    "--table", type=click.Choice(tuple(TABLES)), help=_("Not whole sessions but one table: a row for each of these.")
)
@click.option("--since", type=day, metavar=_("DAY"), help=_("Only from this day on (2026-09-01)."))
@click.option("--until", type=last_day, metavar=_("DAY"), help=_("Only up to this day, which is included."))
@output_option()
@click.option(
    "--names/--no-names",
    default=None,
    help=_("With names and typed texts, or without; xAPI has none unless they are asked for."),
)
@click.option("--home-page", metavar=_("URL"), help=_("For xAPI: the system whose accounts the trainees are."))
@click.pass_obj
def export(
    context: Context,
    session: tuple[str, ...],
    form: str,
    table: str | None,
    since: datetime | None,
    until: datetime | None,
    output: Path | None,
    names: bool | None,
    home_page: str | None,
) -> None:
    """Export the sessions named, or all of them."""
    from simulator.cli.lines import deliver
    from simulator.report.export_rows import Source

    chosen = _Chosen(session, since, until)
    _refuse_what_does_not_go_together(form, table, home_page)
    with context.record(create=False) as record:
        if form == "jsonl" and table is None:
            lines = record.export(_ids(record, context, chosen), people=names is not False)
        elif form == "xapi":
            source = Source(record, context.library.cache, names=names is True)
            lines = _statements(source, _counted(_summaries(record, context, chosen)), table, home_page)
        else:
            source = Source(record, context.library.cache, names=names is not False)
            lines = _table(source, _counted(_summaries(record, context, chosen)), table or "sessions", form)
        deliver(lines, output)


def _refuse_what_does_not_go_together(form: str, table: str | None, home_page: str | None) -> None:
    """Raises Refused for an option that the format has no use for."""
    if form == "xapi" and table not in (None, "sessions", "decisions"):
        text = N_("xAPI tells of sessions and decisions; for {table} take CSV or JSON Lines.")
        raise Refused(Message(text, {"table": table}), Exit.USAGE)
    if home_page is not None and form != "xapi":
        raise Refused(Message(N_("--home-page goes with --format xapi.")), Exit.USAGE)
    if home_page is not None and not re.fullmatch(r"https?://[!-~]+", home_page):
        text = N_("“{page}” is no address. Write for example https://training.example/.")
        raise Refused(Message(text, {"page": home_page[:80]}), Exit.USAGE)


def _statements(
    source: Source, sessions: Iterable[Summary], table: str | None, home_page: str | None
) -> Iterator[bytes]:
    """The lines of xAPI statements."""
    from simulator.report.xapi import OURS, decision_statements, session_statements, statement_lines

    make = decision_statements if table == "decisions" else session_statements
    return statement_lines(make(source, sessions, home_page or OURS))


def _table(source: Source, sessions: Iterable[Summary], table: str, form: str) -> Iterator[bytes]:
    """The lines of a table."""
    from simulator.report.export_lines import csv_lines, json_lines
    from simulator.report.export_rows import rows

    return (csv_lines if form == "csv" else json_lines)(TABLES[table], rows(table, source, sessions))


def _ids(record: Record, context: Context, chosen: _Chosen) -> Iterable[str]:
    """The sessions for a file of whole ones: those that go on still among them, where no day is asked for."""
    from simulator.cli.naming import seen, viewer

    name = context.settings.name.value
    if chosen.since or chosen.until:
        return [summary.session for summary in _summaries(record, context, chosen)]
    return seen(record, name, chosen.named) if chosen.named else record.seen_by(viewer(record, name))


def _summaries(record: Record, context: Context, chosen: _Chosen) -> Iterable[Summary]:
    """The sessions for a table: those that came to their end, the newest first."""
    from simulator.cli.naming import seen, viewer

    name = context.settings.name.value
    if not chosen.named:
        return record.sessions(viewer=viewer(record, name), since=chosen.since, until=chosen.until)
    named = (record.summary(one) for one in seen(record, name, chosen.named))
    ended = [one for one in named if one is not None and chosen.lets_through(one.started)]
    return sorted(ended, key=lambda one: (one.started, one.session), reverse=True)


def _counted(sessions: Iterable[Summary]) -> Iterator[Summary]:
    """The same, with how many there were so far told to a person who waits."""
    from simulator.cli.progress import ticker

    tick, done = ticker(_("{done} sessions…")), 0
    for done, summary in enumerate(sessions, start=1):
        tick(done, done + 1)
        yield summary
    tick(done, done)


@click.command("import", cls=Verb, help=_("Read sessions from JSON Lines files; the same file may be read twice."))
@click.argument(
    "file", nargs=-1, required=True, metavar=_("FILE…"), type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
@click.pass_obj
def import_sessions(context: Context, file: tuple[Path, ...]) -> int:
    """Import files and say what came of it."""
    from simulator.model.unseen import visible

    refused = False
    with context.record() as record:
        for path in file:
            with path.open("rb") as lines:
                report = record.import_(lines)
            added, known = len(report.added) + len(report.extended), len(report.known)
            text = _("{file}: {added}, {known}.").format(
                file=visible(str(path)),
                added=ngettext("{count} session added", "{count} sessions added", added).format(count=added),
                known=ngettext("{count} known already", "{count} known already", known).format(count=known),
            )
            click.echo(text)
            if report.calibrations:
                note = _("{file} has a calibration in it, too: “rolecall calibrate import” takes it in with its marks.")
                click.echo(note.format(file=visible(str(path))), err=True)
            for message in report.refused:
                refused = True
                click.echo(visible(f"{path}: {say(message)}"), err=True)
    return Exit.PROBLEM if refused else Exit.SUCCESS
