"""The call: what is heard, what may be said, and what is at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content

from simulator.model.message import N_
from simulator.session import Debrief, Feedback, Hint, OutOfTurn
from simulator.tui.base import RoleModal, RoleScreen
from simulator.tui.text import Words, plain
from simulator.tui.widgets.card import card_rows, desk_rows
from simulator.tui.widgets.choices import Choices
from simulator.tui.widgets.clock import Clock
from simulator.tui.widgets.feedback import feedback_rows, hint_rows
from simulator.tui.widgets.gauges import Gauges
from simulator.tui.widgets.keyline import KeyLine
from simulator.tui.widgets.transcript import Transcript
from simulator.words import _, language
from simulator.words.labels import mode_word, mood_sign, mood_word

if TYPE_CHECKING:
    from simulator.session import Call, Turn


class CallScreen(RoleScreen[Debrief | None]):
    """Plays one call. Its result: the debrief; None where the call was left before its end."""

    AUTO_FOCUS = "#choices"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"take({n})", N_("Answer"), key_display="1-9", show=False) for n in range(1, 10)),
        Binding("c", "card", N_("Card")),
        Binding("k", "articles", N_("Articles")),
        Binding("h", "hint", N_("Hint")),
        Binding("u", "undo", N_("Take back")),
        Binding("pageup", "read(-1)", N_("Read back"), show=False),
        Binding("pagedown", "read(1)", N_("Read on"), show=False),
        Binding("escape", "leave", N_("Leave")),
    ]

    def __init__(self, call: Call) -> None:
        super().__init__()
        self.call = call
        self._busy = False
        self._debrief: Debrief | None = None
        self._wants_debrief = False

    def compose(self) -> ComposeResult:
        """The line on top, the words, the gauges, the choices; the card beside them where there is room."""
        call = self.call
        yield Clock(self.desk.pace, mode_word(call.mode))
        with Horizontal(id="talk"):
            with Vertical(id="conversation"):
                yield Transcript(call.caller, 0 if self.app.animation_level == "none" else self.desk.pace.speech)
                yield Gauges()
                yield Choices()
            with VerticalScroll(id="card", can_focus=False):
                yield Words(desk_rows(call))
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the first moment, and have the analysis made while the person reads."""
        self.desk.call = self.call
        self.query_one(Gauges).display = self.call.show_gauges
        self._show(speak=not self.call.decision > 1)
        self.in_background(self.call.prepare_values, lambda _none: None)

    def works(self, action: str) -> bool:
        """Keys that mean nothing in this mode or moment are not there."""
        call = self.call
        match action:
            case "take":
                return not call.over
            case "undo":
                return call.may_undo
            case "hint":
                return call.gives_hints
            case "articles":
                return bool(call.articles)
            case _:
                return True

    def _show(self, *, speak: bool = True) -> None:
        call, view = self.call, self.call.view
        self.query_one(Transcript).show(call.transcript, speak=speak)
        self.query_one(Gauges).show(view.gauges, call.decision)
        self._show_caller()
        if call.over:
            self._end()
        else:
            self.query_one(Choices).show(call.decision, call.shown, view.speaks)
            self.query_one(Clock).ask(call.decision, view.silence_after)
        self.refresh_bindings()

    def _show_caller(self) -> None:
        call = self.call
        who = plain(call.caller or call.scenario.title, "bold $primary")
        mood = f"  {mood_sign(call.mood)} {mood_word(call.mood)}" if call.mood and call.view.speaks else ""
        self.query_one(Clock).tell_caller(Content.assemble(who, plain(mood, "$muted")))

    def on_choices_taken(self, event: Choices.Taken) -> None:
        """Take the choice; nothing more is taken until it is recorded."""
        clock = self.query_one(Clock)
        if clock.is_settled:
            self._answer(event.choice, self.call.decision)

    def on_clock_up(self, event: Clock.Up) -> None:
        """The trainee said nothing in time; what lies over the call makes way for it."""
        while isinstance(self.app.screen, RoleModal):
            self.app.pop_screen()
        self._answer(None, event.decision)

    def _answer(self, choice: str | None, decision: int) -> None:
        call, took = self.call, self.query_one(Clock).took_ms
        if self._busy:
            return

        def answer() -> Turn | None:
            try:
                if choice is None:
                    return call.keep_silent(took, decision=decision)
                return call.choose(choice, took, decision=decision)
            except OutOfTurn:
                return None

        self._be_busy(True)
        self.in_background(answer, self._answered)

    def _answered(self, turn: Turn | None) -> None:
        self._be_busy(False)
        self._show()
        if turn is not None and self.call.gives_feedback:
            self.in_background(lambda: self.call.last_marks(language()), self._comment)

    def _be_busy(self, busy: bool) -> None:
        """Take no answer while one is written, and look like it."""
        self._busy = busy
        self.query_one(Choices).set_class(busy, "-busy")

    def _comment(self, feedback: Feedback | None) -> None:
        if feedback is not None:
            self.query_one(Transcript).comment(feedback.decision, feedback_rows(feedback))

    def _end(self) -> None:
        self.query_one(Clock).rest()
        self.query_one(Choices).show_end()
        if self._debrief is None:
            self.in_background(lambda: self.call.debrief(language()), self._debriefed)

    def _debriefed(self, debrief: Debrief) -> None:
        self._debrief = debrief
        if self._wants_debrief:
            self.close(debrief)

    def on_choices_finished(self) -> None:
        """The last words were read."""
        self.action_debrief()

    def action_debrief(self) -> None:
        """See the debrief as soon as it is there."""
        if self._debrief is not None:
            self.close(self._debrief)
            return
        self._wants_debrief = True
        self.in_background(lambda: self.call.debrief(language()), self._debriefed)

    def action_take(self, number: int) -> None:
        """Take a choice by its number."""
        self.query_one(Choices).take(number)

    def action_card(self) -> None:
        """Look at the CRM card."""
        from simulator.tui.screens.sheet import SheetScreen

        self.app.push_screen(SheetScreen(_("CRM card"), card_rows(self.call.card), "c"))

    def action_articles(self) -> None:
        """Look an article up."""
        from simulator.tui.screens.articles import ArticlesScreen

        self.app.push_screen(ArticlesScreen(self.call))

    def action_undo(self) -> None:
        """Take the last answer back."""
        if not self._busy:
            self._be_busy(True)
            self.in_background(self.call.undo, lambda _none: self._answered(None))

    def action_hint(self) -> None:
        """Ask for a hint."""
        self.in_background(lambda: self.call.hint(language()), self._hinted)

    def _hinted(self, hint: Hint | None) -> None:
        self.query_one(Transcript).hint(hint_rows(hint))

    def action_read(self, direction: int) -> None:
        """Scroll the transcript by a page."""
        transcript = self.query_one(Transcript)
        if direction < 0:
            transcript.scroll_page_up(animate=False)
        else:
            transcript.scroll_page_down(animate=False)

    def action_leave(self) -> None:
        """Leave the call; it can be resumed."""
        if self.call.over:
            self.action_debrief()
        elif not self._busy:
            self._be_busy(True)
            self.query_one(Clock).rest()
            self.in_background(self.call.pause, self._left)

    def _left(self, _none: None) -> None:
        self.desk.call = None
        self.notify(_("The call is kept: you can go on with it from its briefing."), markup=False)
        self.close(None)

    def failed(self, sentence: str) -> None:
        """Say it; the same answer may be given again."""
        self._be_busy(False)
        super().failed(sentence)
