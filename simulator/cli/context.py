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

    def __init__(self) -> None:
        self._options: dict[str, Any] = {}

    def give(self, name: str, value: Any) -> None:
        """Take the value of an option, before anything is asked for; folders of the library add up."""
        if name == "library":
            value = (*self._options.get(name, ()), *value)
        self._options[name] = value

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

    def make_home(self) -> None:
        """Make the folder that `ROLECALL_HOME` names, where the database shall be in it. Raises OSError."""
        place = self.settings.places.database
        if place is not None and self.database == str(place):
            place.parent.mkdir(parents=True, exist_ok=True)

    @contextmanager
    def record(self, *, create: bool = True) -> Iterator[Record]:
        """The record, open while it is used. Raises RecordError, and OSError where its own folder cannot be made."""
        from simulator.record import open_record

        if create:
            self.make_home()
        with open_record(self.database, create=create) as record:
            yield record

    @contextmanager
    def record_if_any(self) -> Iterator[Record | None]:
        """The record; None where there is none yet, which a person is told. Makes nothing. Raises RecordError."""
        from simulator.record import Reason, RecordError, open_record

        try:
            record = open_record(self.database, create=False)
        except RecordError as error:
            if error.reason is not Reason.MISSING:
                raise
            from simulator.cli.failures import tell
            from simulator.words import say

            tell(say(error.message))
            yield None
            return
        with record:
            yield record
