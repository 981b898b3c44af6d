"""French punctuation: where a no-break space belongs in a text, and the text with those spaces in their places.

A narrow one before `?`, `!` and `;`, a wide one before `:` and inside « » (Lexique des règles typographiques en usage à
l'Imprimerie nationale). Which of the two somebody chose is left alone: either keeps a sign from the start of a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

NO_BREAK: Final = "\u00a0"
NARROW_NO_BREAK: Final = "\u202f"

_NOT_PROSE: Final = re.compile(r"`[^`\n]*`|\{[^{}\n]*\}|\b\w+://\S+|&#?\w{1,30};")
"""What is no sentence: code, names in braces, addresses, the `&eacute;` of HTML."""

_SIGN: Final = re.compile(
    r"""
    (?<=[^\s?!;:«])                # not at the start of a line, and only the first of `?!`
    (?P<before_point>[ \t]+ | (?<=[^\W_]) | (?<=[»)\]}*"”’%°€]))
    (?P<point> [?!] (?=[\s?!»")\]”*_.…,;:] | $) | [;:] (?=[\s»*_] | $))
    | (?<=[^\s«]) (?P<before_close>[ \t]*) (?P<close>»)
    | (?P<open>«) (?P<behind_open>[ \t]*) (?=\S)
    """,
    re.VERBOSE | re.MULTILINE,
)
_SUSPECT: Final = re.compile(r"[?!;:»](?<=[^\u00a0\u202f].)|«(?![\u00a0\u202f])")
"""What most texts have nothing of: a quick look that spares the long one."""

_SPACE_OF: Final = {"point": "before_point", "close": "before_close", "open": "behind_open"}
"""Where the space of each kind of sign stands."""


class Gap(NamedTuple):
    """A place where a no-break space belongs and an ordinary one stands, or none."""

    start: int
    end: int
    """What the no-break space takes the place of, in characters from 0; nothing where `end` is `start`."""
    sign: str
    """The sign beside it."""

    @property
    def space(self) -> str:
        """The space that belongs there."""
        return NARROW_NO_BREAK if self.sign in "?!;" else NO_BREAK


def gaps(text: str) -> Iterator[Gap]:
    """Every such place of `text`, in order."""
    if not _SUSPECT.search(text):
        return
    apart = [found.span() for found in _NOT_PROSE.finditer(text)]
    for found in _SIGN.finditer(text):
        kind = next(kind for kind in _SPACE_OF if found[kind])
        if not any(start <= found.start(kind) < end for start, end in apart):
            yield Gap(*found.span(_SPACE_OF[kind]), found[kind])


def spaced(text: str) -> str:
    """`text` with every no-break space in its place."""
    done, parts = 0, list[str]()
    for gap in gaps(text):
        parts += (text[done : gap.start], gap.space)
        done = gap.end
    return "".join((*parts, text[done:]))
