"""The name that a misspelt one was probably meant to be."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(wrong: str, known: Iterable[str], close: float = 0.6) -> str | None:
    """The known name closest to `wrong`, None where none is `close` (0, nothing in common, to 1, the same)."""
    folded: dict[str, str] = {}
    for name in known:
        folded.setdefault(_folded(name), name)
    found = get_close_matches(_folded(wrong)[:100], folded, n=1, cutoff=close)
    return folded[found[0]] if found else None


def _folded(name: str) -> str:
    return name.casefold().replace("_", "-").strip()
