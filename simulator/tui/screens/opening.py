"""The first picture of a call that is known: its title, while the rest is being read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult

from simulator.tui.base import RoleScreen
from simulator.tui.text import plain
from simulator.tui.widgets.topline import TopLine

if TYPE_CHECKING:
    from simulator.library import Entry, Loaded


class OpeningScreen(RoleScreen[None]):
    """Makes way for the briefing as soon as that can be shown. Its result: None, where it cannot."""

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
        self.in_background(lambda: self.desk.library.load(self._entry.path), self._loaded)

    def _loaded(self, loaded: Loaded) -> None:
        from simulator.tui.screens.briefing import BriefingScreen

        self.app.switch_screen(BriefingScreen(loaded))

    def failed(self, sentence: str) -> None:
        """Say it, and leave."""
        super().failed(sentence)
        self.close()
