"""Which calls of a library somebody means by a few words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from simulator.words.labels import language_word, level_word, role_word

if TYPE_CHECKING:
    from simulator.library.entries import Entry


def matches(entry: Entry, words: Sequence[str]) -> bool:
    """Whether each of `words`, in small letters, is found in what is told of a call in the language in use."""
    told = [entry.title, entry.id, entry.role, role_word(entry.role), language_word(entry.language)]
    if entry.level:
        told.append(level_word(entry.level))
    text = " ".join(told).casefold()
    return all(word in text for word in words)
