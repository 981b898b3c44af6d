"""The clocks of a call: how long it has lasted, and how long an answer may still take."""

from __future__ import annotations

import time

from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Static

from simulator.words import _


class Clock(Static):
    """Shows the call's time; counts an answer's time down where silence counts, and tells when it is up."""

    class Up(Message):
        """Nothing was said in time at that moment of the call."""

        def __init__(self, decision: int) -> None:
            super().__init__()
            self.decision = decision

    def __init__(self) -> None:
        super().__init__("0:00", id="clock", markup=False)
        self._started = time.monotonic()
        self._asked = self._started
        self._limit: float | None = None
        self._decision = 0
        self._tick: Timer | None = None

    def on_mount(self) -> None:
        """Move once a second."""
        self._tick = self.set_interval(1, self.tick)

    @property
    def took_ms(self) -> int:
        """Milliseconds since the question of now was asked."""
        return max(0, round((time.monotonic() - self._asked) * 1000))

    def ask(self, decision: int, limit: float | None) -> None:
        """A new moment: start its time; `limit` in seconds where silence counts."""
        self._asked, self._limit, self._decision = time.monotonic(), limit, decision
        self.tick()

    def rest(self) -> None:
        """Count nothing down for now."""
        self._limit = None
        self.tick()

    def tick(self) -> None:
        """Show the time as it is."""
        now = time.monotonic()
        minutes, seconds = divmod(int(now - self._started), 60)
        parts: list[Content] = [Content(f"{minutes}:{seconds:02d}")]
        if self._limit is not None:
            left = self._limit - (now - self._asked)
            if left <= 0:
                self._limit = None
                self.post_message(self.Up(self._decision))
            else:
                text = _("answer within {seconds} s").format(seconds=int(left) + 1)
                parts.insert(0, Content.styled(text, "bold $warning" if left < 5 else "$warning"))
        self.update(Content("  ").join(parts))
