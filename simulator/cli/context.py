"""What every verb may ask for: the settings, the library, the record; each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from simulator.library import Library
    from simulator.record import Record
    from simulator.settings import Settings


class Context:
    """One command's settings and what hangs on them."""

    def __init__(self, options: dict[str, Any]) -> None:
        self._options = options

    @cached_property
    def settings(self) -> Settings:
        """The settings as they stand. Raises SettingsError."""
        from simulator.settings import Options, read_settings

        return read_settings(Options(**self._options))

    def settings_changed(self) -> None:
        """Read the settings again when they are next asked for."""
        self.__dict__.pop("settings", None)

    @cached_property
    def library(self) -> Library:
        """The scenarios and rubrics that can be found."""
        from simulator.library import Cache, Library

        return Library(self.settings.folders, Cache(self.settings.places.cache))

    @property
    def database(self) -> str | None:
        """Where sessions are kept: a URL or a file; None for the user's own place."""
        place = self.settings.places.database
        return self.settings.database.value or (str(place) if place else None)

    @contextmanager
    def record(self, *, create: bool = True) -> Iterator[Record]:
        """The record, open while it is used. Raises RecordError."""
        from simulator.record import open_record

        record = open_record(self.database, create=create)
        try:
            yield record
        finally:
            record.close()
