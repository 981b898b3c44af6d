"""Home: where the trainee stands, the call to take next, the library, and what the selected call is about."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from simulator.library import Entry, Listing, Loaded
from simulator.model.message import N_
from simulator.session import Standing, standing_of
from simulator.tui.base import RoleScreen
from simulator.tui.text import Words, plain
from simulator.tui.widgets.keyline import KeyLine
from simulator.tui.widgets.library import entry_row, heads
from simulator.tui.widgets.preview import Preview
from simulator.tui.widgets.rows import Rows
from simulator.tui.widgets.sieve import Sieve
from simulator.tui.widgets.standing import next_rows, skill_rows, skills_title
from simulator.tui.widgets.topline import TopLine
from simulator.words import _, language, ngettext, say

if TYPE_CHECKING:
    from simulator.tui.commands import Command


class HomeScreen(RoleScreen[None]):
    """Where calls are picked."""

    AUTO_FOCUS = "#calls"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "next", N_("Next call")),
        Binding("slash", "search", N_("Search")),
        Binding("f", "filter", N_("Filter")),
        Binding("h", "history", N_("History")),
        Binding("escape", "clear", N_("Show all calls")),
        Binding("down", "to_calls", show=False),
        Binding("q", "leave", N_("Leave")),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._listing = Listing(())
        self._entries: list[Entry] = []
        self._standing = Standing()
        self._sieve = Sieve()
        self._opening = False
        self._looks = 0
        """How often the standing was looked up: an answer that comes late is of no use."""

    def compose(self) -> ComposeResult:
        """A title, the standing, the search, the calls with their preview."""
        yield TopLine(plain("RoleCall", "bold $primary"), self._who)
        with Vertical(id="standing", classes="-unknown"):
            yield Words(id="next")
            yield Words(id="skills")
        yield Input(placeholder=_("Search: title, role, level, language"), id="search", compact=True)
        with Vertical(id="library"):
            with Vertical(id="table"):
                yield Words(heads(), id="heads")
                yield Rows(id="calls")
            yield Preview(self.desk.library, self.desk.wish.trainee)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the calls that were there last time, look what is there now, and how the trainee stands."""
        self.query_one("#search").display = False
        self.in_background(self.desk.library.last_listing, self._remembered)

    def on_screen_resume(self) -> None:
        """Coming back from a call: the trainee may stand otherwise."""
        self._opening = False
        if self._listing.entries:
            self._look_up()

    def works(self, action: str) -> bool:
        """There is something to show again only after a search, and a next call once it is known."""
        search = self.query_one("#search")
        match action:
            case "clear":
                return search.display or self._sieve != Sieve()
            case "search":
                return not search.has_focus
            case "filter":
                return bool(self._listing.entries)
            case "next":
                return self._advised is not None
            case "to_calls":
                return search.has_focus
            case _:
                return True

    def _remembered(self, listing: Listing | None) -> None:
        if listing is not None:
            self._listing = listing
            self._fill()
            self._look_up()
        self.in_background(self.desk.library.listing, self._listed)

    def _listed(self, listing: Listing) -> None:
        before, self._listing = self._listing, listing
        for problem in listing.problems:
            self.notify(say(problem), severity="warning", markup=False, timeout=15)
        if listing.entries != before.entries or not listing.entries:
            self._fill()
            self._look_up()

    def _look_up(self) -> None:
        self._looks += 1
        number = self._looks
        self.in_background(self._stand, lambda standing: self._stood(number, standing))

    def _stand(self) -> Standing:
        """Where the trainee stands now; for a worker."""
        desk = self.desk
        now = desk.world.at if desk.world else None
        return standing_of(desk.record, desk.library, self._listing.entries, desk.wish.trainee, language(), now)

    def _stood(self, number: int, standing: Standing) -> None:
        if standing == self._standing or number < self._looks:
            return
        self._standing = standing
        advised = self._advised
        self.query_one("#standing").set_class(advised is None, "-unknown")
        if advised is not None:
            self._point_at_first(advised)
            self.query_one("#next", Words).say(next_rows(standing, advised))
            skills = self.query_one("#skills", Words)
            skills.border_title = skills_title(standing)
            skills.say(skill_rows(standing))
        self._fill()
        self.refresh_bindings()

    def _point_at_first(self, advised: Entry) -> None:
        """Point at the call to take next as long as nobody has moved."""
        calls = self.query_one(Rows)
        if calls.pointed == 0 and advised in self._entries:
            calls.pointed = self._entries.index(advised)

    @property
    def _advised(self) -> Entry | None:
        """The call to take next."""
        advice = self._standing.advice
        return next((e for e in self._listing.entries if advice and e.id == advice.scenario and e.playable), None)

    def _fill(self) -> None:
        calls = self.query_one(Rows)
        pointed_at = self._pointed_at
        self._entries = [entry for entry in self._listing.entries if self._sieve.lets(entry)]
        self._entries.sort(key=lambda entry: (not entry.playable, entry.language != language()))
        place = self._entries.index(pointed_at) if pointed_at in self._entries else 0
        calls.fill(len(self._entries), lambda place: entry_row(self._entries[place], self._standing), place)
        self._tell_count()
        if not self._entries:
            self._tell_nothing_fits()

    def _tell_count(self) -> None:
        count = ngettext("{count} call", "{count} calls", len(self._entries)).format(count=len(self._entries))
        told = " · ".join((count, *self._sieve.picked))
        self.query_one(TopLine).show(plain("RoleCall", "bold $primary") + plain(f"  {told}", "$muted"), self._who)

    def _tell_nothing_fits(self) -> None:
        found = self._listing.entries
        text = _("No call fits your search.") if found else _("There is no call in the library.")
        self.query_one(Preview).tell(text)

    @property
    def _who(self) -> Content:
        return plain(self.desk.wish.trainee, "$muted")

    @property
    def _pointed_at(self) -> Entry | None:
        place = self.query_one(Rows).pointed
        return self._entries[place] if place < len(self._entries) else None

    def on_rows_pointed(self) -> None:
        """Show what the call is about."""
        entry = self._pointed_at
        if entry is not None:
            self.query_one(Preview).show(entry, self._standing)

    def on_rows_taken(self) -> None:
        """Open the call."""
        self._open(self._pointed_at)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search while typing."""
        self._sift(replace(self._sieve, words=event.value))

    def on_input_submitted(self) -> None:
        """From the search to what it found."""
        self.action_to_calls()

    def action_to_calls(self) -> None:
        """From the search to what it found."""
        self.query_one("#calls").focus()

    def action_search(self) -> None:
        """Show the search and go there."""
        search = self.query_one("#search")
        search.display = True
        search.focus()
        self.refresh_bindings()

    def action_filter(self) -> None:
        """Pick a role, a level or a language."""
        from simulator.tui.commands import Command
        from simulator.tui.screens.commands import CommandsScreen

        ways = [
            Command(name, count, partial(self._sift, sieve))
            for name, count, sieve in self._sieve.ways(self._listing.entries)
        ]
        everything = Command(_("All roles, levels and languages"), "", partial(self._sift, Sieve(self._sieve.words)))
        self.app.push_screen(CommandsScreen(_("Show only…"), [*ways, everything]), self._filtered)

    def _filtered(self, way: Command | None) -> None:
        if way is not None:
            way.run()

    def _sift(self, sieve: Sieve) -> None:
        self._sieve = sieve
        self._fill()
        self.refresh_bindings()

    def action_clear(self) -> None:
        """Put the search and the filters away."""
        search = self.query_one("#search", Input)
        search.value = ""
        search.display = False
        self.query_one("#calls").focus()
        self._sift(Sieve())

    def action_next(self) -> None:
        """Open the call to take next."""
        self._open(self._advised)

    def action_history(self) -> None:
        """Show what was played."""
        from simulator.tui.screens.history import HistoryScreen

        self.app.push_screen(HistoryScreen(self._standing, self._stand))

    def _open(self, entry: Entry | None) -> None:
        if entry is None or self._opening:
            return
        if entry.problem is not None:
            self.failed(say(entry.problem))
            return
        self._opening = True
        self.in_background(lambda: self.desk.library.load(entry.path), self._loaded)

    def action_leave(self) -> None:
        """Leave the program."""
        self.close()

    def _loaded(self, loaded: Loaded) -> None:
        from simulator.tui.screens.briefing import BriefingScreen

        self.app.push_screen(BriefingScreen(loaded))

    def failed(self, sentence: str) -> None:
        """Say it; the call can be opened again once that is mended."""
        self._opening = False
        super().failed(sentence)
