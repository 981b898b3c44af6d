"""Words and phrases counted in a text, whatever their case, accents and apostrophes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")
_OTHERWISE: Final = str.maketrans({"œ": "oe", "æ": "ae", "\u02bc": "’"})
"""Ligatures that decompose into nothing, and the apostrophe that counts as a letter."""

REMEMBERED: Final = 2_000
"""Texts whose words are remembered: each is looked through for one list after the other, and in every variant."""


def words(text: str) -> list[str]:
    """The words of a text in lower case and without accents. Apostrophes and hyphens part them: "s'il" is two."""
    parts = unicodedata.normalize("NFKD", text.casefold().translate(_OTHERWISE))
    return _WORD.findall("".join(part for part in parts if not unicodedata.combining(part)))


class Phrases:
    """A list of words and phrases, written as they are spelt."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self.phrases = tuple(phrases)

    def count(self, text: str) -> int:
        """How many of them stand in `text`, each time one does; a word counts in the longest phrase it is in alone."""
        return len(self._pattern.findall(_spaced(text)))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(sorted(map(_spaced, self.phrases), key=len, reverse=True)))


@lru_cache(maxsize=REMEMBERED)
def _spaced(text: str) -> str:
    """The words of `text`, each with blanks of its own on both sides, so that phrases next to each other are found."""
    return "".join(f" {word} " for word in words(text))
