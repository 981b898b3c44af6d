"""Home: the library of calls, and what the selected one is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Footer, Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from simulator.library import Entry, Listing
from simulator.model.message import N_
from simulator.tui.base import RoleScreen
from simulator.tui.text import plain, stacked
from simulator.tui.widgets.library import entry_row, preview
from simulator.words import _, ngettext, say


class HomeScreen(RoleScreen[None]):
    """Where calls are picked."""

    AUTO_FOCUS = "#calls"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", N_("Open")),
        Binding("slash", "search", N_("Search"), key_display="/"),
        Binding("escape", "clear", N_("Clear the search"), show=False),
        Binding("q", "leave", N_("Leave")),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._listing = Listing(())
        self._shown: list[Entry] = []
        self._best: Mapping[str, float] = {}

    def compose(self) -> ComposeResult:
        """A title, the search, the calls with their preview."""
        yield Label(plain("RoleCall"), classes="title")
        yield Label("", id="count", classes="dim")
        yield Input(placeholder=_("Search: title, role, language"), id="search")
        with Horizontal(id="library"):
            yield OptionList(id="calls", markup=False)
            with VerticalScroll(id="preview", can_focus=False):
                yield Static(id="about")
        yield Footer()

    def on_mount(self) -> None:
        """Fill the table, then look the best scores up."""
        self.query_one("#search").display = False
        self.refresh_library()

    def on_screen_resume(self) -> None:
        """Coming back from a call: its score may be a new best."""
        if self._listing.entries:
            self._look_up_scores()

    def refresh_library(self) -> None:
        """Read the folders again."""
        self.in_background(self.desk.library.listing, self._listed)

    def _listed(self, listing: Listing) -> None:
        self._listing = listing
        for problem in listing.problems:
            self.notify(say(problem), severity="warning", markup=False, timeout=15)
        self._show()
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
            self._show()

    def _show(self) -> None:
        calls = self.query_one("#calls", OptionList)
        wanted = self.query_one("#search", Input).value.casefold().split()
        kept = calls.highlighted or 0
        self._shown = [entry for entry in self._listing.entries if _matches(entry, wanted)]
        calls.clear_options()
        calls.add_options([Option(entry_row(entry, self._best.get(entry.id))) for entry in self._shown])
        count = len(self._shown)
        text = ngettext("{count} call", "{count} calls", count).format(count=count)
        who = _("Trainee: {name}").format(name=self.desk.wish.trainee)
        self.query_one("#count", Label).update(plain(f"{text} · {who}"))
        if self._shown:
            calls.highlighted = min(kept, count - 1)
        else:
            self.query_one("#about", Static).update(plain(_("No call fits your search. Press Escape to see them all.")))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what the call is about."""
        entry = self._shown[event.option_index]
        self.query_one("#about", Static).update(stacked(preview(entry, self._best.get(entry.id))))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the call."""
        self._open(self._shown[event.option_index])

    def on_input_changed(self) -> None:
        """Search while typing."""
        self._show()

    def on_input_submitted(self) -> None:
        """From the search to what it found."""
        self.query_one("#calls").focus()

    def action_search(self) -> None:
        """Show the search and go there."""
        search = self.query_one("#search")
        search.display = True
        search.focus()

    def action_clear(self) -> None:
        """Put the search away."""
        search = self.query_one("#search", Input)
        search.value = ""
        search.display = False
        self.query_one("#calls").focus()

    def action_open(self) -> None:
        """Open the call that is pointed at."""
        place = self.query_one("#calls", OptionList).highlighted
        if place is not None and self._shown:
            self._open(self._shown[place])

    def action_leave(self) -> None:
        """Leave the program."""
        self.dismiss(None)

    def _open(self, entry: Entry) -> None:
        if entry.problem is not None:
            self.failed(say(entry.problem))
            return
        self.in_background(lambda: self.desk.library.load(entry.path), self._loaded)

    def _loaded(self, loaded: object) -> None:
        from simulator.library import Loaded
        from simulator.tui.screens.briefing import BriefingScreen

        assert isinstance(loaded, Loaded)
        self.app.push_screen(BriefingScreen(loaded))


def _matches(entry: Entry, words: list[str]) -> bool:
    from simulator.words.labels import language_word, role_word

    text = f"{entry.title} {entry.id} {role_word(entry.role)} {entry.role} {language_word(entry.language)}".casefold()
    return all(word in text for word in words)
