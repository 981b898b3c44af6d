"""The braces of an author's text: `{name}`, `{Solde dû}`, `{agent}`, and `{{` for a brace itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from unicodedata import normalize

AGENT = "agent"
"""The hole that the trainee's name fills."""

_HOLE = re.compile(r"\{\{|\{([^{}]*)\}")


def holes(text: str) -> Iterator[tuple[str, int]]:
    """The names in the braces of `text`, each with its place in it (characters from 0)."""
    for found in _HOLE.finditer(text):
        if found.group(1) is not None:
            yield found.group(1).strip(), found.start()


def fill(text: str, names: Mapping[str, str]) -> str:
    """`text` with every hole filled from `names`; a name that is not there stays as written."""

    def one(found: re.Match[str]) -> str:
        if found.group(1) is None:
            return "{"
        name = found.group(1).strip()
        if name in names:
            return names[name]
        return next((value for known, value in names.items() if same_name(known, name)), found.group(0))

    return _HOLE.sub(one, text)


def same_name(one: str, other: str) -> bool:
    """Whether two names read the same: a letter and its accent may be one character or, from some keyboards, two."""
    return normalize("NFC", one) == normalize("NFC", other)
