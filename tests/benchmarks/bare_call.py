"""The reference for a call: a bare Textual screen with the widgets of one, and nothing of ours."""

from __future__ import annotations

import sys
from typing import ClassVar, Final

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Footer, OptionList, Static

KEYS: Final = ("Card", "Knowledge", "Transcript", "Pause", "Hint", "Leave")


class BareCall(App[None]):
    """A line on top, words, bars, a list of choices and a footer, as large as those of a call."""

    CSS = """
    #top { dock: top; height: 1; }
    #words { height: 1fr; }
    #card { display: none; }
    OptionList { height: auto; border: none; border-top: solid gray; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding(word[0].lower(), "bell", word) for word in KEYS]

    def __init__(self, said: str, choices: list[str]) -> None:
        super().__init__()
        self._said = said
        self._choices = choices

    def compose(self) -> ComposeResult:
        """The widgets."""
        yield Static("Mo Reed   practice  0:00", id="top")
        with Horizontal():
            with Vertical():
                with VerticalScroll(id="words", can_focus=False):
                    yield Static(self._said)
                yield Static("Patience ━━━━━ 3/5")
                yield OptionList(*self._choices)
            with VerticalScroll(id="card", can_focus=False):
                yield Static("Parcel  of Monday")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """The arrows move in the list."""
        self.query_one(OptionList).focus()


if __name__ == "__main__":
    BareCall(sys.argv[1], sys.argv[2:]).run()
