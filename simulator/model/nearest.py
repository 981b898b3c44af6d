"""The names that a misspelt one was probably meant to be."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(wrong: str, known: Iterable[str], close: float = 0.6) -> str | None:
    """The known name closest to `wrong`, None where none is `close` (0, nothing in common, to 1, the same)."""
    found = nearest_ones(wrong, known, 1, close)
    return found[0] if found else None


def nearest_ones(wrong: str, known: Iterable[str], most: int, close: float = 0.0) -> list[str]:
    """At most `most` of the known names, the closest to `wrong` first, none that is less than `close`."""
    folded: dict[str, str] = {}
    for name in known:
        folded.setdefault(_folded(name), name)
    found = get_close_matches(_folded(wrong)[:100], folded, n=most, cutoff=close)
    return [folded[name] for name in found]


def _folded(name: str) -> str:
    return name.casefold().replace("_", "-").strip()
