"""The line at the bottom of every screen: the keys that work now."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

BLANKS, FEWER = 3, 2
"""Cells around a key and its words, and where room is short."""


class KeyLine(Footer):
    """Closes up where room is short, and leaves keys out before one is cut: the command palette's, then others.

    All of them are on the sheet that F1 opens.
    """

    def compose(self) -> ComposeResult:
        """The keys, as they fit."""
        self._fit()
        self._composed = self._keys()
        yield from self._fitting(list(super().compose()))

    def _fitting(self, keys: list[Widget]) -> list[Widget]:
        """As many as there is room for; the first ones and the last one are needed most."""
        while self.compact and len(keys) > 2 and sum(map(_room_of, keys)) > self.app.size.width + 1:
            del keys[-2]
        return keys

    def bindings_changed(self, screen: Screen[object]) -> None:
        """Make the keys anew where they are others: whatever has the focus, most of the time they are the same."""
        if not self._bindings_ready or self._keys() != self._composed:
            super().bindings_changed(screen)

    def _keys(self) -> list[tuple[Binding, bool]]:
        """What is shown, and whether it works."""
        return [(active.binding, active.enabled) for active in self.screen.active_bindings.values()]

    def on_resize(self) -> None:
        """Follow the terminal."""
        before = (self.compact, self.show_command_palette)
        self._fit()
        if self.compact or before != (self.compact, self.show_command_palette):
            self.refresh(recompose=True)

    def _fit(self) -> None:
        palette = self.app.COMMAND_PALETTE_BINDING
        shown = {
            active.binding.action: active.binding
            for active in self.screen.active_bindings.values()
            if active.binding.show
        }
        room = self.app.size.width - sum(map(self._width, shown.values()))
        commands = self.screen.active_bindings.get(palette)
        self.show_command_palette = commands is not None and self._width(commands.binding) < room
        self.compact = room < 0

    def _width(self, binding: Binding) -> int:
        return len(self.app.get_key_display(binding)) + len(binding.description) + BLANKS


def _room_of(key: Widget) -> int:
    return len(key.key_display) + len(key.description) + FEWER if isinstance(key, FooterKey) else 0
