"""Commands to find by name, over a screen: the palette."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.visual import Visual
from textual.widgets import Input
from textual.widgets.option_list import Option

from simulator.model.message import N_
from simulator.tui.base import RoleModal
from simulator.tui.commands import Command
from simulator.tui.text import Words, plain
from simulator.tui.visuals import Cell, Columns
from simulator.tui.widgets.keyline import KeyLine
from simulator.tui.widgets.picker import LongPicker
from simulator.words import _

ABOUT = 26
"""Cells of the second column, where nobody wants another number."""


class CommandsScreen(RoleModal[Command | None]):
    """Its result is the command that was taken."""

    AUTO_FOCUS = "#wanted"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", N_("Take"), priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("escape", "back", N_("Back")),
    ]

    def __init__(self, placeholder: str, commands: Sequence[Command], about: int = ABOUT) -> None:
        super().__init__()
        self._about = about
        self._placeholder = placeholder
        self._commands = tuple(commands)
        self._found: list[Command] = []
        self._picker = LongPicker(id="commands", markup=False)
        self._nothing = Words(plain(_("Nothing is called that."), "$muted"), id="nothing")

    def compose(self) -> ComposeResult:
        """What is wanted, and what there is."""
        with Vertical(id="sheet"):
            yield Input(placeholder=self._placeholder, id="wanted", compact=True)
            yield self._picker
            yield self._nothing
        yield KeyLine()

    def on_mount(self) -> None:
        """All of them at first."""
        self._find("")

    def works(self, action: str) -> bool:
        """A palette has no keys to explain, and opens no other."""
        return action not in ("keys", "command_palette")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find while typing."""
        self._find(event.value)

    def on_option_list_option_selected(self) -> None:
        """The mouse took one."""
        self.action_take()

    def action_take(self) -> None:
        """Take the command that is pointed at."""
        place = self._picker.highlighted
        if place is not None and place < len(self._found):
            self.close(self._found[place])

    def action_move(self, by: int) -> None:
        """Point at the next one, or the one before."""
        if self._found:
            self._picker.highlighted = ((self._picker.highlighted or 0) + by) % len(self._found)

    def action_back(self) -> None:
        """Back without a command."""
        self.close(None)

    def _find(self, wanted: str) -> None:
        words = wanted.casefold().split()
        self._found = [one for one in self._commands if all(word in one.name.casefold() for word in words)]
        self._picker.clear_options()
        self._picker.add_options(Option(_row(one, self._about)) for one in self._found)
        self._picker.highlighted = 0 if self._found else None
        self._picker.display = bool(self._found)
        self._nothing.display = not self._found


def _row(command: Command, about: int) -> Visual:
    return Columns([Cell(plain(command.name)), Cell(plain(command.about, "$muted"), about, right=True)])
