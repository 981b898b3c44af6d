"""A question with one line to answer it on, laid over a screen."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from simulator.model.message import N_
from simulator.tui.base import RoleModal
from simulator.tui.text import Words, plain
from simulator.tui.widgets.keyline import KeyLine

LINE_MAX = 400
"""Characters; the path of a file may be long."""


class _Line(Input):
    """Says what Enter does."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", N_("Take"))]


class AskingScreen(RoleModal[str | None]):
    """Its result: what was written, without blanks around it; None where nothing was."""

    AUTO_FOCUS = "#line"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", N_("Back"))]

    def __init__(self, title: str, about: str) -> None:
        super().__init__()
        self._heading = title
        self._about = about

    def compose(self) -> ComposeResult:
        """What is asked, and the line."""
        with Vertical(id="sheet"):
            yield Words(plain(self._heading, "bold $primary"), id="sheet-title")
            yield Words(plain(self._about), id="question")
            yield _Line(id="line", max_length=LINE_MAX, compact=True)
        yield KeyLine()

    def works(self, action: str) -> bool:
        """A question has no keys to explain, and opens nothing else."""
        return action not in ("keys", "command_palette")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """It was written."""
        self.close(event.value.strip() or None)

    def action_back(self) -> None:
        """Back without an answer."""
        self.close(None)
