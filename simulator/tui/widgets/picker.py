"""A list to pick from, with its keys in the language in use."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import OptionList

from simulator.model.message import N_


class Picker(OptionList, inherit_bindings=False):
    """Arrows move, Enter takes. Page keys are left to the words that are read beside it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "cursor_down", N_("Down"), show=False),
        Binding("up", "cursor_up", N_("Up"), show=False),
        Binding("enter", "select", N_("Take")),
    ]


class LongPicker(Picker):
    """A list that may be longer than the screen: page keys move in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", N_("Open")),
        Binding("pagedown", "page_down", N_("Page down"), show=False),
        Binding("pageup", "page_up", N_("Page up"), show=False),
        Binding("home", "first", N_("First"), show=False),
        Binding("end", "last", N_("Last"), show=False),
    ]
