"""How a caller took an answer."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.model.view import GaugeLevel


@dataclass(frozen=True, slots=True)
class Moved:
    """A gauge that an answer moved: `by` how much, and where it stands now."""

    gauge: GaugeLevel
    by: int


@dataclass(frozen=True, slots=True)
class Reaction:
    """What an answer did to the caller."""

    moved: tuple[Moved, ...]
    mood: str | None
    """The mood that the caller is in now, where it is another one than before."""
    was: str | None
    """The mood before; None where none was heard."""
    because: tuple[GaugeLevel, ...]
    """The gauges that what was said, and where the call went, depended on."""
