"""The trainer's table: the sessions that whoever looks may see, sorted, narrowed and searched, however many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from simulator.model.message import N_
from simulator.record import EVERY, NEWEST, Column, Listed, Order, Wanted
from simulator.session import ReviewedSession
from simulator.session.sifting import column_word, filter_words, order_by
from simulator.settings.filters import Kept
from simulator.tui.base import RoleScreen
from simulator.tui.commands import Command
from simulator.tui.screens.sifting import FilterMenu
from simulator.tui.text import BLANK, Words, plain
from simulator.tui.widgets.keyline import KeyLine
from simulator.tui.widgets.listed import as_reviewed, listed_heads, listed_row, listed_words
from simulator.tui.widgets.paged import PAGE, Paged
from simulator.tui.widgets.topline import TopLine
from simulator.tui.widgets.window import Window
from simulator.words import _, ngettext, number

if TYPE_CHECKING:
    from simulator.record import Pages


class SessionsScreen(RoleScreen[None]):
    """Rows come in pages as one goes; how many there are is counted beside."""

    AUTO_FOCUS = "#listed"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", N_("Search")),
        Binding("f", "filter", N_("Filter")),
        Binding("s", "sort", N_("Sort")),
        Binding("r", "reverse", N_("Reverse")),
        Binding("escape", "clear", N_("Show all sessions")),
        Binding("down", "to_rows", show=False),
        Binding("q", "leave", N_("Leave")),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._wanted, self._order = EVERY, NEWEST
        self._trainee, self._title = "", ""
        """What the trainee and the call are called that the table is narrowed to."""
        self._viewer: str | None = None
        self._count: int | None = None
        self._looks = 0
        """How often the table was asked for: an answer that comes late is of no use."""
        self._opening = False
        self._menu = FilterMenu(self)

    def compose(self) -> ComposeResult:
        """A title, the search, the table, and the session that is pointed at in words."""
        yield TopLine(plain(_("Sessions"), "bold $primary"), plain(self.desk.wish.trainee, "$muted"))
        yield Input(placeholder=_("Search: trainee, call"), id="search", compact=True)
        with Vertical(id="table"):
            yield Words(listed_heads(self._order), id="heads")
            yield Paged(listed_row, id="listed")
        yield Words(id="row-told")
        yield KeyLine()

    def on_mount(self) -> None:
        """Read the first page."""
        self.query_one("#search").display = False
        self._look_up()

    def works(self, action: str) -> bool:
        """There is something to show again only after a search or a filter."""
        search = self.query_one("#search")
        match action:
            case "clear":
                return search.display or self._wanted != EVERY
            case "search":
                return not search.has_focus
            case "to_rows":
                return search.has_focus
            case _:
                return True

    def _look_up(self) -> None:
        """Read the table from its beginning."""
        self._looks += 1
        looks = self._looks
        self.in_background(partial(self._first, self._wanted, self._order), lambda found: self._opened(looks, *found))

    def _first(self, wanted: Wanted, order: Order) -> tuple[Pages, tuple[Listed, ...]]:
        """The first page; for a worker."""
        record = self.desk.record
        if self._viewer is None:
            self._viewer = record.people.id_of(self.desk.wish.trainee) or ""
        pages = record.pages(replace(wanted, viewer=self._viewer), order)
        return pages, pages.first(PAGE)

    def _opened(self, looks: int, pages: Pages, rows: Sequence[Listed]) -> None:
        if looks != self._looks:
            return
        window = Window.at_beginning(rows, PAGE)
        self._count = len(rows) if window.ends else None
        self.query_one("#heads", Words).say(listed_heads(self._order))
        self.query_one(Paged).open(pages, window)
        self._tell()
        if not window.ends:
            self.in_background(partial(self._counted_beside, pages), partial(self._counted, looks))

    def _counted_beside(self, pages: Pages) -> int:
        """How many there are, over a connection of its own, so that no page waits for it; for a worker."""
        with self.desk.another_record() as record:
            return record.pages(pages.wanted, pages.order).count()

    def _counted(self, looks: int, count: int) -> None:
        if looks == self._looks:
            self._count = count
            self.query_one(Paged).counted(count)
            self._tell()

    def _tell(self) -> None:
        """Say where one is, what the table is narrowed to, and what is pointed at."""
        narrowed = filter_words(self._wanted, trainee=self._trainee, title=self._title)
        told = " · ".join(part for part in (self._place(), *narrowed) if part)
        left = plain(_("Sessions"), "bold $primary") + plain(f"  {told}", "$muted")
        self.query_one(TopLine).show(left, plain(self.desk.wish.trainee, "$muted"))
        pointed = self.query_one(Paged).taken
        nothing = BLANK if self._count is None else plain(_("No session fits."))
        self.query_one("#row-told", Words).say(nothing if pointed is None else listed_words(pointed))
        self.refresh_bindings()

    def _place(self) -> str:
        """Which row of how many is pointed at, as far as that is known."""
        table = self.query_one(Paged)
        before, count = table.window.before, self._count
        if count == 0:
            return ngettext("{count} session", "{count} sessions", 0).format(count=0)
        if before is None or not table.count:
            return ""
        row = number(before + table.pointed + 1)
        if count is None:
            return _("session {row}").format(row=row)
        return _("session {row} of {count}").format(row=row, count=number(count))

    def on_rows_pointed(self) -> None:
        """Say which it is."""
        self._tell()

    def on_rows_taken(self) -> None:
        """Open the session for review."""
        from simulator.tui.screens.review import ReviewScreen

        taken = self.query_one(Paged).taken
        if taken is None or self._opening:
            return
        self._opening = True
        self.app.push_screen(ReviewScreen(taken.summary.session), partial(self._reviewed, taken))

    def _reviewed(self, row: Listed, told: ReviewedSession | None) -> None:
        """Show what the review has made of a row."""
        if told is not None:
            self.query_one(Paged).put(as_reviewed(row, told))
            self._tell()

    def on_screen_resume(self) -> None:
        """Another session can be opened."""
        self._opening = False

    def failed(self, sentence: str) -> None:
        """Say it; another session can be opened."""
        self._opening = False
        super().failed(sentence)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search while typing."""
        self.sift(replace(self._wanted, text=" ".join(event.value.split())))

    def on_input_submitted(self) -> None:
        """From the search to what it found."""
        self.action_to_rows()

    def action_to_rows(self) -> None:
        """From the search to what it found."""
        self.query_one(Paged).focus()

    def action_search(self) -> None:
        """Show the search and go there."""
        search = self.query_one("#search")
        search.display = True
        search.focus()
        self.refresh_bindings()

    def action_filter(self) -> None:
        """Pick a filter that was kept, or one thing more to narrow the table to."""
        self._menu.open(Kept(self._wanted, self._order), self.query_one(Paged).taken)

    def use(self, kept: Kept) -> None:
        """Show the table as it was kept."""
        self._order = kept.order
        self._wanted, self._trainee, self._title = kept.wanted, "", ""
        self._look_up()

    def action_sort(self) -> None:
        """Pick the column to sort by."""
        from simulator.tui.screens.commands import CommandsScreen

        ways = [
            Command(column_word(column), self._arrow(column), partial(self._sort, order_by(column)))
            for column in Column
        ]
        self.app.push_screen(CommandsScreen(_("Sort by…"), ways), self._picked)

    def _arrow(self, column: Column) -> str:
        return ("▼" if self._order.descending else "▲") if column is self._order.column else ""

    def action_reverse(self) -> None:
        """Sort the other way round."""
        self._sort(replace(self._order, descending=not self._order.descending))

    def _sort(self, order: Order) -> None:
        self._order = order
        self._look_up()

    def sift(self, wanted: Wanted, trainee: str = "", title: str = "") -> None:
        """Narrow the table; `trainee` and `title` are what is new of them."""
        if wanted != self._wanted:
            self._wanted = wanted
            self._trainee, self._title = trainee or self._trainee, title or self._title
            self._look_up()

    def _picked(self, way: Command | None) -> None:
        if way is not None:
            way.run()

    def action_clear(self) -> None:
        """Put the search and the filter away."""
        search = self.query_one("#search", Input)
        search.value = ""
        search.display = False
        self.action_to_rows()
        self.sift(EVERY)
        self.refresh_bindings()

    def action_leave(self) -> None:
        """Leave the table."""
        self.close()
