"""The world outside a call - clock, dice and ids - as a value, so that a test can bring its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from simulator.record import new_session_id

SEEDS: Final = 2**31
"""How many seeds there are."""


def _roll(sides: int) -> int:
    import secrets

    return secrets.randbelow(sides)


@dataclass(frozen=True, slots=True)
class World:
    """`now` gives the time for the record (None: the record's own clock), `roll(n)` a number from 0 to n - 1,
    `new_id` an id for a session.
    """

    now: Callable[[], datetime] | None = None
    roll: Callable[[int], int] = _roll
    new_id: Callable[[], str] = new_session_id

    @property
    def at(self) -> datetime | None:
        """The time to record, in UTC; None where the record looks at its own clock."""
        return self.now().astimezone(UTC) if self.now else None
