"""What each setting may be: from what was written to a value, or a sentence that says what is allowed."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from simulator.model.message import N_, Message
from simulator.settings.values import LANGUAGES, TIME_FACTORS, Motion, SettingsError, Source

NAME_MAX: Final = 80
"""The most characters of a name."""

_SHOWN_MAX: Final = 60
_YES: Final = frozenset({"yes", "true", "on", "1", "oui"})
_NO: Final = frozenset({"no", "false", "off", "0", "non"})


@dataclass(frozen=True, slots=True)
class Written:
    """A value as somebody wrote it, and where: `place` is a file, a variable or an option."""

    value: object
    source: Source
    place: str
    base: Path
    """The folder that a relative path starts from."""


def yes_or_no(written: Written) -> bool:
    """True or false as written; raises ValueError."""
    if isinstance(written.value, bool):
        return written.value
    word = str(written.value).strip().lower()
    if word not in _YES | _NO:
        raise ValueError(word)
    return word in _YES


def name(written: Written) -> str:
    """A name or staff number of at most `NAME_MAX` characters; raises ValueError."""
    if isinstance(written.value, bool) or not isinstance(written.value, str | int):
        raise ValueError(written.value)
    text = " ".join(str(written.value).split())
    if not text or len(text) > NAME_MAX or any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co", "Cn") for c in text):
        raise ValueError(text)
    return text


def language(written: Written) -> str:
    """One of `LANGUAGES`; raises ValueError."""
    word = str(written.value).strip().lower()
    return LANGUAGES[LANGUAGES.index(word)]


def motion(written: Written) -> Motion:
    """Full or reduced; raises ValueError."""
    return Motion(str(written.value).strip().lower())


def theme(written: Written) -> str:
    """The name of a theme; raises ValueError."""
    word = str(written.value).strip().lower()
    if not isinstance(written.value, str) or not re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,39}|", word):
        raise ValueError(word)
    return word


def time_factor(written: Written) -> float:
    """One of `TIME_FACTORS`; raises ValueError."""
    if isinstance(written.value, bool):
        if written.value:
            raise ValueError(written.value)
        return 0.0
    word = str(written.value).strip().lower().replace(",", ".")
    number = 0.0 if word in _NO else float(word)
    for factor in TIME_FACTORS:
        if math.isclose(number, factor, abs_tol=1e-9):
            return factor
    raise ValueError(word)


def database(written: Written) -> str:
    """A database URL, or the absolute path of a file; raises ValueError."""
    if not isinstance(written.value, str) or not written.value.strip():
        raise ValueError(written.value)
    text = written.value.strip()
    return text if "://" in text else str(folder(text, written.base))


def folders(written: Written) -> tuple[Path, ...]:
    """Absolute paths, repeats left out; raises ValueError."""
    value = written.value
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list | tuple) or not all(isinstance(item, str | Path) for item in items):
        raise ValueError(value)
    found = [folder(str(item), written.base) for item in items if str(item).strip()]
    return tuple(dict.fromkeys(found))


def folder(text: str, base: Path) -> Path:
    """The absolute path that `text` means from `base`; raises ValueError."""
    if "\0" in text:
        raise ValueError(text)
    try:
        return base / Path(text.strip()).expanduser()
    except RuntimeError as error:  # no home folder for `~`
        raise ValueError(text) from error


KINDS: Final[Mapping[str, tuple[Callable[[Written], object], Message]]] = {
    "name": (name, Message(N_("a name or staff number of at most {count} characters"), {"count": NAME_MAX})),
    "language": (language, Message(N_("fr or en"))),
    "plain": (yes_or_no, Message(N_("true or false"))),
    "motion": (motion, Message(N_("full or reduced"))),
    "theme": (theme, Message(N_("the name of a theme"))),
    "colour": (yes_or_no, Message(N_("true or false"))),
    "time_factor": (time_factor, Message(N_("1, 1.33, 2 or off"))),
    "say_first": (yes_or_no, Message(N_("true or false"))),
    "bell": (yes_or_no, Message(N_("true or false"))),
    "database": (database, Message(N_("the address of a database or the path of a file"))),
    "library": (folders, Message(N_("a list of folders"))),
}
"""For each setting: what reads it, and what is allowed."""

KEYS: Final = tuple(key for key in KINDS if key != "colour")
"""The settings that a config file may have."""


def checked(key: str, written: Written) -> object:
    """The value of setting `key`. Raises SettingsError, which names the place, the setting and what is allowed."""
    reads, allowed = KINDS[key]
    try:
        return reads(written)
    except ValueError:
        values = {"place": written.place, "key": key, "allowed": allowed, "value": as_shown(written.value)}
        raise SettingsError(Message(N_("{place}: the setting {key} must be {allowed}, not {value}."), values)) from None


def as_shown(value: object) -> str:
    """`value` as a message may quote it: short, on one line, without control characters."""
    text = "".join(c if c.isprintable() else "\ufffd" for c in str(value))
    text = text if len(text) <= _SHOWN_MAX else text[: _SHOWN_MAX - 1] + "…"
    return f'"{text}"'
