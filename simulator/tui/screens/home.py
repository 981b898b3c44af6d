"""Home: the library of calls, and what the selected one is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input
from textual.widgets.option_list import Option

from simulator.library import Entry, Listing, Loaded
from simulator.model.message import N_
from simulator.tui.base import RoleScreen
from simulator.tui.text import Words, plain
from simulator.tui.widgets.keyline import KeyLine
from simulator.tui.widgets.library import entry_row, heads, matches
from simulator.tui.widgets.picker import LongPicker
from simulator.tui.widgets.preview import Preview
from simulator.tui.widgets.topline import TopLine
from simulator.words import _, ngettext, say


class HomeScreen(RoleScreen[None]):
    """Where calls are picked."""

    AUTO_FOCUS = "#calls"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", N_("Search")),
        Binding("escape", "clear", N_("Show all calls")),
        Binding("down", "to_calls", show=False),
        Binding("q", "leave", N_("Leave")),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._listing = Listing(())
        self._entries: list[Entry] = []
        self._best: Mapping[str, float] = {}
        self._opening = False

    def compose(self) -> ComposeResult:
        """A title, the search, the calls with their preview."""
        yield TopLine(plain("RoleCall", "bold $primary"), self._who)
        yield Input(placeholder=_("Search: title, role, level, language"), id="search", compact=True)
        with Vertical(id="library"):
            with Vertical(id="table"):
                yield Words(heads(), id="heads")
                yield LongPicker(id="calls", markup=False)
            yield Preview(self.desk.library, self.desk.wish.trainee)
        yield KeyLine()

    def on_mount(self) -> None:
        """Fill the table, then look the best scores up."""
        self.query_one("#search").display = False
        self.in_background(self.desk.library.listing, self._listed)

    def on_screen_resume(self) -> None:
        """Coming back from a call: its score may be a new best."""
        self._opening = False
        if self._listing.entries:
            self._look_up_scores()

    def works(self, action: str) -> bool:
        """There is something to show again only after a search."""
        search = self.query_one("#search")
        match action:
            case "clear":
                return search.display
            case "search":
                return not search.has_focus
            case "to_calls":
                return search.has_focus
            case _:
                return True

    def _listed(self, listing: Listing) -> None:
        self._listing = listing
        for problem in listing.problems:
            self.notify(say(problem), severity="warning", markup=False, timeout=15)
        self._fill()
        self._look_up_scores()

    def _look_up_scores(self) -> None:
        desk = self.desk

        def best() -> Mapping[str, float]:
            people = desk.record.people.find(desk.wish.trainee)
            return desk.record.best(people[0].id) if people else {}

        self.in_background(best, self._scored)

    def _scored(self, best: Mapping[str, float]) -> None:
        if best != self._best:
            self._best = best
            self._fill()

    def _fill(self) -> None:
        calls = self.query_one(LongPicker)
        words = self.query_one("#search", Input).value.casefold().split()
        pointed_at = self._pointed_at
        self._entries = [entry for entry in self._listing.entries if matches(entry, words)]
        calls.clear_options()
        calls.add_options(Option(entry_row(entry, self._best.get(entry.id))) for entry in self._entries)
        count = ngettext("{count} call", "{count} calls", len(self._entries)).format(count=len(self._entries))
        self.query_one(TopLine).show(plain("RoleCall", "bold $primary") + plain(f"  {count}", "$muted"), self._who)
        if self._entries:
            calls.highlighted = self._entries.index(pointed_at) if pointed_at in self._entries else 0
        else:
            self._tell_nothing_fits()

    def _tell_nothing_fits(self) -> None:
        found = self._listing.entries
        text = _("No call fits your search.") if found else _("There is no call in the library.")
        self.query_one(Preview).tell(text)

    @property
    def _who(self) -> Content:
        return plain(self.desk.wish.trainee, "$muted")

    @property
    def _pointed_at(self) -> Entry | None:
        place = self.query_one(LongPicker).highlighted
        return None if place is None or place >= len(self._entries) else self._entries[place]

    def on_option_list_option_highlighted(self) -> None:
        """Show what the call is about."""
        entry = self._pointed_at
        if entry is None:
            return
        self.query_one(Preview).show(entry)

    def on_option_list_option_selected(self) -> None:
        """Open the call."""
        self._open()

    def on_input_changed(self) -> None:
        """Search while typing."""
        self._fill()

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

    def action_clear(self) -> None:
        """Put the search away."""
        search = self.query_one("#search", Input)
        search.value = ""
        search.display = False
        self.query_one("#calls").focus()
        self.refresh_bindings()

    def _open(self) -> None:
        entry = self._pointed_at
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
