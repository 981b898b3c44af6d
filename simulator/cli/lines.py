"""Writes lines of bytes: to standard output, or to a file that is whole or not there."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable
from pathlib import Path


def deliver(lines: Iterable[bytes], output: Path | None) -> None:
    """Write `lines` to the file named, and say so; to standard output where none is. Raises Refused, OSError."""
    if output is None:
        to_stdout(lines)
        return
    import click

    from simulator.model.unseen import visible
    from simulator.words import _

    _refuse_no_folder(output)
    to_file(lines, output)
    click.echo(_("Written to {file}.").format(file=visible(str(output))), err=True)


def to_stdout(lines: Iterable[bytes]) -> None:
    """Write `lines` to standard output, as they are."""
    sys.stdout.flush()
    for line in lines:
        sys.stdout.buffer.write(_ended(line))
    sys.stdout.buffer.flush()


def to_file(lines: Iterable[bytes], path: Path, *, private: bool = True) -> None:
    """Write `lines` beside the file at `path` and put them in its place when all is there. Raises OSError.

    Nobody else may read what is `private`; any other file is for those who could read and write it before, or whom the
    system lets read and write new files.
    """
    import tempfile

    handle, draft = tempfile.mkstemp(prefix=f".{path.name[:40]}-", dir=path.parent)
    try:
        with open(handle, "wb") as file:
            for line in lines:
                file.write(_ended(line))
            file.flush()
            os.fsync(file.fileno())
        if not private:
            os.chmod(draft, _mode(path))
        os.replace(draft, path)
    except BaseException:
        os.unlink(draft)
        raise


def _refuse_no_folder(output: Path) -> None:
    """Before the first line is asked for, which may mark what is shared: a file needs a folder to be in."""
    if not output.parent.is_dir():
        from simulator.cli.exits import Exit, Refused
        from simulator.model.message import N_, Message

        raise Refused(Message(N_("There is no folder {folder}."), {"folder": str(output.parent)}), Exit.USAGE)


def _ended(line: bytes) -> bytes:
    return line if line.endswith(b"\n") else line + b"\n"


def _mode(path: Path) -> int:
    """The permissions of the file at `path`, or those of a new one."""
    try:
        return stat.S_IMODE(os.stat(path).st_mode)
    except FileNotFoundError:
        unwanted = os.umask(0)
        os.umask(unwanted)
        return 0o666 & ~unwanted
