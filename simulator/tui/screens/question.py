"""A question before something that cannot be taken back, laid over a screen."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets.option_list import Option

from simulator.model.message import N_
from simulator.tui.base import RoleModal
from simulator.tui.text import Words, laid_out, plain
from simulator.tui.widgets.keyline import KeyLine
from simulator.tui.widgets.picker import Picker


class QuestionScreen(RoleModal[bool]):
    """Its result: whether the thing is to be done. What does nothing is pointed at first."""

    AUTO_FOCUS = "#answers"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", N_("Back"))]

    def __init__(self, title: str, words: str, no: str, yes: str) -> None:
        super().__init__()
        self._heading = title
        self._words = words
        self._answers = (no, yes)

    def compose(self) -> ComposeResult:
        """What would happen, and the two answers."""
        with Vertical(id="sheet"):
            yield Words(plain(self._heading, "bold $primary"), id="sheet-title")
            yield Words(plain(self._words), id="question")
            yield Picker(*(Option(laid_out(plain(answer))) for answer in self._answers), id="answers", markup=False)
        yield KeyLine()

    def works(self, action: str) -> bool:
        """A question has no keys to explain, and opens nothing else."""
        return action not in ("keys", "command_palette")

    def on_option_list_option_selected(self, event: Picker.OptionSelected) -> None:
        """An answer was taken."""
        self.close(event.option_index == 1)

    def action_back(self) -> None:
        """Back, and nothing is done."""
        self.close(False)
