"""The words that a reviewer marks by: the five levels of a criterion, and a mark as it is shown."""

from __future__ import annotations

from collections.abc import Iterator

from scoring.agreement import LEVELS
from simulator.session.calibrating import Anchored
from simulator.words import _

UNHEARD = "-"
"""What is typed, and shown, for a criterion on which nothing can be heard."""


def level_words(criterion: Anchored) -> Iterator[tuple[int, str]]:
    """The levels with the rubric's words for them, or between which of those one lies."""
    words = dict(criterion.levels)
    for level in LEVELS:
        below = max((known for known in words if known < level), default=None)
        above = min((known for known in words if known > level), default=None)
        if level in words:
            yield level, words[level]
        elif below is not None and above is not None:
            yield level, _("between {below} and {above}").format(below=below, above=above)
        else:
            yield level, ""


def mark_words(mark: int | None) -> str:
    """A mark, or that nothing was heard."""
    return UNHEARD if mark is None else str(mark)
