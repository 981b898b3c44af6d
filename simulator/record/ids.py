"""Ids of sessions and people. Clock and dice come in as values where a caller gives them."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

_EPOCH = datetime.fromtimestamp(0, UTC)
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def new_session_id(now: datetime | None = None, random: bytes | None = None) -> str:
    """A UUIDv7: ids sort by the millisecond in which they were made. `random` is 10 bytes."""
    millis = ((now or datetime.now(UTC)) - _EPOCH) // timedelta(milliseconds=1)
    dice = int.from_bytes(random if random is not None else os.urandom(10), "big") & ((1 << 80) - 1)
    low = dice & ((1 << 62) - 1)
    middle = (dice >> 62) & 0xFFF
    value = (millis & ((1 << 48) - 1)) << 80 | 0x7 << 76 | middle << 64 | 0b10 << 62 | low
    return str(UUID(int=value))


def new_person_id() -> str:
    """An opaque id that says nothing about the person."""
    return str(uuid4())


def is_id(text: str) -> bool:
    """Whether `text` is a UUID as this package writes them."""
    return _UUID.fullmatch(text) is not None
