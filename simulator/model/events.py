"""The events of a session log: what happened, in order, without clock or chain.

Number, time and hash are the envelope's, which `simulator.record` writes. Each event has one `kind`; the fields
and their order are the file format: change them only with `LOG_VERSION`. An event is written in the oldest version
that can tell it, so that an older program goes on reading what it can.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final, TypeAlias

from simulator.model.mode import Mode

LOG_VERSION: Final = 2
"""Version 2 has sessions in which the trainee says it first."""


@dataclass(frozen=True, slots=True)
class BranchOf:
    """The session and the decision (from 1) that a retry starts from."""

    session: str
    decision: int


@dataclass(frozen=True, slots=True)
class Started:
    """A session begins. Hashes are the SHA-256 (hex) of the texts with LF; `time_factor` is 0 for no clock."""

    kind: ClassVar[str] = "started"
    session: str
    scenario: str
    scenario_hash: str
    rubric: str
    rubric_hash: str
    variant: str
    mode: Mode
    seed: int
    trainee: str
    """Opaque id of the trainee."""
    language: str
    engine: str
    time_factor: float = 1.0
    silence: bool = False
    """Whether silence counts in this session."""
    branch_of: BranchOf | None = None
    say_first: bool = False
    """Whether the trainee is asked for their own words before the choices appear."""


@dataclass(frozen=True, slots=True)
class Chose:
    """Decision `decision` (from 1) in `state`: a choice's id or `silence`; `shown` is the order of the choices."""

    kind: ClassVar[str] = "chose"
    decision: int
    state: str
    choice: str
    took_ms: int
    shown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hinted:
    """A hint was asked for before decision `decision`."""

    kind: ClassVar[str] = "hinted"
    decision: int
    hint: str


@dataclass(frozen=True, slots=True)
class LookedUp:
    """A knowledge article was opened before decision `decision`."""

    kind: ClassVar[str] = "looked_up"
    decision: int
    article: str


@dataclass(frozen=True, slots=True)
class Typed:
    """What the trainee would have said before decision `decision`: the salted SHA-256; the words are kept apart.

    The words are empty where the trainee preferred to see the choices at once.
    """

    kind: ClassVar[str] = "typed"
    decision: int
    digest: str


@dataclass(frozen=True, slots=True)
class Paused:
    """The trainee left the call before decision `decision`."""

    kind: ClassVar[str] = "paused"
    decision: int


@dataclass(frozen=True, slots=True)
class Resumed:
    """The trainee came back before decision `decision`."""

    kind: ClassVar[str] = "resumed"
    decision: int


@dataclass(frozen=True, slots=True)
class Undone:
    """Decision `decision` was taken back (practice and guided mode only)."""

    kind: ClassVar[str] = "undone"
    decision: int


@dataclass(frozen=True, slots=True)
class Ended:
    """The call is over. `score` is the exact figure (it may be below 0), `critical` ids in the order met."""

    kind: ClassVar[str] = "ended"
    ending: str
    outcome: str
    score: float
    passed: bool
    critical: tuple[str, ...]
    decisions: int


@dataclass(frozen=True, slots=True)
class Abandoned:
    """The session will not go on."""

    kind: ClassVar[str] = "abandoned"
    decision: int


Event: TypeAlias = Started | Chose | Hinted | LookedUp | Typed | Paused | Resumed | Undone | Ended | Abandoned
