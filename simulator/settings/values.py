"""What a setting is: a value, where it came from, and what can be wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, Generic, TypeVar

from simulator.model.message import Message
from simulator.settings.places import Places

LANGUAGES: Final = ("fr", "en")
"""The languages of the program."""

TIME_FACTORS: Final = (1.0, 1.33, 2.0, 0.0)
"""How much longer clocks run than written; 0 for no clock."""

_T = TypeVar("_T", covariant=True)


class SettingsError(Exception):
    """A setting cannot be used or saved; `message` says which, where, and what is allowed."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


class Source(StrEnum):
    """Where a value came from, lowest first."""

    DEFAULT = "default"
    MACHINE = "machine"
    USER = "user"
    ENVIRONMENT = "environment"
    OPTION = "option"
    LOCKED = "locked"
    """The machine's file, which lets nobody change it."""


class Motion(StrEnum):
    """Whether things may move on the screen."""

    FULL = "full"
    REDUCED = "reduced"


@dataclass(frozen=True, slots=True)
class Setting(Generic[_T]):
    """A value and where it came from; `ignored` are the sources that a lock overruled."""

    value: _T
    source: Source
    ignored: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting as it stands."""

    name: Setting[str | None]
    """The trainee's name or staff number; None where nobody has said it yet."""
    language: Setting[str]
    """One of `LANGUAGES`: the language of the program, not of the calls."""
    plain: Setting[bool]
    motion: Setting[Motion]
    theme: Setting[str]
    """A theme's name; empty for the program's own."""
    colour: Setting[bool]
    time_factor: Setting[float]
    """One of `TIME_FACTORS`."""
    say_first: Setting[bool]
    """Whether trainees type what they would say before the choices appear."""
    bell: Setting[bool]
    """Whether the terminal's bell rings when a caller hangs up."""
    database: Setting[str | None]
    """A database URL or the path of a file; None for the user's own."""
    library: tuple[Setting[Path], ...]
    """Folders with scenarios and rubrics, absolute; where two have the same id, the first one wins."""
    places: Places
    warnings: tuple[Message, ...] = ()

    @property
    def needs_first_start(self) -> bool:
        """Whether a name and a language still have to be asked for."""
        return self.name.value is None

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders of `library`."""
        return tuple(folder.value for folder in self.library)


def without_password(url: str) -> str:
    """A database URL with its password left out; anything else as it is."""
    return re.sub(r"^([\w+.-]+://[^:/@]*):.*@", r"\1:***@", url)
