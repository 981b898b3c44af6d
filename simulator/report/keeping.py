"""Keeps a debrief as a page in a file of its own."""

from __future__ import annotations

from pathlib import Path

from simulator.model.message import N_, Message
from simulator.report.debrief_page import page
from simulator.session import Debrief, ReviewedSession, SessionError

_ID_DIGITS = 6
"""How many digits of a session's id tell two calls of one day apart."""


def keep(debrief: Debrief, caller: str, folder: Path, review: ReviewedSession | None = None) -> Path:
    """Write the page, with what trainers said of the call, into `folder`; the file's path. Raises SessionError.

    The folder is made where it is missing. The same session has the same file: kept again, it is written anew.
    """
    day = f"{debrief.begun.astimezone():%Y-%m-%d}-" if debrief.begun else ""
    path = folder / f"{debrief.scenario}-{day}{debrief.session[-_ID_DIGITS:]}.html"
    text = page(debrief, caller, review)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        values = {"folder": folder, "reason": error.strerror or type(error).__name__}
        raise SessionError(Message(N_("The page cannot be written to {folder}: {reason}."), values)) from None
    return path
