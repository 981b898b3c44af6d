"""`rolecall sessions export` and `import`: the JSON Lines files that people pass around; tables for other programs."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from simulator.cli.context import Context
from simulator.cli.exits import Exit
from simulator.cli.values import day
from simulator.cli.verbs import Verb
from simulator.report.columns import TABLES
from simulator.words import _, ngettext, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from simulator.record import Record, Summary


class _Chosen(NamedTuple):
    """Which sessions are asked for; all that may be seen where none is named."""

    named: tuple[str, ...]
    since: datetime | None
    until: datetime | None


@click.command(
    cls=Verb,
    help=_("Write sessions as JSON Lines, to a file or to standard output; all that you may see where none is named."),
    epilog=_("JSON Lines without a table can be imported elsewhere. EXPORTS.md says what each column means."),
)
@click.argument("session", nargs=-1, metavar=_("[SESSION]…"))
@click.option(
    "--format",
    "form",
    type=click.Choice(("jsonl", "csv")),
    default="jsonl",
    help=_("JSON Lines, or CSV for spreadsheets."),
)
@click.option(
    "--table", type=click.Choice(tuple(TABLES)), help=_("Not whole sessions but one table: a row for each of these.")
)
@click.option("--since", type=day, metavar=_("DAY"), help=_("Only from this day on (2026-09-01)."))
@click.option("--until", type=day, metavar=_("DAY"), help=_("Only before this day (2026-12-01)."))
@click.option(
    "--output",
    "-o",
    metavar=_("FILE"),
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("The file to write."),
)
@click.option("--no-names", is_flag=True, help=_("Leave names and typed texts out."))
@click.pass_obj
def export(
    context: Context,
    session: tuple[str, ...],
    form: str,
    table: str | None,
    since: datetime | None,
    until: datetime | None,
    output: Path | None,
    no_names: bool,
) -> None:
    """Export the sessions named, or all of them."""
    from simulator.cli.lines import deliver

    chosen = _Chosen(session, since, until)
    with context.record(create=False) as record:
        if form == "jsonl" and table is None:
            lines = record.export(_ids(record, context, chosen), people=not no_names)
        else:
            lines = _table(record, context, chosen, table or "sessions", form, names=not no_names)
        deliver(lines, output)


def _table(record: Record, context: Context, chosen: _Chosen, table: str, form: str, *, names: bool) -> Iterator[bytes]:
    """The lines of a table."""
    from simulator.report.export_lines import csv_lines, json_lines
    from simulator.report.export_rows import Source, rows

    found = rows(table, Source(record, context.library.cache, names), _counted(_summaries(record, context, chosen)))
    return (csv_lines if form == "csv" else json_lines)(TABLES[table], found)


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
    found = record.sessions(viewer=viewer(record, name), since=chosen.since, until=chosen.until)
    if not chosen.named:
        return found
    named = frozenset(seen(record, name, chosen.named))
    return [summary for summary in found if summary.session in named]


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
            for message in report.refused:
                refused = True
                click.echo(visible(f"{path}: {say(message)}"), err=True)
    return Exit.PROBLEM if refused else Exit.SUCCESS
