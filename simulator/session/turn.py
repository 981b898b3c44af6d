"""What one answer brought, for a screen that shows it as it is spoken."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.model.heard import Heard


@dataclass(frozen=True, slots=True)
class Turn:
    """`heard` begins with the trainee's own words or silence; texts are filled."""

    decision: int
    heard: tuple[Heard, ...]
    over: bool
