"""A list of rows of one line each, drawn as they come into sight: a thousand stand as fast as ten."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from simulator.model.message import N_

MARGIN: Final = 2
"""Blank cells at both ends of a row."""


class Rows(ScrollView, can_focus=True, inherit_bindings=False):
    """Arrows and page keys move, Enter and the mouse take."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--row", "rows--pointed"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", N_("Open")),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("home", "point(0)", show=False),
        Binding("end", "point(-1)", show=False),
    ]

    pointed: reactive[int] = reactive(0, init=False)
    """The row that is pointed at, from 0; it means nothing where there is none."""

    class Pointed(Message):
        """Another row, or the row of another list, is pointed at."""

    class Taken(Message):
        """The row that is pointed at was taken."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.openable = True
        """Whether a row can be taken."""
        self._count = 0
        self._row: Callable[[int], Visual] | None = None

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._count

    def fill(self, count: int, row: Callable[[int], Visual], pointed: int = 0) -> None:
        """Show `count` rows, each made by `row` when it is drawn, and point at one of them."""
        self._count, self._row = count, row
        self.virtual_size = Size(0, count)
        self.refresh_bindings()
        before = self.pointed
        self.pointed = pointed
        if before == self.pointed:
            self._show_pointed()
        self.refresh()

    def validate_pointed(self, pointed: int) -> int:
        """Stay in the list."""
        return max(0, min(pointed, self._count - 1))

    def watch_pointed(self) -> None:
        """Bring the row into sight and tell of it."""
        self._show_pointed()

    def _show_pointed(self) -> None:
        if self._count:
            self.call_after_refresh(self._bring_into_sight)
            self.refresh()
            self.post_message(self.Pointed())

    def _bring_into_sight(self) -> None:
        self.scroll_to_region(Region(0, self.pointed, 1, 1), animate=False, force=True)

    def on_resize(self) -> None:
        """What is pointed at stays in sight."""
        if self._count:
            self._bring_into_sight()

    def render_line(self, y: int) -> Strip:
        """One row; blank behind the last one."""
        width, place = self.scrollable_content_region.width, y + self.scroll_offset.y
        name = "rows--pointed" if place == self.pointed else "rows--row"
        style = self.get_visual_style("rows--row" if place >= self._count else name)
        if self._row is None or place >= self._count:
            return Strip.blank(width, style.rich_style)
        strips = Visual.to_strips(self, self._row(place), max(1, width - 2 * MARGIN), 1, style)
        blank = Strip.blank(MARGIN, style.rich_style)
        return Strip.join([blank, *strips[:1]]).extend_cell_length(width, style.rich_style)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is taken where nothing can be."""
        return self.openable and self._count > 0 if action == "take" else super().check_action(action, parameters)

    def on_click(self, event: Click) -> None:
        """The mouse takes a row."""
        place = int(event.y + self.scroll_offset.y)
        if place < self._count:
            self.pointed = place
            self.action_take()

    def action_take(self) -> None:
        """Take the row that is pointed at."""
        if self._count and self.openable:
            self.post_message(self.Taken())

    def action_move(self, by: int) -> None:
        """Point at the next one, or the one before."""
        self.pointed += by

    def action_page(self, direction: int) -> None:
        """Point at what is a screen away."""
        self.pointed += direction * max(1, self.size.height - 1)

    def action_point(self, place: int) -> None:
        """Point at a row; -1 for the last."""
        self.pointed = place if place >= 0 else self._count - 1
