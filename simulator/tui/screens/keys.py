"""The keys that work on a screen, as a sheet."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from simulator.tui.keys import working_keys
from simulator.tui.screens.sheet import SheetScreen
from simulator.tui.text import labelled, plain, stacked
from simulator.words import _

WIDTH = 15


class KeysSheet(SheetScreen):
    """Lists what the keys do on the screen below."""

    def __init__(self, below: Screen[Any]) -> None:
        rows = [(key.written, key.does) for key in working_keys(below)]
        everywhere = [("↑ ↓", _("Move")), ("Tab", _("Go to the next part of the screen"))]
        rows += [(key, does) for key, does in everywhere if key not in dict(rows)]
        super().__init__(
            _("Keys"), stacked([labelled(key, plain(does), WIDTH, "bold $accent") for key, does in rows]), "f1"
        )
