"""The clocks of a call: how long it has lasted, and how long an answer may still take."""

from __future__ import annotations

from math import ceil

from textual.content import Content
from textual.message import Message
from textual.timer import Timer

from simulator.tui.desk import Pace
from simulator.tui.sizes import WIDTHS
from simulator.tui.text import BLANK, plain
from simulator.tui.widgets.topline import TopLine
from simulator.words import _

HURRY = 5
"""Seconds from which on the countdown presses."""


class Clock(TopLine):
    """The line on top of a call, with the call's time. Counts an answer's time down where silence counts."""

    class Up(Message):
        """Nothing was said in time at that moment of the call."""

        def __init__(self, decision: int) -> None:
            super().__init__()
            self.decision = decision

    def __init__(self, pace: Pace, mode: str) -> None:
        super().__init__()
        self._pace = pace
        self._mode = plain(mode, "$muted")
        self._who = BLANK
        self._started = self._asked = pace.now()
        self._limit: float | None = None
        self._decision = 0
        self._alarm: Timer | None = None
        self._held: float | None = None
        """When the clock was stopped; None while it runs."""
        self._shown: tuple[str, ...] = ()

    def on_mount(self) -> None:
        """Move with the seconds."""
        self.tick()
        self.set_interval(0.5, self.tick)

    def on_resize(self) -> None:
        """On a narrow terminal there is room for less."""
        self.tick()

    @property
    def took_ms(self) -> int:
        """Milliseconds since the question of now was asked."""
        return max(0, round((self._pace.now() - self._asked) * 1000))

    def hold(self) -> None:
        """Stop for a while: nobody waits."""
        self._held = self._pace.now()
        self._disarm()

    def go_on(self) -> None:
        """Run on from where it was stopped."""
        if self._held is None:
            return
        away = self._pace.now() - self._held
        self._held, self._asked, self._started = None, self._asked + away, self._started + away
        if self._limit is not None:
            self._alarm = self.set_timer(max(0.0, self._limit - (self._pace.now() - self._asked)), self.up)
        self.tick()

    @property
    def is_settled(self) -> bool:
        """Whether the question of now has been there long enough for an answer to be meant for it."""
        return self._pace.now() - self._asked >= self._pace.settle

    def ask(self, decision: int, limit: float | None) -> None:
        """A new moment: start its time; `limit` in seconds where silence counts."""
        self.rest()
        self._asked, self._limit, self._decision = self._pace.now(), limit, decision
        if limit is not None:
            self._alarm = self.set_timer(limit, self.up)
        self.tick()

    def tell_caller(self, who: Content) -> None:
        """Show who is on the line."""
        self._who = who
        self.tick()

    def rest(self) -> None:
        """Count nothing down for now."""
        self._disarm()
        self._limit = None
        self.tick()

    def _disarm(self) -> None:
        if self._alarm is not None:
            self._alarm.stop()
            self._alarm = None

    def up(self) -> None:
        """The time for an answer is over."""
        if self._limit is not None:
            self.rest()
            self.post_message(self.Up(self._decision))

    @property
    def _time(self) -> float:
        return self._pace.now() if self._held is None else self._held

    @property
    def countdown(self) -> Content:
        """How long an answer may still take; blank where nobody waits."""
        if self._limit is None:
            return BLANK
        left = max(0.0, self._limit - (self._time - self._asked))
        text = _("answer within {seconds}\u00a0s").format(seconds=ceil(left))
        return plain(f" {text} ", "bold reverse $warning" if left < HURRY else "bold $warning")

    def tick(self) -> None:
        """Show the time as it is."""
        minutes, seconds = divmod(int(self._time - self._started), 60)
        parts = [self._mode, plain(f"{minutes}:{seconds:02d}")]
        if countdown := self.countdown:
            parts.insert(1, countdown)
        if self.app.size.width < WIDTHS["-normal"]:
            parts.pop(0)
        shown = (self._who.plain, *(part.plain for part in parts))
        if shown != self._shown:
            self._shown = shown
            self.show(self._who, Content("  ").join(parts))
