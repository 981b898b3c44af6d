"""One session under review: the call replayed as its trainee saw it, with notes, corrected points and sign-off."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll

from simulator.model.message import N_
from simulator.session import ReviewedSession, reviewed_of
from simulator.session.review_reading import tries_beside
from simulator.tui.base import RoleScreen
from simulator.tui.running import Running
from simulator.tui.screens.reviewing import Marking
from simulator.tui.text import BLANK, Words, plain
from simulator.tui.widgets.keyline import KeyLine
from simulator.tui.widgets.overview import overview_rows
from simulator.tui.widgets.replay import ReplayPane, trainee_words
from simulator.tui.widgets.strip import Strip
from simulator.tui.widgets.topline import TopLine
from simulator.words import _, language

ALONE: Final = 2
"""Screens where this one was the first: Textual's own lies below."""


class ReviewScreen(RoleScreen[ReviewedSession | None]):
    """Steps through one session. Before the first decision stands the whole call: scores, review, curve.

    Its result: the session as it is reviewed now.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,right", "step(1)", N_("Next")),
        Binding("p,left", "step(-1)", N_("Previous"), show=False),
        Binding("x", "costly", N_("Next loss")),
        Binding("r,space", "play", N_("Replay")),
        Binding("t", "note", N_("Note")),
        Binding("c", "correct", N_("Correct")),
        Binding("s", "sign", N_("Sign off")),
        Binding("a", "answer", N_("Answer")),
        Binding("b", "beside", N_("Other try")),
        Binding("tab", "switch", N_("Other side"), show=False),
        Binding("plus", "pace(1)", N_("Faster"), show=False),
        Binding("minus", "pace(-1)", N_("Slower"), show=False),
        Binding("home", "jump(0)", N_("Whole call"), show=False),
        Binding("end", "jump(1)", N_("Last decision"), show=False),
        *(Binding(str(n), f"digit({n})", show=False) for n in range(10)),
        Binding("pagedown,down", "read(1)", N_("Read on"), show=False),
        Binding("pageup,up", "read(-1)", N_("Read back"), show=False),
        Binding("escape,q", "leave", N_("Back")),
    ]

    def __init__(self, session: str) -> None:
        super().__init__()
        self._session = session
        self._told: ReviewedSession | None = None
        self._me = ""
        """The id of whoever looks; empty where they have recorded nothing."""
        self._at = 0
        """The decision that is shown, from 1; 0 for the whole call."""
        self._marked = True
        self._replay = Running(self, lambda: self.desk.pace, self.beat)
        self._other: ReviewedSession | None = None
        """Another try, beside this one."""
        self._marking = Marking(self, self._read_anew)

    def compose(self) -> ComposeResult:
        """The whole call, and the decision that is looked at; side by side where there is room."""
        yield TopLine(plain(_("Review"), "bold $primary"))
        with Horizontal(id="review"):
            with VerticalScroll(id="overview", can_focus=False):
                yield Words(id="whole")
            yield ReplayPane(id="replay")
            yield ReplayPane(id="beside")
        yield KeyLine()

    def on_mount(self) -> None:
        """Play the session again."""
        super().on_mount()
        self._read_anew()

    def works(self, action: str) -> bool:
        """What can be done with the session as it stands; nobody reviews their own."""
        told = self._told
        if told is None:
            return action in ("leave", "keys", "command_palette")
        match action:
            case "note" | "sign":
                return not self._is_own
            case "correct":
                return not self._is_own and self._at > 0
            case "answer":
                return not self._is_own and bool(told.replies)
            case "switch":
                return self._other is not None and not self.has_class("-wide")
            case "pace":
                return self._replay.on
            case _:
                return True

    @property
    def _is_own(self) -> bool:
        return self._told is not None and self._told.trainee == self._me

    @property
    def _last(self) -> int:
        """The number of the last decision, of the longer of two tries."""
        shown = [one for one in (self._told, self._other) if one is not None]
        return max((len(one.debrief.decisions) for one in shown), default=0)

    def _read_anew(self) -> None:
        desk = self.desk

        def read() -> tuple[ReviewedSession, str]:
            told = reviewed_of(desk.record, self._session, language(), cache=desk.cache)
            return told, desk.record.people.id_of(desk.wish.trainee) or ""

        self.in_background(read, self._found)

    def failed(self, sentence: str) -> None:
        """Say it; a session that cannot be told is left for the screen that it was opened from."""
        self.complain(sentence)
        if self._told is None and len(self.app.screen_stack) > ALONE:
            self.close()

    def _found(self, found: tuple[ReviewedSession, str]) -> None:
        first = self._told is None
        self._told, self._me = found
        self.query_one("#whole", Words).say(overview_rows(self._told))
        if first:
            self.mount(Strip(self._told.debrief.decisions), after="#top")
        self._show()

    def _show(self) -> None:
        """Show where the replay stands."""
        told = self._told
        if told is None:
            return
        self.set_class(self._at == 0, "-overview")
        self.set_class(self._other is not None, "-beside")
        named = self._other is not None
        self.query_one("#replay", ReplayPane).show(told, self._at, marked=self._marked, named=named)
        if self._other is not None:
            self.query_one("#beside", ReplayPane).show(self._other, self._at, marked=self._marked, named=named)
        for strip in self.query(Strip):
            strip.point_at(self._at or None)
        self._show_top(told)
        self.refresh_bindings()

    def _show_top(self, told: ReviewedSession) -> None:
        pace = plain(f"▶ ×{self._replay.speed}  ", "$accent") if self._replay.on else BLANK
        self.query_one(TopLine).show(pace + plain(told.debrief.title, "bold $primary"), trainee_words(told))

    def _go_to(self, number: int, *, marked: bool = True) -> None:
        self._at = max(0, min(number, self._last))
        self._marked = marked
        self._show()

    def _stopped(self) -> None:
        """A replay that runs stands still now, the answer shown."""
        self._replay.stop()
        self._marked = True

    def action_step(self, by: int) -> None:
        """The next decision or the one before; before the first one is the whole call."""
        self._stopped()
        self._go_to(self._at + by)

    def action_jump(self, place: int) -> None:
        """To the whole call, or to the last decision."""
        self._stopped()
        self._go_to(place * self._last)

    def action_digit(self, digit: int) -> None:
        """To the decision of that number; a second digit is added where there is one of that number."""
        self._stopped()
        longer = self._at * 10 + digit
        self._go_to(longer if self._at > 0 and longer <= self._last else digit)

    def action_costly(self) -> None:
        """To the next decision that cost something, from the last of them to the first."""
        self._stopped()
        rows = self._told.debrief.decisions if self._told else ()
        costly = [row.number for row in rows if row.shown_cost > 0 or row.critical]
        if costly:
            self._go_to(next((number for number in costly if number > self._at), costly[0]))

    def action_read(self, direction: int) -> None:
        """Scroll what is looked at by a page."""
        part = "#overview" if self._at == 0 else "#beside" if self.has_class("-other") else "#replay"
        scrolled = self.query_one(part)
        if direction > 0:
            scrolled.scroll_page_down(animate=False)
        else:
            scrolled.scroll_page_up(animate=False)

    def action_play(self) -> None:
        """Let the call run as it was played, or stop it there."""
        if self._replay.on:
            self._stopped()
            self._show()
        else:
            self._ask_anew(1 if self._at == self._last else self._at + 1)

    def action_pace(self, by: int) -> None:
        """Faster or slower."""
        self._replay.change(by)
        self._show()

    def _ask_anew(self, number: int) -> None:
        """The question of that decision, for as long as the trainee thought about it."""
        if self._told is not None:
            place = min(number, len(self._told.debrief.decisions))
            self._replay.wait(self._told.debrief.decision(place).took_ms)
            self._go_to(number, marked=False)

    def beat(self) -> None:
        """The answer after the question, the next question after the answer; stop behind the last one."""
        if not self._marked:
            self._replay.wait(None)
            self._go_to(self._at)
        elif self._at < self._last:
            self._ask_anew(self._at + 1)
        else:
            self._stopped()
            self._show()

    def action_beside(self) -> None:
        """The next of the trainee's other tries beside this one; behind the last of them none."""
        told, other, me, desk = self._told, self._other, self._me, self.desk
        if told is None:
            return

        def read() -> ReviewedSession | None:
            tries = tries_beside(desk.record, told, me)
            place = 0 if other is None else tries.index(other.debrief.session) + 1
            return reviewed_of(desk.record, tries[place], language(), cache=desk.cache) if place < len(tries) else None

        self.in_background(read, self._beside)

    def _beside(self, other: ReviewedSession | None) -> None:
        if other is None and self._other is None:
            self.notify(_("There is no other try at this call that you may see."), markup=False)
        self._other = other
        self.set_class(False, "-other")
        self._go_to(max(1, self._at) if other else self._at)

    def action_switch(self) -> None:
        """The other of two tries, where there is room for one."""
        self.toggle_class("-other")

    def action_note(self) -> None:
        """Write a note on the decision that is looked at, or on the whole call."""
        self._stopped()
        self._marking.note(self._session, self._at)

    def action_correct(self) -> None:
        """Choose a criterion and its points, then say why."""
        self._stopped()
        if self._told is not None and self._at <= len(self._told.reviewed.decisions):
            self._marking.correct(self._session, self._told.reviewed.decisions[self._at - 1])

    def action_sign(self) -> None:
        """Stand by the score as it is reviewed now."""
        self._stopped()
        if self._told is not None:
            self._marking.sign(self._session, self._told.reviewed.shown)

    def action_answer(self) -> None:
        """Answer what the trainee said of the review."""
        self._stopped()
        self._marking.answer(self._session)

    def action_leave(self) -> None:
        """Leave the session."""
        self._replay.stop()
        self.close(self._told)
