"""`rolecall sessions export` and `import`: the JSON Lines files that people pass around."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from simulator.cli.context import Context
from simulator.cli.exits import Exit
from simulator.words import _, ngettext, say


@click.command(help=_("Write sessions as JSON Lines, to a file or to standard output."))
@click.argument("session", nargs=-1)
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help=_("The file to write."))
@click.option("--no-names", is_flag=True, help=_("Leave names and typed texts out."))
@click.pass_obj
def export(context: Context, session: tuple[str, ...], output: Path | None, no_names: bool) -> None:
    """Export the sessions named, or all of them."""
    with context.record(create=False) as record:
        lines = record.export(session or None, people=not no_names)
        if output is None:
            _to_stdout(lines)
        else:
            _to_file(lines, output)
            click.echo(_("Written to {file}.").format(file=output), err=True)


@click.command("import", help=_("Read sessions from JSON Lines files; the same file may be read twice."))
@click.argument("file", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.pass_obj
def import_sessions(context: Context, file: tuple[Path, ...]) -> int:
    """Import files and say what came of it."""
    refused = False
    with context.record() as record:
        for path in file:
            with path.open("rb") as lines:
                report = record.import_(lines)
            added, known = len(report.added) + len(report.extended), len(report.known)
            parts = (
                ngettext("{count} session added", "{count} sessions added", added).format(count=added),
                ngettext("{count} known already", "{count} known already", known).format(count=known),
            )
            click.echo(f"{path}: " + ", ".join(parts))
            for message in report.refused:
                refused = True
                click.echo(f"{path}: {say(message)}", err=True)
    return Exit.PROBLEM if refused else Exit.SUCCESS


def _to_stdout(lines: Iterable[bytes]) -> None:
    sys.stdout.flush()
    for line in lines:
        sys.stdout.buffer.write(line if line.endswith(b"\n") else line + b"\n")
    sys.stdout.buffer.flush()


def _to_file(lines: Iterable[bytes], path: Path) -> None:
    """Write beside the file and move it there when it is whole."""
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as file:
            for line in lines:
                file.write(line if line.endswith(b"\n") else line + b"\n")
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
