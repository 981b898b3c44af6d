"""What is said of a session after its end, by whoever played it or looks at it. Nothing said here changes an event.

A review stands for itself: it hangs on the session's last event, not on another review, so that those written in
two places can be brought together. Its words are kept apart and can be erased; here is their salted SHA-256.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Final, TypeAlias

REVIEW_VERSION: Final = 1


class Question(StrEnum):
    """What trainees ask themselves before they see any figure."""

    WENT_WELL = "went-well"
    WOULD_CHANGE = "would-change"


@dataclass(frozen=True, slots=True)
class Reflected:
    """The trainee answered a question to themselves; `digest` is that of the words."""

    kind: ClassVar[str] = "reflected"
    question: Question
    digest: str


Review: TypeAlias = Reflected
