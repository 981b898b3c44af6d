"""The order in which choices are shown: shuffled by the session's seed, the same on every machine and Python."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256


def shuffled(ids: Sequence[str], seed: int, decision: int) -> tuple[str, ...]:
    """`ids` in the order for decision `decision` (from 1) of a session with `seed`."""

    def weight(choice_id: str) -> bytes:
        return sha256(f"{seed}/{decision}/{choice_id}".encode()).digest()

    return tuple(sorted(ids, key=weight))
