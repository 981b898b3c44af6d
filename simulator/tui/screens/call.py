"""The call: what is heard, what may be said, and what is at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Footer, Label, Static

from simulator.model.message import N_
from simulator.session import OutOfTurn
from simulator.tui.base import RoleScreen
from simulator.tui.screens.sheet import ArticlesScreen, SheetScreen, card_content, feedback_content
from simulator.tui.text import plain, stacked
from simulator.tui.widgets.choices import Choices
from simulator.tui.widgets.clock import Clock
from simulator.tui.widgets.gauges import Gauges
from simulator.tui.widgets.transcript import Transcript
from simulator.words import _, language
from simulator.words.labels import mode_word, mood_sign, mood_word

if TYPE_CHECKING:
    from simulator.session import Call, Turn


class CallScreen(RoleScreen[bool]):
    """Plays one call. Its result: whether to stay with this scenario."""

    AUTO_FOCUS = "#choices"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"take({n})", N_("Answer"), show=False) for n in range(2, 10)),
        Binding("1", "take(1)", N_("Answer"), key_display="1-9"),
        Binding("c", "card", N_("Card")),
        Binding("k", "articles", N_("Articles")),
        Binding("u", "undo", N_("Take back")),
        Binding("h", "hint", N_("Hint")),
        Binding("pageup", "read(-1)", N_("Read back"), show=False),
        Binding("pagedown", "read(1)", N_("Read on"), show=False),
        Binding("escape", "leave", N_("Leave")),
    ]

    def __init__(self, call: Call) -> None:
        super().__init__()
        self._call = call
        self._busy = False

    def compose(self) -> ComposeResult:
        """The line on top, the words, the gauges, the choices; the card beside them where there is room."""
        call = self._call
        with Horizontal(id="line"):
            yield Label(plain(call.caller or call.scenario.title), id="who")
            yield Label("", id="mood")
            yield Clock()
        with Horizontal(id="talk"):
            with Vertical(id="conversation"):
                yield Transcript(call.caller)
                yield Gauges()
                yield Choices()
            with VerticalScroll(id="card", can_focus=False):
                yield Static(stacked(card_content(call)))
        yield Footer()

    def on_mount(self) -> None:
        """Show the first moment, and have the analysis made while the person reads."""
        self.query_one(Gauges).display = self._call.show_gauges
        self._show()
        self.in_background(self._call.prepare_values, lambda _none: None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that mean nothing in this mode or moment are not there."""
        del parameters
        if action == "undo":
            return self._call.may_undo
        if action == "hint":
            return self._call.gives_hints
        if action == "articles":
            return bool(self._call.articles)
        return True

    def _show(self) -> None:
        call, view = self._call, self._call.view
        self.query_one(Transcript).show(call.transcript)
        self.query_one(Gauges).show(view.gauges)
        self.query_one(Choices).show(call.shown)
        mood = f"{mood_sign(call.mood)} {mood_word(call.mood)}" if call.mood and view.speaks else ""
        self.query_one("#mood", Label).update(plain(f"{mood}  ({mode_word(call.mode)})".strip()))
        limit = view.silence_after if call.silence_counts else None
        self.query_one(Clock).ask(call.decision, limit)
        self.refresh_bindings()

    def on_choices_taken(self, event: Choices.Taken) -> None:
        """Take the choice; nothing more is taken until it is recorded."""
        if self._busy:
            return
        self._busy = True
        decision, took = self._call.decision, self.query_one(Clock).took_ms
        self.in_background(lambda: self._answer(event.choice, took, decision), self._answered)

    def on_clock_up(self, event: Clock.Up) -> None:
        """The trainee said nothing in time."""
        if self._busy or event.decision != self._call.decision:
            return
        self._busy = True
        took = self.query_one(Clock).took_ms
        self.in_background(lambda: self._answer(None, took, event.decision), self._answered)

    def _answer(self, choice: str | None, took_ms: int, decision: int) -> Turn | None:
        try:
            if choice is None:
                return self._call.keep_silent(took_ms, decision=decision)
            return self._call.choose(choice, took_ms, decision=decision)
        except OutOfTurn:
            return None

    def _answered(self, turn: Turn | None) -> None:
        self._busy = False
        self._show()
        if turn is None:
            return
        if self._call.over:
            self._end()
        elif self._call.gives_feedback:
            self.in_background(lambda: self._call.last_marks(language()), self._feedback)

    def _feedback(self, feedback: object) -> None:
        if feedback is not None:
            title, rows = feedback_content(feedback)
            self.app.push_screen(SheetScreen(title, rows))

    def _end(self) -> None:
        self.query_one(Clock).rest()
        self.app.bell()
        self.in_background(lambda: self._call.debrief(language()), self._debrief)

    def _debrief(self, debrief: object) -> None:
        from simulator.session import Debrief
        from simulator.tui.screens.debrief import DebriefScreen

        assert isinstance(debrief, Debrief)
        self.app.push_screen(DebriefScreen(debrief, self._call.caller), self._after_debrief)

    def _after_debrief(self, retry: int | None) -> None:
        """Try again from a decision, or leave."""
        if retry is None:
            self.dismiss(False)
            return
        from simulator.session import branch_call

        desk, session = self.desk, self._call.session
        self.in_background(lambda: branch_call(desk.record, session, retry, cache=desk.cache), self._branched)

    def _branched(self, call: Call) -> None:
        self.app.switch_screen(CallScreen(call))

    def action_take(self, number: int) -> None:
        """Take a choice by its number."""
        self.query_one(Choices).take(number)

    def action_card(self) -> None:
        """Look at the CRM card."""
        self.app.push_screen(SheetScreen(_("CRM card"), card_content(self._call)))

    def action_articles(self) -> None:
        """Look an article up."""
        self.app.push_screen(ArticlesScreen(self._call))

    def action_undo(self) -> None:
        """Take the last answer back."""
        if not self._busy:
            self._busy = True
            self.in_background(self._call.undo, lambda _none: self._answered(None))

    def action_hint(self) -> None:
        """Ask for a hint."""
        self.in_background(lambda: self._call.hint(language()), self._hint)

    def _hint(self, hint: object) -> None:
        text = getattr(hint, "text", None) or _("There is no hint here.")
        self.notify(text, title=str(getattr(hint, "label", "")), markup=False, timeout=15)

    def action_read(self, direction: int) -> None:
        """Scroll the transcript by a page."""
        transcript = self.query_one(Transcript)
        if direction < 0:
            transcript.scroll_page_up(animate=False)
        else:
            transcript.scroll_page_down(animate=False)

    def action_leave(self) -> None:
        """Leave the call; it can be resumed."""
        if self._call.over:
            self.dismiss(False)
            return
        self.in_background(self._call.pause, self._left)

    def _left(self, _none: None) -> None:
        self.notify(_("The call is kept: you can go on with it from its briefing."), markup=False)
        self.dismiss(True)

    def failed(self, sentence: str) -> None:
        """Say it; the same answer may be given again."""
        self._busy = False
        super().failed(sentence)
