"""What the screens share: settings, library, the record once it is needed, and who plays."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.library import Cache, Library
    from simulator.record import Record
    from simulator.session.wish import Wish
    from simulator.settings import Settings


class Desk:
    """One per run of the program."""

    def __init__(self, settings: Settings, library: Library, database: str | None, wish: Wish) -> None:
        self.settings = settings
        self.library = library
        self.wish = wish
        self._database = database
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
                from simulator.record import open_record

                self._record = open_record(self._database)
            return self._record

    def named(self, trainee: str) -> None:
        """From now on `trainee` plays."""
        self.wish = replace(self.wish, trainee=trainee)

    def close(self) -> None:
        """Let the record go."""
        with self._opening:
            if self._record is not None:
                self._record.close()
                self._record = None
