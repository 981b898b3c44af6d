"""The briefing: the situation, the objectives, the card, and in which mode to take the call."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Label, OptionList, Static
from textual.widgets.option_list import Option

from simulator.model.events import Mode
from simulator.model.message import N_
from simulator.session.briefing import Briefing, briefing_of
from simulator.tui.base import RoleScreen
from simulator.tui.text import plain, stacked
from simulator.words import _, language, list_of, ngettext, percent
from simulator.words.labels import level_word, role_word

if TYPE_CHECKING:
    from simulator.library import Loaded
    from simulator.session import Call
    from simulator.session.briefing import Tested

RESUME = "resume"


class BriefingScreen(RoleScreen[bool]):
    """What is known before the call. Its result: whether to go home from here."""

    AUTO_FOCUS = "#modes"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "start", N_("Take the call")),
        Binding("g", "mode('guided')", N_("Guided"), show=False),
        Binding("p", "mode('practice')", N_("Practice"), show=False),
        Binding("e", "mode('exam')", N_("Exam"), show=False),
        Binding("pageup,pagedown", "scroll", N_("Read on"), key_display="PgDn"),
        Binding("escape", "home", N_("Home")),
    ]

    def __init__(self, loaded: Loaded) -> None:
        super().__init__()
        self._loaded = loaded
        self._waiting: str | None = None
        self._variant: str | None = None
        self._starting = False

    @property
    def _briefing(self) -> Briefing:
        return briefing_of(self._loaded, self.desk.wish.trainee, variant=self._variant)

    def compose(self) -> ComposeResult:
        """The title at once; what takes longer follows when the screen stands."""
        briefing = self._briefing
        yield Label(plain(briefing.title), classes="title")
        yield Label(plain(_facts(briefing)), classes="dim")
        with Horizontal(id="briefing"):
            with VerticalScroll(id="situation", can_focus=False):
                yield Vertical(id="text")
                yield Static(stacked(_objectives(briefing)), id="objectives")
                yield Static("", id="tested")
            with VerticalScroll(id="card", can_focus=False):
                yield Static(stacked(_card(briefing)))
        yield OptionList(*_modes(None), id="modes", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        """Point at the mode that was wished for, and let the rest come after the first picture."""
        self._point_at(self.desk.wish.mode or Mode.PRACTICE)
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        from textual.widgets import Markdown

        self.query_one("#text").mount(Markdown(self._briefing.text, open_links=False))
        self.in_background(self._prepare, self._prepared)

    def _prepare(self) -> tuple[str | None, tuple[Tested, ...]]:
        from simulator.session.briefing import tested_most

        desk, scenario = self.desk, self._loaded.scenario
        people = desk.record.people.find(desk.wish.trainee)
        waiting = desk.record.unfinished(people[0].id, scenario.id) if people else None
        return waiting, tested_most(self._loaded, language(), desk.cache)

    def _prepared(self, found: tuple[str | None, tuple[Tested, ...]]) -> None:
        self._waiting, tested = found
        if tested:
            rows = [f"{row.label} {percent(row.weight)}" for row in tested[:4]]
            self.query_one("#tested", Static).update(
                stacked([plain(_("This call tests most"), "bold $primary"), plain(list_of(rows))])
            )
        wish = self.desk.wish
        if self._waiting is not None and wish.resume is not False:
            modes = self.query_one("#modes", OptionList)
            modes.clear_options()
            modes.add_options(_modes(_("Go on with the call you left")))
            modes.highlighted = 0
            if wish.resume:
                self._resume()

    def _point_at(self, mode: Mode) -> None:
        modes = self.query_one("#modes", OptionList)
        modes.highlighted = modes.get_option_index(mode)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A mode was taken."""
        self._start(event.option_id or "")

    def action_start(self) -> None:
        """Take the call in the mode that is pointed at."""
        modes = self.query_one("#modes", OptionList)
        if modes.highlighted is not None:
            self._start(modes.get_option_at_index(modes.highlighted).id or "")

    def action_mode(self, mode: str) -> None:
        """Point at a mode."""
        self._point_at(Mode(mode))

    def action_scroll(self) -> None:
        """One page further; from the end back to the top."""
        situation = self.query_one("#situation")
        if situation.scroll_offset.y >= situation.max_scroll_y:
            situation.scroll_home(animate=False)
        else:
            situation.scroll_page_down(animate=False)

    def action_home(self) -> None:
        """Leave the briefing."""
        self.dismiss(True)

    def _start(self, choice: str) -> None:
        if self._starting:
            return
        if choice == RESUME:
            self._resume()
        else:
            self._starting = True
            self.in_background(lambda: self._open(Mode(choice)), self._opened)

    def _resume(self) -> None:
        from simulator.session import resume_call

        waiting = self._waiting
        if waiting is not None and not self._starting:
            self._starting = True
            self.in_background(lambda: resume_call(self.desk.record, waiting, cache=self.desk.cache), self._opened)

    def _open(self, mode: Mode) -> Call:
        from simulator.session import open_call

        desk, wish = self.desk, self.desk.wish
        return open_call(
            desk.record,
            self._loaded,
            wish.trainee,
            mode,
            seed=wish.seed,
            variant=wish.variant,
            silence=wish.silence,
            time_factor=wish.time_factor,
            cache=desk.cache,
        )

    def _opened(self, call: Call) -> None:
        from simulator.tui.screens.call import CallScreen

        self.app.push_screen(CallScreen(call), self._after)

    def _after(self, again: bool | None) -> None:
        """Back from the call: once more, or home."""
        self._starting = False
        if again:
            self.in_background(self._prepare, self._prepared)
        else:
            self.dismiss(True)

    def failed(self, sentence: str) -> None:
        """Say it and let the person try again."""
        self._starting = False
        super().failed(sentence)


def _facts(briefing: Briefing) -> str:
    minutes = ngettext("{count} minute", "{count} minutes", briefing.minutes).format(count=briefing.minutes)
    return _("{role} · level {level}, {word} · about {minutes} · {mark} to pass").format(
        role=role_word(briefing.role),
        level=briefing.level,
        word=level_word(briefing.level),
        minutes=minutes,
        mark=briefing.pass_mark,
    )


def _objectives(briefing: Briefing) -> list[Content]:
    rows = [plain(_("Your objectives"), "bold $primary")] if briefing.objectives else []
    return rows + [plain(f"· {objective}") for objective in briefing.objectives]


def _card(briefing: Briefing) -> list[Content]:
    rows = [plain(briefing.caller, "bold $primary")]
    if briefing.sketch:
        rows.append(plain(briefing.sketch, "italic"))
    for key, value in briefing.card:
        rows.append(plain(""))
        rows.append(plain(key, "$text-muted"))
        rows.append(plain(value))
    if briefing.articles:
        rows += [plain(""), plain(_("Articles at hand"), "bold $primary")]
        rows += [plain(f"· {article.title}") for article in briefing.articles]
    return rows


def _modes(resume: str | None) -> list[Option]:
    words = {
        Mode.GUIDED: _("Guided: a word on each answer, hints; answers can be taken back"),
        Mode.PRACTICE: _("Practice: feedback at the end; answers can be taken back"),
        Mode.EXAM: _("Exam: no help, nothing taken back, silence counts, gauges hidden"),
    }
    options = [Option(plain(text), id=mode) for mode, text in words.items()]
    return [Option(plain(resume, "bold $accent"), id=RESUME), *options] if resume else options
