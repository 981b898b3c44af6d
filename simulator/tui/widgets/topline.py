"""The line on top of every screen: what is shown to the left, who and how to the right."""

from __future__ import annotations

from textual.content import Content

from simulator.tui.text import BLANK, Words
from simulator.tui.visuals import Cell, Columns


class TopLine(Words):
    """One line; what stands to the right is never cut."""

    def __init__(self, left: Content = BLANK, right: Content = BLANK) -> None:
        super().__init__(id="top")
        self.show(left, right)

    def show(self, left: Content, right: Content) -> None:
        """Show something else."""
        self.say(Columns([Cell(left), Cell(right, right.cell_length)]))
