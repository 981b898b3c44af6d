"""Reads the fields of one JSON object from a stored event or a file, and believes nothing that it finds.

Every getter raises `BadField`; whoever knows the line or the session turns that into a sentence.
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from simulator.record.ids import is_id

MAX_TEXT: Final = 2_000
MAX_LONG_TEXT: Final = 20_000
MAX_NAME: Final = 200
MAX_ITEMS: Final = 200
MAX_WHOLE: Final = 2**63 - 1
_DIGEST: Final = re.compile("[0-9a-f]{64}")
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_NEVER = frozenset({"Cc", "Cs", "Zl", "Zp"})
_write = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


class BadField(Exception):
    """A field is missing, has the wrong type, or is out of its range. `field` names it, empty for the whole."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


def is_clean(text: str) -> bool:
    """Whether `text` holds no control character, no surrogate and nothing that turns the direction of a line."""
    # Most texts are ids and words of plain letters, and every field of every event is looked at.
    if text.isascii():
        return text.isprintable()
    return not any(c in _BIDI or unicodedata.category(c) in _NEVER for c in text)


def tidy_name(name: str) -> str | None:
    """A person's name with single spaces and composed accents; None for what cannot be a name."""
    tidy = " ".join(unicodedata.normalize("NFC", name).split())
    return tidy if tidy and len(tidy) <= MAX_NAME and is_clean(tidy) else None


def read_object(raw: bytes | str) -> dict[str, object]:
    """The JSON object in `raw`. Raises BadField for anything else."""
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError):
        raise BadField("") from None
    if not isinstance(found, dict):
        raise BadField("")
    return found


def canonical(value: Mapping[str, object]) -> bytes:
    """The one way to write `value`: UTF-8, no spaces, keys in the given order. Raises ValueError for NaN."""
    return _write(value).encode("utf-8")


def blob(value: object) -> bytes:
    """What a binary column holds; nothing where somebody put something else there."""
    return bytes(value) if isinstance(value, bytes | bytearray | memoryview) else b""


def count(value: object) -> int:
    """What a column of whole numbers holds; 0 where somebody put something else there."""
    return value if isinstance(value, int) else 0


class Fields:
    """The fields of one object, taken one by one; `done` refuses what nobody asked for."""

    def __init__(self, found: Mapping[str, object]) -> None:
        self._left = dict(found)

    def take(self, name: str) -> object:
        """The raw value of `name`."""
        if name not in self._left:
            raise BadField(name)
        return self._left.pop(name)

    def has(self, name: str) -> bool:
        """Whether there is a field `name` that nobody took."""
        return name in self._left

    def done(self) -> None:
        """Refuse a field that is left over."""
        for name in self._left:
            raise BadField(name)

    def text(self, name: str) -> str:
        """A short text on one line: an id, a title, a version."""
        return _text(name, self.take(name))

    def id(self, name: str) -> str:
        """An id as this package makes them."""
        value = self.text(name)
        if not is_id(value):
            raise BadField(name)
        return value

    def digest(self, name: str) -> str:
        """A SHA-256 in hex."""
        return _digest(name, self.take(name))

    def digests(self, name: str) -> tuple[str, ...]:
        """A list of them."""
        return tuple([_digest(name, item) for item in self.texts(name)])

    def long_text(self, name: str, limit: int) -> str:
        """A text with line ends, of up to `limit` characters."""
        value = self.take(name)
        if not isinstance(value, str) or len(value) > limit or any("\ud800" <= c <= "\udfff" for c in value):
            raise BadField(name)
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of short texts."""
        value = self.take(name)
        if not isinstance(value, list) or len(value) > MAX_ITEMS:
            raise BadField(name)
        return tuple([_text(name, item) for item in value])

    def whole(self, name: str, least: int = 0) -> int:
        """A whole number from `least` up."""
        value = self.take(name)
        if type(value) is not int or not least <= value <= MAX_WHOLE:
            raise BadField(name)
        return value

    def number(self, name: str) -> float:
        """A finite number."""
        value = self.take(name)
        if type(value) not in (int, float):
            raise BadField(name)
        try:
            number = float(value)  # type: ignore[arg-type]
        except OverflowError:
            raise BadField(name) from None
        if not math.isfinite(number):
            raise BadField(name)
        return number

    def flag(self, name: str) -> bool:
        """True or false."""
        value = self.take(name)
        if not isinstance(value, bool):
            raise BadField(name)
        return value

    def object(self, name: str) -> dict[str, object] | None:
        """An object, or None for null."""
        value = self.take(name)
        if value is not None and not isinstance(value, dict):
            raise BadField(name)
        return value


def _text(name: str, value: object) -> str:
    if not isinstance(value, str) or len(value) > MAX_TEXT or not is_clean(value):
        raise BadField(name)
    return value


def _digest(name: str, value: object) -> str:
    text = _text(name, value)
    if not _DIGEST.fullmatch(text):
        raise BadField(name)
    return text
