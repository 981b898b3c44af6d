"""The first picture of a call that is known: its title, while the rest is being read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult

from simulator.library import Loaded
from simulator.tui.base import RoleScreen
from simulator.tui.text import plain
from simulator.tui.widgets.topline import TopLine

if TYPE_CHECKING:
    from simulator.library import Entry


class OpeningScreen(RoleScreen[Loaded]):
    """Makes way as soon as the call is read. Its result: the call; None where it cannot be played after all."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self._entry = entry

    def compose(self) -> ComposeResult:
        """The line on top, as the briefing has it."""
        yield TopLine(plain(self._entry.title, "bold $primary"), plain(self.desk.wish.trainee, "$muted"))

    def on_mount(self) -> None:
        """Read the call when the title stands."""
        self.call_after_refresh(self._read)

    def _read(self) -> None:
        self.in_background(lambda: self.desk.library.load(self._entry.path), self.close)

    def failed(self, sentence: str) -> None:
        """Say it, and leave."""
        super().failed(sentence)
        self.close()
