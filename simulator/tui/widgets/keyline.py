"""The line at the bottom of every screen: the keys that work now."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Final, NamedTuple

from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

FREE, CLOSE = 3, 2
"""Cells around a key and its words, and where room is short."""

EDGE: Final = "▏"
"""Before the key of the command palette, which stands apart."""


class Shown(NamedTuple):
    """One key of the line."""

    key: str
    display: str
    does: str
    enabled: bool

    @property
    def width(self) -> int:
        """Cells that the key and its words take, without what is around them."""
        return len(self.display) + len(self.does)


class KeyLine(Widget, can_focus=False):
    """Closes up where room is short, and leaves keys out before one is cut: the command palette's, then others.

    All of them are on the sheet that F1 opens. One line of text and not a widget for each key: keys change with every
    answer, and a frame would wait for them.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"keyline--key", "keyline--off", "keyline--edge"}
    DEFAULT_CSS = """
    KeyLine {
        dock: bottom; height: 1; background: $panel; color: $foreground; text-wrap: nowrap;
        & > .keyline--key { color: $accent; text-style: bold; }
        & > .keyline--off { text-style: dim; }
        & > .keyline--edge { color: $foreground 20%; }
    }
    """
    auto_links = False

    def __init__(self) -> None:
        super().__init__()
        self._keys: tuple[Shown, ...] = ()
        self._palette: Shown | None = None

    def on_mount(self) -> None:
        """Follow the keys of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        """Show the keys anew where they are others: whatever has the focus, most of the time they are the same."""
        if self.is_attached and screen is self.screen and screen.app.app_focus:
            found = self._found()
            if found != (self._keys, self._palette):
                self._keys, self._palette = found
                self.refresh()

    def _found(self) -> tuple[tuple[Shown, ...], Shown | None]:
        """The keys that are shown, each action once, and that of the command palette."""
        active = self.screen.active_bindings
        shown: dict[str, Shown] = {}
        for one in active.values():
            if one.binding.show and one.binding.action not in shown:
                shown[one.binding.action] = self._shown(one.binding, enabled=one.enabled)
        palette = active.get(self.app.COMMAND_PALETTE_BINDING)
        return tuple(shown.values()), palette and self._shown(palette.binding, enabled=palette.enabled)

    def _shown(self, binding: Binding, *, enabled: bool) -> Shown:
        return Shown(binding.key, self.app.get_key_display(binding), binding.description, enabled)

    def render(self) -> Content:
        """The keys, as they fit."""
        width = self.size.width
        # The blank behind the last key may go.
        room = width - _taken(self._keys, FREE) + 1
        if room < 0:
            fitting = _fitting(self._keys, width)
            return self._line(" " if _taken(fitting, FREE) <= width + 1 else "", fitting, " ")
        line = self._line(" ", self._keys, " ")
        if self._palette is None or self._palette.width + FREE >= room - 1:
            return line
        edge = Content.styled(EDGE, self.get_visual_style("keyline--edge"))
        commands = self._line(edge, (self._palette,), " ")
        return Content.assemble(line, " " * (width - line.cell_length - commands.cell_length), commands)

    def _line(self, before: str | Content, keys: tuple[Shown, ...], after: str) -> Content:
        """The keys with what stands before and behind each."""
        style = self.get_visual_style("keyline--key")
        off = self.get_visual_style("keyline--off")
        parts: list[Content] = []
        for key in keys:
            click = Style.from_meta({"@click": f"app.simulate_key({key.key!r})"})
            part = Content.assemble(before, (key.display, style), f" {key.does}{after}")
            parts.append(part.stylize(click) if key.enabled else part.stylize(off))
        return Content("").join(parts)


def _taken(keys: Iterable[Shown], around: int) -> int:
    """The cells of keys with `around` cells around each and its words."""
    return sum(key.width + around for key in keys)


def _fitting(keys: tuple[Shown, ...], width: int) -> tuple[Shown, ...]:
    """As many as there is room for; the first ones and the last one are needed most."""
    left = list(keys)
    while len(left) > 2 and _taken(left, CLOSE) > width + 1:
        del left[-2]
    return tuple(left)
