"""Whose turn it is to speak: the caller's, then the trainee's own words where they say it first, then the choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.events import Key

from simulator.tui.deeds import said
from simulator.tui.screens.aids import AidedScreen
from simulator.tui.text import Words, plain
from simulator.tui.visuals import Beside, Prose
from simulator.tui.widgets.choices import Choices
from simulator.tui.widgets.clock import Clock
from simulator.tui.widgets.transcript import Transcript
from simulator.words import _

if TYPE_CHECKING:
    from simulator.session import Call
    from simulator.tui.widgets.saying import Saying


class FloorScreen(AidedScreen):
    """A screen with a call in which one speaks after the other."""

    def __init__(self, call: Call) -> None:
        super().__init__(call)
        self.is_busy = False
        """Whether something is being written, so that no answer is taken."""
        self._is_listening = False
        self._saying: Saying | None = None

    def compose_answers(self) -> ComposeResult:
        """What the trainee answers with."""
        yield Words(id="typed")
        if self.call.says_first:
            from simulator.tui.widgets.saying import Saying

            self._saying = Saying()
            self._saying.display = False
            yield self._saying
        yield Choices()

    def be_busy(self, busy: bool) -> None:
        """Take no answer while one is written."""
        self.is_busy = busy
        self.query_one(Choices).show_waiting(busy)

    def give_floor(self) -> None:
        """Let the caller finish; then it is the trainee's turn, or the call is over."""
        self._show_typed()
        self._is_listening = self.query_one(Transcript).is_speaking
        if self._is_listening:
            self.query_one(Clock).rest()
            self._show_choices(there=True)
            speaker = self.query_one(Transcript).speaker or _("The caller")
            self.query_one(Choices).listen(self.call.decision, self.call.shown, speaker)
            self.refresh_bindings()
        else:
            self._take_floor()

    def _take_floor(self) -> None:
        call = self.call
        self._is_listening = False
        asks = call.asks_words and self._saying is not None
        self._show_choices(there=not asks)
        if call.over:
            self.ended()
        elif asks and self._saying is not None:
            self._saying.ask(self.desk.unsaid.pop((call.session, call.decision), ""))
        else:
            self.query_one(Choices).show(call.decision, call.shown, call.view.speaks)
            if self._saying is not None and not call.view.speaks:
                # Whoever says it first presses Enter for the choices: where no words are asked for it must not answer.
                self.query_one(Choices).point_at_none()
            self.query_one(Choices).focus()
            self.query_one(Clock).ask(call.decision, call.view.silence_after)
        self.query_one(Transcript).show_newest()
        self.refresh_bindings()

    def _show_choices(self, *, there: bool) -> None:
        self.query_one(Choices).display = there
        if self._saying is not None:
            self._saying.display = not there

    def _show_typed(self) -> None:
        """What the trainee typed, to be held against the choices."""
        typed, words = self.call.typed, self.query_one("#typed", Words)
        words.display = bool(typed)
        label = _("You would say")
        words.say(Beside([plain(label, "$muted")], Prose(plain(typed, "italic")), len(label), stays=True))

    def on_transcript_said(self) -> None:
        """The caller has finished."""
        if self._is_listening:
            self._take_floor()

    def on_key(self, event: Key) -> None:
        """Any key hears the caller out at once; one that means nothing else does nothing else."""
        if self._is_listening:
            if event.key not in self.active_bindings:
                event.stop()
            self.query_one(Transcript).hush()
            self._take_floor()

    def on_click(self) -> None:
        """So does the mouse."""
        if self._is_listening:
            self.query_one(Transcript).hush()
            self._take_floor()

    def on_saying_said(self, event: Saying.Said) -> None:
        """Keep what the trainee would say; then the choices appear."""
        decision = self.call.decision
        if not self.is_busy and self.call.asks_words:
            self.be_busy(True)
            self.in_background(lambda: said(self.call, event.words, decision), self._kept)

    def _kept(self, _none: None) -> None:
        self.be_busy(False)
        self.give_floor()

    def keep_unsaid(self) -> None:
        """Words that were typed and not said wait where the call waits: they are no part of it as yet."""
        if self._saying is not None and self._saying.display and self._saying.text.strip():
            self.desk.unsaid[self.call.session, self.call.decision] = self._saying.text

    def works(self, action: str) -> bool:
        """No answer is taken while the caller speaks."""
        return not (action == "take" and (self._is_listening or self.call.over)) and super().works(action)

    def ended(self) -> None:
        """The call is over and its last words are said."""
