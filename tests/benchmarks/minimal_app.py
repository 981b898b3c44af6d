"""The reference for starting up: a Textual app with five widgets and nothing of ours."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, Label, OptionList, ProgressBar


class MinimalApp(App[None]):
    """Five widgets."""

    def compose(self) -> ComposeResult:
        """A header, a word to wait for, a list, a bar, a footer."""
        yield Header()
        yield Label("The minimal app stands")
        yield OptionList("one", "two", "three")
        yield ProgressBar(total=10)
        yield Footer()


if __name__ == "__main__":
    MinimalApp().run()
