"""The call: what is heard, what is answered, and how it is paused, left and ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content

from simulator.model.message import N_
from simulator.session import Debrief, Feedback
from simulator.tui.base import RoleModal
from simulator.tui.deeds import answered, paused
from simulator.tui.screens.floor import FloorScreen
from simulator.tui.text import Words, plain
from simulator.tui.widgets.card import desk_rows
from simulator.tui.widgets.choices import Choices
from simulator.tui.widgets.clock import Clock
from simulator.tui.widgets.feedback import feedback_rows
from simulator.tui.widgets.gauges import Gauges
from simulator.tui.widgets.keyline import KeyLine
from simulator.tui.widgets.transcript import Transcript
from simulator.words import _, language, say
from simulator.words.labels import mode_word, mood_sign, mood_word

if TYPE_CHECKING:
    from simulator.record import RecordError
    from simulator.session import Call, Turn


class CallScreen(FloorScreen):
    """Plays one call. Its result: the debrief; None where the call was left before its end."""

    AUTO_FOCUS = "#choices"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"take({n})", N_("Answer"), key_display="1-9", show=False) for n in range(1, 10)),
        Binding("u,f5", "undo", N_("Take back")),
        Binding("t,f6", "transcript", N_("Transcript")),
        Binding("p,f7", "pause", N_("Pause")),
        Binding("escape", "leave", N_("Leave")),
        Binding("escape", "debrief", N_("See the debrief"), show=False),
    ]

    def __init__(self, call: Call) -> None:
        super().__init__(call)
        self._debrief: Debrief | None = None
        self._wants_debrief = False
        self._wants_to_leave = False
        self._mood = call.mood
        """The mood that was shown last."""

    def compose(self) -> ComposeResult:
        """The line on top, the words, the gauges, the choices; the card beside them where there is room."""
        call = self.call
        speech = 0 if self.app.animation_level == "none" else self.desk.pace.speech
        yield Clock(self.desk.pace, mode_word(call.mode))
        with Horizontal(id="talk"):
            with Vertical(id="conversation"):
                yield Transcript(call.caller, speech)
                yield Gauges(moves=speech > 0)
                yield from self.compose_answers()
            with VerticalScroll(id="card", can_focus=False):
                yield Words(desk_rows(call))
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the first moment, and have the analysis made while the person reads."""
        self.desk.call = self.call
        self.app.clear_notifications()  # what the briefing had to say
        self.query_one(Gauges).display = self.call.show_gauges
        self._show(speak=self.call.decision == 1)
        self.in_background(self.call.prepare_values, lambda _none: None, self.complain)
        self._tell_marks()

    def works(self, action: str) -> bool:
        """Keys that mean nothing in this mode or moment are not there."""
        call = self.call
        match action:
            case "undo":
                return call.may_undo
            case "pause" | "leave":
                return not call.over
            case "debrief":
                return call.over
            case _:
                return super().works(action)

    def _show(self, *, speak: bool = True) -> None:
        call = self.call
        self.query_one(Transcript).show(call.transcript, speak=speak)
        self.query_one(Gauges).show(call.view.gauges, call.decision)
        self._show_caller()
        self.give_floor()

    def _show_caller(self) -> None:
        call, mood = self.call, self.call.mood
        who = plain(call.caller or call.scenario.title, "bold $primary")
        there = f"  {mood_sign(mood)} {mood_word(mood)}" if mood and call.view.speaks else ""
        style = "$muted" if mood == self._mood else "bold $accent"
        self._mood = mood
        self.query_one(Clock).tell_caller(Content.assemble(who, plain(there, style)))

    def on_choices_taken(self, event: Choices.Taken) -> None:
        """Take the choice that was taken in the list."""
        self._take(event.choice)

    def action_take(self, number: int) -> None:
        """Take a choice by its number."""
        choice = self.query_one(Choices).point_at(number)
        if choice is not None:
            self._take(choice)

    def _take(self, choice: str) -> None:
        """Take a choice; nothing more is taken until it is recorded."""
        if self.query_one(Clock).is_settled:
            self._answer(choice, self.call.decision)

    def on_clock_up(self, event: Clock.Up) -> None:
        """The trainee said nothing in time; what lies over the call makes way for it."""
        while isinstance(self.app.screen, RoleModal):
            self.app.pop_screen()
        self._answer(None, event.decision)

    def _answer(self, choice: str | None, decision: int) -> None:
        took = self.query_one(Clock).took_ms
        if not self.is_busy:
            self.be_busy(True)
            self.in_background(lambda: answered(self.call, choice, took, decision), self._answered)

    def _answered(self, turn: Turn | None) -> None:
        self.be_busy(False)
        if turn is not None:
            self._show()
        if self._wants_to_leave:
            self.action_leave()
        elif turn is not None:
            self._tell_marks()

    def _tell_marks(self) -> None:
        """In guided mode: what the last answer was worth."""
        if self.call.gives_feedback and self.call.decision > 1:
            self.in_background(lambda: self.call.last_marks(language()), self._comment, self.complain)

    def _comment(self, feedback: Feedback | None) -> None:
        if feedback is not None:
            self.query_one(Transcript).comment(feedback.decision, feedback_rows(feedback))

    def ended(self) -> None:
        """Say so, and have the debrief made."""
        self.query_one(Clock).rest()
        self.query_one(Choices).show_end()
        self.query_one(Choices).focus()
        if self.call.hung_up:
            self.notify(_("The caller has hung up."), severity="warning", markup=False)
            if self.desk.settings.bell.value:
                self.app.bell()
        self._fetch_debrief()

    def _fetch_debrief(self) -> None:
        if not self.is_busy:
            self.be_busy(True)
            self.in_background(lambda: self.call.debrief(language()), self._debriefed)

    def _debriefed(self, debrief: Debrief) -> None:
        self.be_busy(False)
        self._debrief = debrief
        if self._wants_debrief:
            self.close(debrief)

    def on_choices_finished(self) -> None:
        """The last words were read."""
        self.action_debrief()

    def action_debrief(self) -> None:
        """See the debrief as soon as it is there."""
        self._wants_debrief = True
        if self._debrief is None:
            self._fetch_debrief()
        else:
            self.close(self._debrief)

    def action_undo(self) -> None:
        """Take the last answer back."""
        if not self.is_busy:
            self.be_busy(True)
            self.in_background(self.call.undo, self._undone)

    def _undone(self, _none: None) -> None:
        self.be_busy(False)
        self._show(speak=False)

    def action_pause(self) -> None:
        """Stop the call until the person is back."""
        if not self.is_busy:
            self.be_busy(True)
            self.query_one(Clock).hold()
            self.in_background(self.call.pause, self._paused)

    def _paused(self, _none: None) -> None:
        from simulator.tui.screens.pause import PauseScreen

        self.app.push_screen(PauseScreen(), lambda _none: self.in_background(self.call.resume, self._resumed))

    def _resumed(self, _none: None) -> None:
        self.be_busy(False)
        self.query_one(Clock).go_on()

    def action_leave(self) -> None:
        """Leave the call; it can be resumed."""
        if self.call.over:
            self.action_debrief()
        elif self.is_busy:
            self._wants_to_leave = True  # as soon as the answer is written
        else:
            self.be_busy(True)
            self.keep_unsaid()
            self.query_one(Clock).rest()
            self.in_background(lambda: paused(self.call), self._left)

    def _left(self, trouble: RecordError | None) -> None:
        self.desk.call = None
        if trouble is not None:
            self.complain(say(trouble.message))
        self.notify(_("The call is kept: you can go on with it from its briefing."), markup=False)
        self.close(None)

    def failed(self, sentence: str) -> None:
        """Say it; the same answer may be given again."""
        self.be_busy(False)
        self.query_one(Clock).go_on()
        self._wants_to_leave = self._wants_debrief = False
        super().failed(sentence)
