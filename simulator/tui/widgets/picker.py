"""A list to pick from, with its keys in the language in use."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import OptionList

from simulator.model.message import N_


class Picker(OptionList, inherit_bindings=False):
    """Arrows move, Enter takes. Page keys are left to the words that are read beside it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "cursor_down", show=False),
        Binding("up", "cursor_up", show=False),
        Binding("enter", "select", N_("Take")),
    ]


class LongPicker(Picker):
    """A list that may be longer than the screen: page keys move in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", N_("Open")),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
    ]

    def action_page(self, direction: int) -> None:
        """Point at what is a screen away. (Textual's own way there fails before the first picture.)"""
        if self.option_count:
            place = (self.highlighted or 0) + direction * max(1, self.size.height)
            self.highlighted = max(0, min(place, self.option_count - 1))
