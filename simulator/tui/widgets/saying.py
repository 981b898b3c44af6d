"""What the trainee would say, in their own words, before the choices appear."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea

from simulator.model.message import N_
from simulator.words import _

EDITING: Final = {
    "left": "cursor_left",
    "right": "cursor_right",
    "up": "cursor_up",
    "down": "cursor_down",
    "ctrl+left": "cursor_word_left",
    "ctrl+right": "cursor_word_right",
    "home,ctrl+a": "cursor_line_start",
    "end,ctrl+e": "cursor_line_end",
    "backspace": "delete_left",
    "delete,ctrl+d": "delete_right",
    "ctrl+w": "delete_word_left",
    "ctrl+u": "delete_to_start_of_line",
    "ctrl+z": "undo",
    "ctrl+v": "paste",
}
"""The keys of every text field, which need no explaining."""


class Saying(TextArea, inherit_bindings=False):
    """Words that wrap as they are written. Enter says them; without any it shows the choices."""

    class Said(Message):
        """The trainee would say this; nothing where they prefer to see the choices."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "say", N_("Say it"), priority=True),
        *(Binding(keys, action, show=False) for keys, action in EDITING.items()),
    ]

    def __init__(self) -> None:
        super().__init__(
            id="saying", soft_wrap=True, tab_behavior="focus", compact=True, highlight_cursor_line=False,
            placeholder=_("In your own words…"),
        )  # fmt: skip
        self.cursor_blink = False
        self.border_title = f" {_('What would you say? Enter shows the choices; no clock runs yet')} "

    def ask(self, words: str = "") -> None:
        """Be there for the next words; with those that were typed before, where the call was left behind them."""
        self.text = words
        self.move_cursor(self.document.end)
        self.display = True
        self.focus()

    def action_say(self) -> None:
        """Say what was written."""
        self.post_message(self.Said(self.text))
