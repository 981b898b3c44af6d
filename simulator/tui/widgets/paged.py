"""A list of rows that are read in pages as one goes: it holds a few pages of a table that may have a million rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, cast

from textual.events import MouseScrollDown, MouseScrollUp
from textual.geometry import Size
from textual.visual import Visual

from simulator.record import Listed
from simulator.tui.base import RoleScreen
from simulator.tui.widgets.rows import Rows
from simulator.tui.widgets.window import Window

if TYPE_CHECKING:
    from simulator.record import Pages

PAGE: Final = 100
"""Rows that are read at once."""
NEAR: Final = 60
"""So many rows before an end of what is held more is read: a tall screen."""
WHEEL: Final = 3
"""Rows for each notch of the wheel."""


class Paged(Rows):
    """Home and End lead to the ends of the table, not of what is held; the wheel moves what is pointed at."""

    def __init__(self, draw: Callable[[Listed], Visual], *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._draw = draw
        self._pages: Pages | None = None
        self._window: Window[Listed] = Window()
        self._reading = False
        self._total: int | None = None

    @property
    def window(self) -> Window[Listed]:
        """What is held."""
        return self._window

    @property
    def taken(self) -> Listed | None:
        """The row that is pointed at."""
        return self._window.rows[self.pointed] if self.pointed < len(self._window.rows) else None

    def open(self, pages: Pages, window: Window[Listed], pointed: int = 0) -> None:
        """Show another table, or the same one anew."""
        self._pages, self._reading, self._total = pages, False, None
        self._hold(window)
        self.fill(len(window.rows), self._visual, pointed)

    def counted(self, count: int) -> None:
        """The table has so many rows."""
        self._total = count
        self._hold(self._window)

    def put(self, row: Listed) -> None:
        """Show a session as it is now. It stays where it is, whatever it is sorted by, until the table is read anew."""
        for place, held in enumerate(self._window.rows):
            if held.summary.session == row.summary.session:
                self._hold(self._window.with_row(place, row))
                self.refresh()

    def watch_pointed(self) -> None:
        """Read on where an end of what is held comes near."""
        super().watch_pointed()
        if self.count - self.pointed <= NEAR:
            self._read(forward=True)
        if self.pointed < NEAR:
            self._read(forward=False)

    def action_point(self, place: int) -> None:
        """Point at the first or the last row of the table."""
        last, window = place < 0, self._window
        if self._pages is None or (window.ends if last else window.begins):
            super().action_point(place)
        elif not self._reading:
            self._ask(self._pages.last if last else self._pages.first, partial(self._came_to_end, last))

    def _read(self, *, forward: bool) -> None:
        window, pages = self._window, self._pages
        if pages is None or self._reading or not window.rows or (window.ends if forward else window.begins):
            return
        edge = window.rows[-1 if forward else 0].mark
        self._ask(partial(pages.after if forward else pages.before, edge), partial(self._came, forward))

    def _ask(self, read: Callable[[int], tuple[Listed, ...]], then: Callable[[Sequence[Listed]], None]) -> None:
        """Read a page in a thread; what comes once another table is shown is of no use."""
        pages, self._reading = self._pages, True

        def come(rows: tuple[Listed, ...]) -> None:
            if pages is self._pages:
                self._reading = False
                then(rows)

        screen = cast("RoleScreen[object]", self.screen)
        screen.in_background(lambda: read(PAGE), come, self._failed)

    def _failed(self, sentence: str) -> None:
        self._reading = False
        cast("RoleScreen[object]", self.screen).failed(sentence)

    def _came_to_end(self, last: bool, rows: Sequence[Listed]) -> None:
        window = Window.at_end(rows, PAGE) if last else Window.at_beginning(rows, PAGE)
        self._hold(window)
        self.fill(len(rows), self._visual, len(rows) - 1 if last else 0)

    def _came(self, forward: bool, rows: Sequence[Listed]) -> None:
        """Hold more, and stay where one is: what is drawn does not move."""
        before = self._window
        self._hold(before.with_next(rows, PAGE) if forward else before.with_previous(rows, PAGE))
        held = len(self._window.rows)
        shift = held - len(before.rows) - len(rows) if forward else len(rows)
        top = self.scroll_offset.y + shift
        self._count, self._row = held, self._visual
        self.virtual_size = Size(0, held)
        self.set_reactive(Rows.pointed, self.validate_pointed(self.pointed + shift))
        self.scroll_to(y=top, animate=False, force=True, immediate=True)
        self.refresh()
        self.post_message(self.Pointed())

    def _hold(self, window: Window[Listed]) -> None:
        self._window = window if self._total is None else window.of(self._total)

    def _visual(self, place: int) -> Visual:
        return self._draw(self._window.rows[place])

    def _on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        event.stop()
        self.pointed += WHEEL

    def _on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        event.stop()
        self.pointed -= WHEEL
