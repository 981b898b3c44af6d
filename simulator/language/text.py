"""Bytes -> text that is safe to parse and to show: the limits of size, the encoding, characters nobody can see."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

from simulator.language.traps import trap
from simulator.model.diagnostic import Diagnostic
from simulator.model.source import SourceText, Span
from simulator.model.unseen import UNSEEN

BYTES_MAX: Final = 1_048_576
"""The largest file that is read, in bytes of UTF-8."""

_BOM: Final = "\ufeff"
_BYTE_ORDERS: Final = (b"\xff\xfe", b"\xfe\xff")


def decode(name: str, data: bytes) -> SourceText | Diagnostic:
    """The text of a file that was read as `data`: UTF-8 with or without a byte order mark, any line ends."""
    if len(data) > BYTES_MAX:
        return _too_large(name, len(data))
    if data.startswith(_BYTE_ORDERS) or b"\0" in data:
        return trap("E101", name, None)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return trap("E101", name, None)
    return SourceText(name, text.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n"))


def size_problem(source: SourceText) -> Diagnostic | None:
    """What there is to say where `source` is too large to be read."""
    size = len(source.text)
    if size * 4 > BYTES_MAX:
        size = len(source.text.encode("utf-8", "surrogatepass"))
    return _too_large(source.name, size) if size > BYTES_MAX else None


def clean(text: str) -> str:
    """`text` with a space for each character nobody can see, so that places stay and the rest can be read."""
    return UNSEEN.sub(" ", text)


def unseen(source: SourceText) -> Iterator[Diagnostic]:
    """One diagnostic for each line of `source` that holds a character nobody can see."""
    if not UNSEEN.search(source.text):
        return
    for number, line in enumerate(source.text.split("\n"), start=1):
        if found := UNSEEN.search(line):
            span = Span(number, found.start() + 1, found.end() + 1)
            yield trap("E118", source.name, span, name=name_of(found.group()))


def name_of(character: str) -> str:
    """What to call a character that cannot be shown: its number and, where it has one, its name."""
    number = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "")
    return f"{number} {name}" if name else number


def _too_large(name: str, size: int) -> Diagnostic:
    return trap("E102", name, None, size=size, limit=BYTES_MAX)
