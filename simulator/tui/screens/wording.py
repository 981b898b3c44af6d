"""A few words to write, laid over a screen: a note, a reason, an answer."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from simulator.model.message import N_
from simulator.tui.base import RoleModal
from simulator.tui.text import Words, plain
from simulator.tui.widgets.keyline import KeyLine

MOST: Final = 1_000
"""Characters; more belongs into a talk."""


class _Line(Input):
    """Says what Enter does."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", N_("Keep"))]


class WordingScreen(RoleModal[str | None]):
    """Its result: what was written, None to leave things as they are. `needed`: without a word nothing is kept."""

    AUTO_FOCUS = "#wording"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", N_("Back"))]

    def __init__(self, title: str, about: str, *, needed: bool = True) -> None:
        super().__init__()
        self._heading = title
        self._about = about
        self._needed = needed

    def compose(self) -> ComposeResult:
        """What it is for, and the line."""
        with Vertical(id="sheet"):
            yield Words(plain(self._heading, "bold $primary"), id="sheet-title")
            yield Words(plain(self._about), id="question")
            yield _Line(id="wording", max_length=MOST, compact=True, select_on_focus=False)
        yield KeyLine()

    def works(self, action: str) -> bool:
        """It opens nothing else."""
        return action not in ("keys", "command_palette")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep it; nothing where something is needed and missing."""
        if event.value.strip() or not self._needed:
            self.close(event.value.strip())

    def action_back(self) -> None:
        """Keep nothing."""
        self.close(None)
