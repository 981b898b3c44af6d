"""A call that stands still: its words are hidden, and the caller does not wait."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from simulator.model.message import N_
from simulator.tui.base import RoleModal
from simulator.tui.text import Words, plain
from simulator.tui.widgets.keyline import KeyLine
from simulator.words import _


class PauseScreen(RoleModal[None]):
    """Lies over the whole call until the trainee is back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "back", N_("Go on")),
        Binding("p,escape,space,f7", "back", N_("Go on"), show=False),
    ]

    def compose(self) -> ComposeResult:
        """What is known of the call, which is nothing."""
        with Vertical(id="sheet"):
            yield Words(plain(_("The call is paused"), "bold $primary"), id="sheet-title")
            yield Words(plain(_("The clock stands and the caller does not wait. The pause is recorded.")))
        yield KeyLine()

    def works(self, action: str) -> bool:
        """There is nothing else to do."""
        return action == "back"

    def action_back(self) -> None:
        """Back to the call."""
        self.close()
