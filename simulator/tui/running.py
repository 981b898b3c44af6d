"""A replay that runs by itself, at the pace of the call or faster: when its next beat comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from textual.message_pump import MessagePump
from textual.timer import Timer

from simulator.tui.desk import Pace

SPEEDS: Final = (1, 2, 4, 8)
"""How many times faster than the call a replay may run."""
LONGEST: Final = 20.0
"""Seconds of the call after which a replay waits no longer: a trainee who was away is not waited for."""
READ: Final = 3.0
"""Seconds for which an answer and what came of it stand before the replay goes on."""


SHORTEST: Final = 0.5
"""Seconds for which a question stands at least."""


def seconds_of(took_ms: int | None) -> float:
    """How long a beat lasts at the pace of the call: what the trainee took, or what it takes to read (None)."""
    return READ if took_ms is None else max(SHORTEST, min(took_ms / 1000, LONGEST))


class Running:
    """Calls `beat` when it is time for the next one; whoever owns it says how long that is."""

    def __init__(self, owner: MessagePump, pace: Callable[[], Pace], beat: Callable[[], None]) -> None:
        self._owner = owner
        self._pace = pace
        self._beat = beat
        self._timer: Timer | None = None
        self._speed = 0
        self.on = False

    @property
    def speed(self) -> int:
        """How many times faster than the call."""
        return SPEEDS[self._speed]

    def change(self, by: int) -> None:
        """Faster or slower, from the next wait on."""
        self._speed = max(0, min(self._speed + by, len(SPEEDS) - 1))

    def wait(self, took_ms: int | None) -> None:
        """The next beat comes after so long in the call; None: after what was said could be read."""
        self.stop()
        self.on = True
        if self._pace().runs:
            self._timer = self._owner.set_timer(seconds_of(took_ms) / self.speed, self._beat)

    def stop(self) -> None:
        """No beat comes any more."""
        self.on = False
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
