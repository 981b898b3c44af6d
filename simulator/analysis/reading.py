"""How hard a text is to read: words, sentences and LIX.

LIX is the mean length of the sentences in words plus the share of long words in percent (C. H. Björnsson, "Läsbarhet",
1968). It knows no syllables and so serves both languages: below 30 very easy, 40 a newspaper, above 60 a law.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

LONG: Final = 7
"""From how many letters on a word is long."""

_WORD: Final = {
    "en": re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*"),
    "fr": re.compile(r"[^\W_]+(?:-[^\W_]+)*"),
}
"""In English an apostrophe is in a word (*don't*), in French it ends one (*l'*, *qu'*)."""

_NO_LETTER: Final = re.compile(r"\W")
_SIGN_OF_A_WORD: Final = re.compile(r"\w")
_SENTENCE_END: Final = re.compile(r"[.!?…:]+(?=\W|$)|\n")


@lru_cache(maxsize=2_000)
def words(text: str, language: str) -> tuple[str, ...]:
    """The words of `text`; a sign that stands alone is none. Several checks ask for those of every text."""
    return tuple(_WORD[language].findall(text))


def sentences(text: str) -> int:
    """How many sentences `text` has: it ends with its last one, whether there is a stop or not."""
    return sum(1 for part in _SENTENCE_END.split(text) if _SIGN_OF_A_WORD.search(part))


def lix(texts: Iterable[str], language: str) -> float:
    """The reading ease of `texts` together, each with sentences of its own; 0 where there are no words."""
    said = list(texts)
    found = [word for text in said for word in words(text, language)]
    if not found:
        return 0.0
    long = sum(len(word) >= LONG and len(_NO_LETTER.sub("", word)) >= LONG for word in found)
    return len(found) / sum(map(sentences, said)) + 100 * long / len(found)
