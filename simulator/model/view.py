"""What a screen may show of a position: nothing of what the choices are worth or lead to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GaugeLevel:
    """A gauge as it stands: its label, and `value` of `max`."""

    id: str
    label: str
    value: int
    max: int


@dataclass(frozen=True, slots=True)
class Offered:
    """One choice on offer. `action` is None for words to say."""

    id: str
    text: str
    action: str | None = None


@dataclass(frozen=True, slots=True)
class View:
    """A moment as the trainee may see it. `offered` is in the file's order; the session shuffles it."""

    state: str
    phase: str | None
    offered: tuple[Offered, ...]
    gauges: tuple[GaugeLevel, ...]
    speaks: bool
    """False in a scene where nobody speaks, such as the wrap-up."""
    silence_after: int | None
    """Seconds until a silence counts; None where none does or it is spent."""
    ending: str | None = None
    """The ending's id once the call is over."""
