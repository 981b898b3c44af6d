"""Calls that several reviewers mark by ear, each by themselves, so that they can see how far they agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from scoring.agreement import LEVELS
from simulator.model.message import N_, Message

CALIBRATION_VERSION: Final = 1
MOST_CALLS: Final = 100
"""As many calls as anybody marks with care, and more."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """The calls to mark and the criteria to mark them on. Neither changes once it was made."""

    id: str
    name: str
    at: datetime
    by: str
    """The opaque id of whoever made it."""
    sessions: tuple[str, ...]
    criteria: tuple[str, ...]
    """The ids of the rubric's criteria."""


@dataclass(frozen=True, slots=True)
class Marking:
    """What one reviewer heard in one call: a level from 1 to 5 for each criterion.

    None is not the lowest level: it stands for a criterion on which nothing could be heard in this call.
    """

    calibration: str
    session: str
    at: datetime
    by: str
    """The opaque id of the reviewer."""
    marks: Mapping[str, int | None]


def fault_of(marks: Mapping[str, int | None], criteria: tuple[str, ...]) -> Message | None:
    """What is wrong with the marks of a call whose criteria those are; None where nothing is."""
    if set(marks) != set(criteria):
        return Message(N_("A call is marked on every criterion, and on no other."))
    if any(mark is not None and mark not in LEVELS for mark in marks.values()):
        return Message(N_("A mark is a whole number from 1 to 5."))
    return None
