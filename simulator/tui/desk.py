"""What the screens share: settings, library, the record once it is needed, who plays, and how time passes."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from simulator.session.wish import Wish

if TYPE_CHECKING:
    from simulator.library import Cache, Library
    from simulator.record import Record
    from simulator.session import Call, World
    from simulator.settings import Settings


@dataclass(frozen=True, slots=True)
class Pace:
    """How time passes on the screens; a test brings its own."""

    now: Callable[[], float] = time.monotonic
    """Seconds from any start."""
    settle: float = 0.25
    """Seconds for which a new moment takes no answer: a key that is held or struck twice is not a second answer."""
    speech: float = 25.0
    """Characters that appear in a second as the caller speaks, who is in a hurry; 0 shows them at once."""
    runs: bool = True
    """Whether a replay goes on by itself; otherwise whoever tests it moves it on."""


class Desk:
    """One per run of the program."""

    def __init__(
        self,
        settings: Settings,
        library: Library,
        open_record: Callable[[], Record],
        wish: Wish,
        *,
        pace: Pace | None = None,
        world: World | None = None,
    ) -> None:
        self.settings = settings
        self.library = library
        self.wish = wish
        self.pace = pace or Pace()
        self.world = world
        self.call: Call | None = None
        """The call that is played now."""
        self.unsaid: dict[tuple[str, int], str] = {}
        """By session and decision, words that were typed in a call which was left before they were said."""
        self._open_record = open_record
        self._record: Record | None = None
        self._opening = threading.Lock()

    @property
    def cache(self) -> Cache:
        """What was compiled and analysed before."""
        return self.library.cache

    @property
    def record(self) -> Record:
        """The record, opened when it is first asked for; for worker threads. Raises RecordError."""
        with self._opening:
            if self._record is None:
                self._record = self._open_record()
            return self._record

    def another_record(self) -> Record:
        """A record of one's own, for long work beside the screens; whoever asks closes it. Raises RecordError."""
        return self._open_record()

    def named(self, trainee: str) -> None:
        """From now on `trainee` plays."""
        self.wish = replace(self.wish, trainee=trainee)

    def say_first(self, wanted: bool) -> bool:
        """Whether from now on the trainee types what they would say before the choices appear: `wanted`."""
        self.wish = replace(self.wish, say_first=wanted)
        return wanted

    def wish_fulfilled(self) -> None:
        """What was asked for on the command line was for one call; from now on the screens ask."""
        kept = self.wish
        self.wish = Wish(kept.trainee, time_factor=kept.time_factor, say_first=kept.say_first)

    def resume_no_more(self) -> None:
        """The call that was left has been gone on with, or was not there."""
        self.wish = replace(self.wish, resume=None)

    def close(self) -> None:
        """Note that a call was left, once its last answer is written, and let the record go."""
        with self._opening:
            if self._record is None:
                return
            if self.call is not None and not self.call.over:
                from simulator.record import RecordError

                with suppress(RecordError):
                    self.call.pause()
            self._record.close()
            self._record = None
