"""What a person is told of the errors that lower layers raise, and the exit status each of them means."""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

from simulator.cli.exits import Exit, Refused
from simulator.model.message import N_, Message
from simulator.model.unseen import visible, visible_lines
from simulator.words import _

if TYPE_CHECKING:
    from click import ClickException


def ended_by(error: Exception) -> int | None:
    """Tell a person about `error`; the exit status. None, and nothing told, for a fault of the program."""
    import click

    if isinstance(error, click.Abort):
        return stopped()
    if isinstance(error, click.ClickException):
        _show(error)
        return Exit.USAGE
    refusal = as_refusal(error)
    if refusal is None:
        return None
    if not isinstance(error, BrokenPipeError):
        from simulator.words import say

        tell(say(refusal.message), refusal.details)
    _drop_unwritten()
    return refusal.status


def stopped() -> int:
    """Tell a person who pressed Ctrl-C that nothing is lost; the exit status."""
    tell(_("Stopped. Everything that was recorded is kept."))
    _drop_unwritten()
    return Exit.PROBLEM


def as_refusal(error: Exception) -> Refused | None:
    """`error` as a sentence and an exit status; None for a fault of the program itself."""
    if isinstance(error, Refused):
        return error
    message = getattr(error, "message", None)
    if isinstance(message, Message):
        return Refused(message, _status(error), details=_details(error))
    if isinstance(error, MemoryError):
        return Refused(Message(N_("There is not enough memory for this.")))
    if isinstance(error, OSError):
        return Refused(_of_system(error))
    return None


def tell(sentence: str, details: str = "") -> None:
    """Say something on standard error; nothing where nobody listens any more."""
    try:
        if details:
            print(details, file=sys.stderr)
        print(f"rolecall: {visible(sentence)}", file=sys.stderr, flush=True)
    except OSError:
        _lead_nowhere(sys.stderr)


def _status(error: Exception) -> Exit:
    not_there = getattr(error, "usage", False) or getattr(error, "reason", None) == "missing"
    return Exit.USAGE if not_there else Exit.PROBLEM


def _show(error: ClickException) -> None:
    told = io.StringIO()
    error.show(told)
    try:
        # It quotes what was typed.
        print(visible_lines(told.getvalue()), end="", file=sys.stderr, flush=True)
    except OSError:
        _lead_nowhere(sys.stderr)


def _details(error: Exception) -> str:
    diagnostics = getattr(error, "diagnostics", ())
    source = getattr(error, "source", None)
    if not diagnostics:
        return ""
    from simulator.words.diagnostics import full, short

    if source is None:
        return "\n".join(short(diagnostic) for diagnostic in diagnostics)
    return "\n\n".join(full(diagnostic, source) for diagnostic in diagnostics) + "\n"


def _of_system(error: OSError) -> Message:
    reason = {"reason": error.strerror or type(error).__name__}
    anywhere = {
        errno.ENOSPC: N_("The disk is full. Free some space and try again; nothing recorded is lost."),
        errno.EDQUOT: N_("Your disk quota is used up. Free some space and try again; nothing recorded is lost."),
    }
    if error.errno in anywhere:
        return Message(anywhere[error.errno])
    if not isinstance(error.filename, str):
        return Message(N_("The system refused: {reason}."), reason)
    known = {
        errno.ENOENT: N_("There is no file or folder “{name}”."),
        errno.EACCES: N_("“{name}” may not be read or written by you."),
        errno.EPERM: N_("“{name}” may not be read or written by you."),
        errno.EROFS: N_("“{name}” is on a disk that cannot be written."),
        errno.EISDIR: N_("“{name}” is a folder, not a file."),
    }
    text = known.get(error.errno or 0, N_("“{name}” cannot be used: {reason}."))
    return Message(text, {"name": error.filename, **reason})


def _drop_unwritten() -> None:
    """What standard output could not take shall not be tried again, and complained about, when the program ends."""
    try:
        sys.stdout.flush()
    except OSError:
        _lead_nowhere(sys.stdout)


def _lead_nowhere(stream: TextIO) -> None:
    null = os.open(os.devnull, os.O_WRONLY)
    with suppress(OSError, ValueError):
        os.dup2(null, stream.fileno())
    os.close(null)
