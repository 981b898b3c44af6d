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
from simulator.tui.text import BLANK, Words, plain
from simulator.tui.visuals import Cell, Columns
from simulator.tui.widgets.clock import Clock
from simulator.tui.widgets.keyline import KeyLine


class SheetTitle(Words):
    """The head of a sheet, with the countdown of a call that it lies over."""

    def __init__(self, title: str, clock: Clock | None) -> None:
        super().__init__(id="sheet-title")
        self._title = plain(title, "bold $primary")
        self._clock = clock

    def on_mount(self) -> None:
        """Move with the seconds, where there are any to count."""
        self.tick()
        if self._clock is not None:
            self.set_interval(0.5, self.tick)

    def tick(self) -> None:
        """Show the time as it is."""
        left = BLANK if self._clock is None else self._clock.countdown
        self.say(Columns([Cell(self._title), Cell(left, left.cell_length)]) if left else self._title)


class SheetScreen(RoleModal[None]):
    """Something to read, from its beginning or its end; `key`, Escape, Enter and the blank go back."""

    AUTO_FOCUS = "#sheet-text"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", N_("Back")),
        Binding("enter,space,q", "back", N_("Back"), show=False),
    ]

    def __init__(
        self, title: str, words: Content | Visual, key: str = "", *, at_end: bool = False, clock: Clock | None = None
    ) -> None:
        super().__init__()
        self._clock = clock
        self._heading = title
        self._words = words
        self._at_end = at_end
        if key:
            self._bindings.bind(key, "back", N_("Back"), show=False)

    def compose(self) -> ComposeResult:
        """The sheet."""
        with Vertical(id="sheet"):
            yield SheetTitle(self._heading, self._clock)
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
