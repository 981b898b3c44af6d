"""What a person is told of the errors that lower layers raise."""

from __future__ import annotations

import errno

from simulator.cli.exits import Exit, Refused
from simulator.model.message import N_, Message


def as_refusal(error: Exception) -> Refused | None:
    """`error` as a sentence and an exit status; None for a fault of the program itself."""
    if isinstance(error, Refused):
        return error
    message = getattr(error, "message", None)
    if isinstance(message, Message):
        return Refused(message, _status(error), details=_details(error))
    if isinstance(error, OSError):
        return Refused(_of_system(error))
    return None


def _status(error: Exception) -> Exit:
    return Exit.USAGE if getattr(error, "usage", False) else Exit.PROBLEM


def _details(error: Exception) -> str:
    diagnostics = getattr(error, "diagnostics", ())
    source = getattr(error, "source", None)
    if not diagnostics or source is None:
        return ""
    from simulator.cli.diagnostics import full

    return "\n".join(full(diagnostic, source) for diagnostic in diagnostics)


def _of_system(error: OSError) -> Message:
    name = error.filename if isinstance(error.filename, str) else ""
    known = {
        errno.ENOENT: N_("There is no file or folder “{name}”."),
        errno.EACCES: N_("“{name}” may not be read or written by you."),
        errno.EPERM: N_("“{name}” may not be read or written by you."),
        errno.ENOSPC: N_("The disk is full. Free some space and try again; nothing recorded is lost."),
        errno.EDQUOT: N_("Your disk quota is used up. Free some space and try again; nothing recorded is lost."),
        errno.EROFS: N_("“{name}” is on a disk that cannot be written."),
        errno.EISDIR: N_("“{name}” is a folder, not a file."),
    }
    text = known.get(error.errno or 0, N_("The system refused: {reason}."))
    return Message(text, {"name": name, "reason": error.strerror or type(error).__name__})
