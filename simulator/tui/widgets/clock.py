"""The clocks of a call: how long it has lasted, and how long an answer may still take."""

from __future__ import annotations

from textual.content import Content
from textual.message import Message
from textual.timer import Timer

from simulator.tui.desk import Pace
from simulator.tui.text import Words, plain
from simulator.words import _

HURRY = 5
"""Seconds from which on the countdown presses."""


class Clock(Words):
    """Shows the call's time; counts an answer's time down where silence counts, and tells when it is up."""

    class Up(Message):
        """Nothing was said in time at that moment of the call."""

        def __init__(self, decision: int) -> None:
            super().__init__()
            self.decision = decision

    def __init__(self, pace: Pace) -> None:
        super().__init__(classes="top-right")
        self._pace = pace
        self._started = self._asked = pace.now()
        self._limit: float | None = None
        self._decision = 0
        self._alarm: Timer | None = None
        self._told = Content("")

    def on_mount(self) -> None:
        """Move with the seconds."""
        self.tick()
        self.set_interval(0.5, self.tick)

    @property
    def took_ms(self) -> int:
        """Milliseconds since the question of now was asked."""
        return max(0, round((self._pace.now() - self._asked) * 1000))

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

    def rest(self) -> None:
        """Count nothing down for now."""
        if self._alarm is not None:
            self._alarm.stop()
        self._alarm = self._limit = None
        self.tick()

    def up(self) -> None:
        """The time for an answer is over."""
        if self._limit is not None:
            self.rest()
            self.post_message(self.Up(self._decision))

    def tick(self) -> None:
        """Show the time as it is."""
        now = self._pace.now()
        minutes, seconds = divmod(int(now - self._started), 60)
        content = plain(f"{minutes}:{seconds:02d}")
        if self._limit is not None:
            left = max(0.0, self._limit - (now - self._asked))
            text = _("answer within {seconds}\u00a0s").format(seconds=int(left) + 1 if left else 0)
            hurry = plain(f" {text} ", "bold reverse $warning" if left < HURRY else "bold $warning")
            content = Content("  ").join([hurry, content])
        if content.plain != self._told.plain:
            self._told = content
            self.say(content)
