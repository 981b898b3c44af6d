"""`rolecall sessions export` and `import`: the JSON Lines files that people pass around."""

from __future__ import annotations

from pathlib import Path

import click

from simulator.cli.context import Context
from simulator.cli.exits import Exit
from simulator.cli.verbs import Verb
from simulator.words import _, ngettext, say


@click.command(
    cls=Verb,
    help=_("Write sessions as JSON Lines, to a file or to standard output; all that you may see where none is named."),
)
@click.argument("session", nargs=-1, metavar=_("[SESSION]…"))
@click.option(
    "--output",
    "-o",
    metavar=_("FILE"),
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("The file to write."),
)
@click.option("--no-names", is_flag=True, help=_("Leave names and typed texts out."))
@click.pass_obj
def export(context: Context, session: tuple[str, ...], output: Path | None, no_names: bool) -> None:
    """Export the sessions named, or all of them."""
    from simulator.cli.lines import deliver
    from simulator.cli.naming import seen, viewer

    name = context.settings.name.value
    with context.record(create=False) as record:
        chosen = seen(record, name, session) if session else record.seen_by(viewer(record, name))
        lines = record.export(chosen, people=not no_names)
        deliver(lines, output)


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
