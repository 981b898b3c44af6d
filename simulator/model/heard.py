"""What a call sounds like from the trainee's chair: the lines, scenes and endings that one step brings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from simulator.model.position import Advance, Evidence, Position


class Kind(StrEnum):
    """Who or what is heard."""

    OPENING = "opening"
    """The line that the caller says on entering a state."""
    REPLY = "reply"
    """What the caller answers to one choice."""
    SCENE = "scene"
    """What is seen where nobody speaks."""
    CHOICE = "choice"
    """What the trainee said or did."""
    SILENCE = "silence"
    """The trainee said nothing in time."""
    ENDING = "ending"
    """The call is over."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One entry of a transcript. `text` still has its braces; `source` is the id of the state, choice or ending."""

    kind: Kind
    text: str
    source: str
    mood: str | None = None
    speaker: str | None = None
    reveals: str | None = None
    action: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One decision played out: where it led, what was heard, what it is evidence of."""

    position: Position
    heard: tuple[Heard, ...]
    advance: Advance
    evidence: Evidence
