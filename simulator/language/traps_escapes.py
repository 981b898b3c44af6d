"""Backslashes between double quotes: those that announce no sign, and those that make one nobody can see."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from simulator.model.unseen import UNSEEN

_NUMBER: Final = r"x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}"
_ESCAPE: Final = re.compile(rf"\\({_NUMBER}|[^xuU])")
_UNSEEN_BY_LETTER: Final = dict(zip("0abvfreN_LP", "\0\a\b\v\f\r\x1b\x85\xa0\u2028\u2029", strict=True))
"""The characters that YAML has a letter for and that nobody can see; the no-break space among them can be typed."""

_KNOWN: Final = frozenset(_UNSEEN_BY_LETTER).union('t\tn "/\\')
_MEANT: Final = re.compile(rf"\\({_NUMBER}|[\"\\/]|$)?")
"""What is written on purpose with a backslash in front: letters are as often the names of folders."""


class HiddenSign(NamedTuple):
    """A character nobody can see: where the backslash stands that makes it (from 0), and what is written there."""

    start: int
    written: str
    character: str


def wrong_escape(text: str) -> int | None:
    """The place of the first backslash in `text` that announces no sign there is; None where each does."""
    place = 0
    while (place := text.find("\\", place)) >= 0:
        found = _ESCAPE.match(text, place)
        if not found or (len(found[1]) == 1 and found[1] not in _KNOWN) or _is_no_character(found[1]):
            return place
        place = found.end()
    return None


def hidden_sign(text: str) -> HiddenSign | None:
    """The first character nobody can see that a backslash makes in `text`; None where none does."""
    for found in _ESCAPE.finditer(text):
        letter = found[1]
        if len(letter) == 1:
            character = _UNSEEN_BY_LETTER.get(letter, "")
        else:
            character = "" if _is_no_character(letter) else "".join(UNSEEN.findall(chr(int(letter[1:], 16))))
        if character:
            return HiddenSign(found.start(), found[0], character)
    return None


def doubled(text: str) -> str:
    """`text`, all on one line, with every backslash twice that was hardly meant to announce a sign."""

    def told(found: re.Match[str]) -> str:
        meant = found[1] is not None and not hidden_sign(found[0])
        return found[0] if meant else rf"\{found[0]}"

    return _MEANT.sub(told, text)


def _is_no_character(letter: str) -> bool:
    """Whether a number behind a backslash is that of half a character, or of none."""
    number = int(letter[1:], 16) if len(letter) > 1 else 0
    return 0xD800 <= number <= 0xDFFF or number > 0x10FFFF
