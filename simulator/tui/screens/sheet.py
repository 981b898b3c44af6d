"""A sheet laid over a screen: a title and words to read."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.visual import Visual

from simulator.model.message import N_
from simulator.tui.base import RoleModal
from simulator.tui.text import Words, plain
from simulator.tui.widgets.keyline import KeyLine


class SheetScreen(RoleModal[None]):
    """Something to read, from its beginning or its end; `key`, Escape, Enter and the blank go back."""

    AUTO_FOCUS = "#sheet-text"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", N_("Back")),
        Binding("enter,space,q", "back", N_("Back"), show=False),
    ]

    def __init__(self, title: str, words: Content | Visual, key: str = "", *, at_end: bool = False) -> None:
        super().__init__()
        self._heading = title
        self._words = words
        self._at_end = at_end
        if key:
            self._bindings.bind(key, "back", N_("Back"), show=False)

    def compose(self) -> ComposeResult:
        """The sheet."""
        with Vertical(id="sheet"):
            yield Words(plain(self._heading, "bold $primary"), id="sheet-title")
            with VerticalScroll(id="sheet-text"):
                yield Words(self._words)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the end, where it begins there."""
        if self._at_end:
            self.call_after_refresh(self.query_one("#sheet-text").scroll_end, animate=False)

    def works(self, action: str) -> bool:
        """A sheet has no keys to explain."""
        return action != "keys"

    def action_back(self) -> None:
        """Back to what lies below."""
        self.close()
