"""Places in a text that a trainer wrote: whose text, which line, which columns."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of one line. `line` and `column` count from 1, `end_column` is the first column behind it."""

    line: int
    column: int
    end_column: int


@dataclass(frozen=True, slots=True)
class SourceText:
    """One file as it was read: the name to show for it and its text with LF line ends."""

    name: str
    text: str

    def line(self, number: int) -> str:
        """The text of line `number` (from 1), empty where the file has no such line."""
        lines = _lines(self.text)
        return lines[number - 1] if 0 < number <= len(lines) else ""


@lru_cache(maxsize=1)
def _lines(text: str) -> list[str]:
    """The lines of a file, for the many diagnostics of one."""
    return text.split("\n")


def lf(text: str) -> str:
    """`text` with LF line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


@lru_cache(maxsize=32)
def text_hash(text: str) -> str:
    """SHA-256 (hex) of a file's text with LF line ends, in UTF-8: what names it in the session log."""
    return sha256(lf(text).encode("utf-8", "surrogatepass")).hexdigest()
