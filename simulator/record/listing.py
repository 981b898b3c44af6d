"""What a trainer's table of ended sessions is asked for, and what it hands out: values, without a database behind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Final

from simulator.model.mode import Mode
from simulator.record.values import Summary


class Column(StrEnum):
    """What a table of sessions can be sorted by."""

    STARTED = "started"
    TRAINEE = "trainee"
    """By name, whatever its case and accents; those without a name come last."""
    CALL = "call"
    """By title."""
    MODE = "mode"
    SCORE = "score"
    """The machine's score."""
    FINAL = "final"
    """The score that stands: the reviewed one, where there is one."""
    PASSED = "passed"
    CRITICAL = "critical"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class Order:
    """By which column, and in which direction. Sessions that are alike in it follow the order of their ids."""

    column: Column = Column.STARTED
    descending: bool = True


class Standing(IntEnum):
    """How far trainers have come with a session."""

    OPEN = 0
    """No trainer has said anything of it."""
    REVIEWED = 1
    """Trainers have remarked or corrected something, and nobody has signed it off as it stands."""
    SIGNED = 2


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which ended sessions are wanted; None leaves a thing open. `since` is included, `until` is not."""

    trainee: str | None = None
    trainees: frozenset[str] | None = None
    """The ids of a group."""
    scenario: str | None = None
    role: str | None = None
    language: str | None = None
    mode: Mode | None = None
    passed: bool | None = None
    """As it stands after a review."""
    critical: bool | None = None
    """Whether a critical error was made."""
    counts: bool | None = None
    reviewed: bool | None = None
    """Whether a trainer has said anything of it."""
    least: float | None = None
    """The lowest score that stands, included."""
    most: float | None = None
    """The highest score that stands, included."""
    since: datetime | None = None
    until: datetime | None = None
    text: str = ""
    """Words, each of which stands in the title or in the trainee's name."""
    viewer: str | None = None
    """Whoever looks: without others' practice that was not shared."""


EVERY: Final = Wanted()
NEWEST: Final = Order()


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a row stands in one order: what it has in that column, as the database keeps it, and its session."""

    value: str | float | bool
    session: str


@dataclass(frozen=True, slots=True)
class Listed:
    """One row of the table: the machine's result, what stands of it after reviews, and whose it is."""

    summary: Summary
    name: str
    """The trainee's; empty where it was erased or never known."""
    standing: Standing
    final: float
    """The score that stands: the machine's until a review corrects it."""
    passed: bool
    """Whether the call is passed, as it stands."""
    mark: Mark
