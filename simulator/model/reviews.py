"""What is said of a session after its end, by whoever played it or looks at it. Nothing said here changes an event.

A review stands for itself: it hangs on the session's last event, not on another review, so that those written in
two places can be brought together. Its words are kept apart and can be erased; here is their salted SHA-256, which
the record fills in.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Final, TypeAlias

REVIEW_VERSION: Final = 2
"""2 added all that is not `Reflected`, which is written as it was before."""

MOST_POINTS: Final = 2
"""A trainer gives a decision from -2 to +2 points on a criterion, as an author gives them to a choice."""


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


@dataclass(frozen=True, slots=True)
class Noted:
    """A trainer remarked something on a decision (from 1), or on the whole call (0)."""

    kind: ClassVar[str] = "noted"
    decision: int
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A trainer gave a decision other points on a criterion; the words are the reason. A later one goes before it.

    `score` (exact) and `passed` are what the session came to with it, as whoever wrote it saw that.
    """

    kind: ClassVar[str] = "corrected"
    decision: int
    criterion: str
    points: int
    score: float
    passed: bool
    digest: str = ""


@dataclass(frozen=True, slots=True)
class SignedOff:
    """A trainer stands by a score. `covers` are the hashes (hex) of the corrections that it comes from."""

    kind: ClassVar[str] = "signed-off"
    score: float
    passed: bool
    covers: tuple[str, ...] = ()
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """The trainee has read what was said of the session."""

    kind: ClassVar[str] = "acknowledged"
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Disputed:
    """The trainee does not agree; the words say with what."""

    kind: ClassVar[str] = "disputed"
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """A trainer answered what the trainee said of the review."""

    kind: ClassVar[str] = "answered"
    digest: str = ""


Response: TypeAlias = Acknowledged | Disputed
"""What the trainee may say of a review."""
Marking: TypeAlias = Noted | Corrected | SignedOff | Answered
"""What a trainer may say of a session."""
Review: TypeAlias = Reflected | Marking | Response
