"""The line at the bottom of every screen: the keys that work now."""

from __future__ import annotations

from textual.widgets import Footer

from simulator.tui.sizes import WIDTHS


class KeyLine(Footer):
    """Leaves the key of the command palette out where the screen is too narrow for it."""

    def on_mount(self) -> None:
        """Begin as wide as the terminal is."""
        self._fit()

    def on_resize(self) -> None:
        """Follow the terminal."""
        self._fit()

    def _fit(self) -> None:
        self.show_command_palette = self.app.size.width >= WIDTHS["-normal"]
