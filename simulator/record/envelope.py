"""An event with what the record adds to it."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from simulator.model.events import Event


class Envelope(NamedTuple):
    """An event with what the record adds: its session, its number from 1, its time (UTC, whole milliseconds)."""

    session: str
    number: int
    at: datetime
    event: Event
