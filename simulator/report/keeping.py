"""Keeps a debrief as a page in a file of its own."""

from __future__ import annotations

from pathlib import Path

from simulator.report.debrief_page import page
from simulator.session import Debrief

_ID_DIGITS = 6
"""How many digits of a session's id tell two calls of one day apart."""


def keep(debrief: Debrief, caller: str, folder: Path) -> Path:
    """Write the page into `folder`, which is made where it is missing; the file's path. Raises OSError.

    The same session has the same file: kept again, it is written anew.
    """
    folder.mkdir(parents=True, exist_ok=True)
    day = f"{debrief.begun.astimezone():%Y-%m-%d}-" if debrief.begun else ""
    path = folder / f"{debrief.scenario}-{day}{debrief.session[-_ID_DIGITS:]}.html"
    path.write_text(page(debrief, caller), encoding="utf-8")
    return path
