"""How much room a text takes in a terminal."""

from __future__ import annotations

import unicodedata


def columns_of(text: str) -> int:
    """How many columns `text` takes."""
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("F", "W") else 1
