"""What the record hands out: frozen values, without a database behind them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from simulator.model.events import Event
from simulator.model.message import Message
from simulator.model.mode import Mode
from simulator.model.reviews import Review
from simulator.record.codec import time_text


@dataclass(frozen=True, slots=True)
class Recorded:
    """One event with its envelope. `number` counts from 1, `at` is UTC to the millisecond, `hash` is hex."""

    number: int
    at: datetime
    event: Event
    hash: str


@dataclass(frozen=True, slots=True)
class Summary:
    """A session that came to its end, as lists and statistics read it.

    `score` is exact and may be below 0; a criterion that this call did not assess is None. `minutes` leaves out
    the time in which the trainee was away.
    """

    session: str
    trainee: str
    scenario: str
    title: str
    role: str
    language: str
    mode: Mode
    variant: str
    started: datetime
    ended: datetime
    ending: str
    outcome: str
    score: float
    passed: bool
    critical: tuple[str, ...]
    decisions: int
    minutes: float
    criteria: Mapping[str, float | None]
    hinted: bool
    undone: bool
    branched: bool

    @property
    def counts(self) -> bool:
        """Whether best score, skills and statistics may use it: an exam, or practice without any help."""
        return self.mode is not Mode.GUIDED and not (self.hinted or self.undone or self.branched)


class Try(NamedTuple):
    """One session that counts; of two the earlier is the lesser."""

    started: str
    """As the record writes times, which sort as texts."""
    session: str
    score: float

    @classmethod
    def of(cls, summary: Summary) -> Try:
        """The session that is told of."""
        return cls(time_text(summary.started), summary.session, summary.score)


class Tries(NamedTuple):
    """One trainee's first and latest session of a call."""

    first: Try
    latest: Try


class Tally(NamedTuple):
    """What sessions that count come to together. A score goes in between 0 and 100."""

    calls: int
    points: float
    """The sum of their scores."""
    passed: int


@dataclass(frozen=True, slots=True)
class Tallies:
    """What is known of the sessions of a group that count."""

    trainees: Mapping[tuple[str, str], Tally]
    """By trainee and criterion; the criterion is empty for the calls as a whole."""
    calls: Mapping[str, Tally]
    """By scenario."""
    tries: Mapping[tuple[str, str], Tries]
    """By scenario and trainee."""
    titles: Mapping[str, str]
    """What each call is called in the latest session of it."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A session that can still go on. `events` is how many were recorded, `last` when the newest of them was."""

    session: str
    trainee: str
    scenario: str
    variant: str
    mode: Mode
    started: datetime
    last: datetime
    events: int


@dataclass(frozen=True, slots=True)
class Person:
    """Whom an opaque id stands for. `name` is empty once it was erased, or where it never came along."""

    id: str
    name: str
    since: datetime
    erased: bool = False


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What somebody (`by` is an opaque id) said of a session after its end. `words` is None once they were erased."""

    id: str
    at: datetime
    by: str
    review: Review
    words: str | None
    hash: str = ""
    """Of the review behind the session's last event; hex."""


class AnchorKind(StrEnum):
    """Where a head hash was written down outside the chain."""

    SHOWN = "shown"
    """On the end screen, as a code."""
    EXPORTED = "exported"
    IMPORTED = "imported"
    SIGNED = "signed"
    SHARED = "shared"
    """By its trainee, so that trainers may see it."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The hash (hex) that the event `number` of `session` had when it was written down."""

    session: str
    number: int
    hash: str
    kind: AnchorKind
    at: datetime


@dataclass(frozen=True, slots=True)
class Replay:
    """All that a layer above needs to play a session again."""

    events: tuple[Recorded, ...]
    scenario_text: str
    rubric_text: str
    typed: Mapping[int, str] = field(default_factory=dict)
    """What was typed, by the number of the event; what was erased, or is not needed, is not in it."""
    reviews: tuple[Reviewed, ...] = ()
    """What was said of it after its end, oldest first, where that is to be checked."""
    published: tuple[tuple[str, str], ...] = ()
    """The texts of scenario and rubric that it was scored by afterwards, where that is to be checked."""


@dataclass(frozen=True, slots=True)
class Rescored:
    """What a session is worth when it is played again, to be compared with what was stored."""

    ending: str
    outcome: str
    score: float
    passed: bool
    critical: tuple[str, ...]
    decisions: int
    criteria: Mapping[str, float | None]
    signed: Mapping[str, float] = field(default_factory=dict)
    """By the hash of each sign-off the exact score that the corrections which it covers come to."""
    published: tuple[Rescored | Message, ...] = ()
    """What it is worth by each of the texts that it was scored by afterwards, or why that cannot be said."""


@dataclass(frozen=True, slots=True)
class NewScore:
    """A scorecard to add to a session, with the texts that it is by."""

    session: str
    played: Rescored
    scenario_text: str
    rubric_text: str


@dataclass(frozen=True, slots=True)
class Scored:
    """What a session is worth by the texts with those hashes, as it was added `at`. The first one is its summary."""

    session: str
    scenario_hash: str
    rubric_hash: str
    engine: str
    at: datetime
    ending: str
    outcome: str
    score: float
    passed: bool
    critical: tuple[str, ...]
    criteria: Mapping[str, float | None]


Rescore: TypeAlias = Callable[[Replay], "Rescored | Message"]
"""Plays an ended session again; a Message says why that cannot be done."""


class Verdict(StrEnum):
    """What `verify` says of one session."""

    RIGHT = "right"
    OTHER_RULES = "other-rules"
    """Its events hold; its score was computed by another version of the engine and was not compared."""
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Checked:
    """The result for one session (or, with an empty `session`, for the database as a whole)."""

    session: str
    verdict: Verdict
    problems: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, by session: new here, gone on with, known already, and why others were refused."""

    added: tuple[str, ...] = ()
    extended: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    refused: tuple[Message, ...] = ()
    calibrations: int = 0
    """How many calibrations there are in the file, which are taken in only where they are asked for."""


@dataclass(frozen=True, slots=True)
class CalibrationReport:
    """What an import of calibrations did: with their sessions, the names of new ones, how many calls' marks are new."""

    sessions: ImportReport
    added: tuple[str, ...] = ()
    marked: int = 0
    refused: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Erased:
    """What `people.erase` removed: names and free texts; the sessions themselves stay."""

    people: int
    texts: int
