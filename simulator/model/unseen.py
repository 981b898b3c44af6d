"""Characters that nobody can see and that a terminal or a reader may obey: controls, direction marks, no characters."""

from __future__ import annotations

import re
from typing import Final

# Controls (but tab and line feed), what YAML takes for a line's end and an editor does not, blanks without
# width, what turns the direction of writing, and code points that are no characters. Joiners stay: emoji need them.
UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u2028\u2029\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_REPLACEMENT: Final = "\ufffd"


def visible(text: str) -> str:
    """`text` on one line and safe to print: a sign in place of each unseen character, a blank for tab and line feed."""
    return UNSEEN.sub(_REPLACEMENT, text).replace("\n", " ").replace("\t", " ")


def visible_lines(text: str) -> str:
    """`text` safe to print with its lines kept."""
    return UNSEEN.sub(_REPLACEMENT, text).replace("\t", "    ")
