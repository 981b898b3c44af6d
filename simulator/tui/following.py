"""Follows a file for a screen: reads it again on each change, and surveys its call beside, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.preview.reading import Reading, read, survey
from simulator.preview.watching import Watch

if TYPE_CHECKING:
    from simulator.tui.base import RoleScreen


class Follower:
    """Tells a screen of each reading, as it is read and once more when it was surveyed.

    Reading takes no time and is done for every change; a survey may take seconds. Where the file has been saved again
    meanwhile its result is `late`: it says nothing of the file any more, but still of the call that was read.
    """

    def __init__(
        self,
        screen: RoleScreen[Any],
        path: Path,
        changed: Callable[[], None],
        tell: Callable[[Reading], None],
        late: Callable[[Reading], None],
    ) -> None:
        self._screen = screen
        self._path = path
        self._tell = tell
        self._late = late
        self._watch = Watch([path], changed)
        """Calls `changed` in its own thread; the screen then asks to `read`."""
        self._newest: Reading | None = None
        self._asked = self._told = 0
        self._surveying = False

    def start(self) -> None:
        """Read the file, and from now on whenever it changes."""
        self._watch.start()
        self.read()

    def stop(self) -> None:
        """Look away."""
        self._watch.stop()

    def read(self) -> None:
        """Read the file as it is now."""
        self._asked += 1
        number = self._asked
        self._screen.in_background(lambda: read(self._path), lambda reading: self._read(number, reading))

    def _read(self, number: int, reading: Reading) -> None:
        if number < self._told or reading.says_the_same(self._newest):
            return
        self._told, self._newest = number, reading
        self._watch.look_at(reading.paths)
        self._survey()
        self._tell(reading)

    def _survey(self) -> None:
        reading = self._newest
        if reading is not None and reading.is_half and not self._surveying:
            self._surveying = True
            self._screen.in_background(lambda: survey(reading), self._surveyed)

    def _surveyed(self, reading: Reading) -> None:
        self._surveying = False
        if self._newest is not None and reading.file.source is self._newest.file.source:
            self._newest = reading
            self._tell(reading)
        else:
            self._late(reading)
            self._survey()
