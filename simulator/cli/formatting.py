"""`rolecall format FILE...`: one layout for every file; order, comments and, but for French spaces, texts stay."""

from __future__ import annotations

import codecs
import os
from typing import TYPE_CHECKING

import click

from simulator.cli.context import Context
from simulator.cli.exits import Exit, Refused
from simulator.cli.paths import refuse_missing, yaml_files
from simulator.cli.verbs import Verb
from simulator.model.message import N_, Message
from simulator.model.unseen import visible
from simulator.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from simulator.formatting.run import Formatted


@click.command(
    cls=Verb,
    help=_(
        "Lay out files of calls and rubrics: quotes, indentation, long lines, and the no-break spaces of French. "
        "Comments and order stay as they are."
    ),
    epilog=_("The exit status is 1 where a file could not be laid out or, with --check or --diff, would change."),
)
@click.argument("path", nargs=-1, required=True, metavar=_("FILE…"))
@click.option("--check", "only_check", is_flag=True, help=_("Write nothing: name the files that would change."))
@click.option("--diff", "show", is_flag=True, help=_("Write nothing: show what would change."))
@click.pass_obj
def format_files(context: Context, path: tuple[str, ...], only_check: bool, show: bool) -> int:
    """Format every file, or say what would change."""
    del context
    refuse_missing(path)
    changed = failed = 0
    for file, problem in yaml_files(path):
        try:
            if problem is not None:
                raise Refused(problem)
            changed += _format(file, only_check=only_check, show=show)
        except Exception as error:
            if not _told(error):
                raise
            failed += 1
    _sum_up(changed, failed, dry=only_check or show)
    return Exit.PROBLEM if failed or (changed and (only_check or show)) else Exit.SUCCESS


def _format(path: Path, *, only_check: bool, show: bool) -> bool:
    """Format one file; whether its layout changes. Raises Refused, LibraryError, OSError."""
    from simulator.formatting.run import format_source
    from simulator.library import find_rubric
    from simulator.library.files import read_bytes, source_of

    data = read_bytes(path)
    found = format_source(source_of(path, data), find_rubric(path))
    if found.text is None:
        raise _refusal(found)
    if not found.changed:
        return False
    if show:
        for line in _difference(found):
            click.echo(line)
    elif only_check:
        click.echo(visible(str(path)))
    if not (show or only_check):
        _write(path, data, found.text)
    return True


def _refusal(found: Formatted) -> Refused:
    from simulator.words.diagnostics import full

    values = {"file": found.source.name}
    if not found.diagnostics:
        text = N_("{file} is left as it is: it cannot be laid out without a risk to its comments or its meaning.")
        return Refused(Message(text, values))
    details = "\n\n".join(full(diagnostic, found.source) for diagnostic in found.diagnostics) + "\n"
    return Refused(Message(N_("{file} has errors and is left as it is."), values), details=details)


def _told(error: Exception) -> bool:
    """Tell of one file that could not be formatted, and go on with the others; False for a fault of the program."""
    from simulator.cli.failures import as_refusal, tell
    from simulator.words import say

    refusal = None if isinstance(error, BrokenPipeError) else as_refusal(error)
    if refusal is not None:
        tell(say(refusal.message), refusal.details)
    return refusal is not None


def _difference(found: Formatted) -> Iterator[str]:
    """The difference as programs read it, safe to print."""
    from difflib import unified_diff

    assert found.text is not None
    name = found.source.name
    for line in unified_diff(found.source.text.split("\n"), found.text.split("\n"), name, name, lineterm=""):
        yield visible(line)


def _write(path: Path, before: bytes, text: str) -> None:
    """Put `text` in the place of the file, with its line ends, its byte order mark and its permissions."""
    from pathlib import Path as AnyPath

    from simulator.cli.lines import to_file

    first = before.find(b"\n")
    if first > 0 and before[first - 1 : first] == b"\r":
        text = text.replace("\n", "\r\n")
    mark = codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b""
    # A link stays a link.
    to_file([mark + text.encode("utf-8")], AnyPath(os.path.realpath(path)), private=False)


def _sum_up(changed: int, failed: int, *, dry: bool) -> None:
    if dry:
        text = ngettext("{count} file would change.", "{count} files would change.", changed)
    else:
        text = ngettext("{count} file was laid out.", "{count} files were laid out.", changed)
    click.echo(text.format(count=changed), err=True)
    if failed:
        text = ngettext("{count} file was left as it is.", "{count} files were left as they are.", failed)
        click.echo(text.format(count=failed), err=True)
