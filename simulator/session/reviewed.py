"""A reviewed session as values: its debrief, what trainers said of it, and what their corrected points make of it.

The machine's figures are those of the debrief and never change; the reviewed ones stand beside them. Names are empty
and words None where they were erased.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from scoring.evidence import Verdict
from simulator.session.debrief import Debrief


@dataclass(frozen=True, slots=True)
class Note:
    """What a trainer remarked on a decision (from 1), or on the whole call (0)."""

    by: str
    at: datetime
    decision: int
    words: str | None


@dataclass(frozen=True, slots=True)
class CorrectedPoints:
    """Other points that a trainer gave a decision on a criterion, and why."""

    by: str
    at: datetime
    decision: int
    criterion: str
    label: str
    before: int
    """The points that the call itself gave."""
    points: int
    reason: str | None
    holds: bool
    """Whether no later correction of the same criterion at the same decision goes before it."""
    hash: str


@dataclass(frozen=True, slots=True)
class SignOff:
    """A trainer stood by a score."""

    by: str
    at: datetime
    score: float
    shown: int
    passed: bool
    words: str | None
    holds: bool
    """Whether it is about the corrections that hold now; one that was made since then is not signed."""
    code: str
    """The short code of its hash, which stands for the session as it ended and the corrections that it covers."""


class Said(StrEnum):
    """What was said of a review once it was there."""

    ACKNOWLEDGED = "acknowledged"
    DISPUTED = "disputed"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Reply:
    """A word of the trainee on the review, or a trainer's answer to it."""

    said: Said
    by: str
    at: datetime
    words: str | None


@dataclass(frozen=True, slots=True)
class ReviewedCriterion:
    """One criterion, by the machine and by the review; None where the call does not assess it."""

    id: str
    label: str
    machine: int | None
    shown: int | None


@dataclass(frozen=True, slots=True)
class GivenPoints:
    """The points of one decision on one criterion: those of the call itself, and those that hold now."""

    criterion: str
    label: str
    machine: int
    now: int


@dataclass(frozen=True, slots=True)
class ReviewedDecision:
    """What the review makes of one decision."""

    number: int
    shown_cost: int
    """The whole costs of all decisions sum to what the reviewed score lacks of 100."""
    verdict: Verdict
    points: tuple[GivenPoints, ...]
    """In the rubric's order, those of every criterion."""


@dataclass(frozen=True, slots=True)
class ReviewedScore:
    """What the corrections that hold make of the score, by the same yardsticks."""

    score: float
    shown: int
    passed: bool
    band: str
    criteria: tuple[ReviewedCriterion, ...]
    decisions: tuple[ReviewedDecision, ...]


@dataclass(frozen=True, slots=True)
class ReviewedSession:
    """An ended session, told, with what was said of it; everything oldest first."""

    debrief: Debrief
    caller: str
    trainee: str
    """The opaque id of whoever played."""
    notes: tuple[Note, ...]
    corrections: tuple[CorrectedPoints, ...]
    sign_offs: tuple[SignOff, ...]
    replies: tuple[Reply, ...]
    reviewed: ReviewedScore
    """The machine's own figures where nothing was corrected."""

    @property
    def holding(self) -> tuple[CorrectedPoints, ...]:
        """The corrections that the reviewed score comes from."""
        return tuple(one for one in self.corrections if one.holds)

    @property
    def is_corrected(self) -> bool:
        """Whether the reviewed score comes from other points than the machine's."""
        return any(one.points != one.before for one in self.holding)

    @property
    def is_reviewed(self) -> bool:
        """Whether a trainer has said anything of it."""
        return bool(self.notes or self.corrections or self.sign_offs)

    @property
    def signed(self) -> SignOff | None:
        """The latest sign-off, where it is about what holds now."""
        return next((one for one in reversed(self.sign_offs) if one.holds), None)

    @property
    def dispute(self) -> Reply | None:
        """The trainee's dispute that nobody has answered yet."""
        last = self.replies[-1] if self.replies else None
        return last if last is not None and last.said is Said.DISPUTED else None

    def notes_on(self, decision: int) -> tuple[Note, ...]:
        """The notes on a decision (0: on the whole call)."""
        return tuple(note for note in self.notes if note.decision == decision)

    def corrections_of(self, decision: int) -> tuple[CorrectedPoints, ...]:
        """The corrections of a decision that hold."""
        return tuple(one for one in self.holding if one.decision == decision)
