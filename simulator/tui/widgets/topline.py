"""The line on top of every screen: what is shown to the left, who and how to the right."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget

from simulator.tui.text import BLANK, Words


class TopLine(Horizontal):
    """One line; what stands to the right is never cut."""

    def __init__(self, left: Content = BLANK, *right: Content | Widget) -> None:
        super().__init__(id="top")
        self._left = Words(left, id="top-left")
        self._right = [Words(one, classes="top-right") if isinstance(one, Content) else one for one in right]

    def compose(self) -> ComposeResult:
        """Both ends."""
        yield self._left
        yield from self._right

    def say(self, left: Content) -> None:
        """Show something else to the left."""
        self._left.say(left)
