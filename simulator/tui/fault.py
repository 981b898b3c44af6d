"""A fault of the program itself: a sentence for the person, the details in a file for whoever mends it."""

from __future__ import annotations

import traceback
from pathlib import Path

from simulator.model.message import N_, Message

NAME = "fault.txt"


class ProgramFault(Exception):
    """The screens had to stop; `message` is for the person in front of them."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


def fault_of(error: BaseException, folder: Path) -> ProgramFault:
    """`error` as something to tell, its details kept in `folder` where that can be written."""
    cause = getattr(error, "error", error)
    file = folder / NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file.write_text("".join(traceback.format_exception(cause)), encoding="utf-8")
    except OSError:
        text = N_("RoleCall met a fault of its own ({kind}) and had to stop. Everything that was recorded is kept.")
        return ProgramFault(Message(text, {"kind": type(cause).__name__}))
    text = N_(
        "RoleCall met a fault of its own and had to stop. Everything that was recorded is kept. "
        "The details are in {file}: please send them to whoever looks after RoleCall."
    )
    return ProgramFault(Message(text, {"file": str(file)}))
