"""The order in which choices are shown: shuffled by the session's seed, the same on every machine and Python."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256


def shuffled(ids: Sequence[str], seed: int, decision: int) -> tuple[str, ...]:
    """`ids` in the order for decision `decision` (from 1) of a session with `seed`."""
    before = f"{seed}/{decision}/"
    weighed = [(sha256((before + choice_id).encode()).digest(), choice_id) for choice_id in ids]
    weighed.sort()
    return tuple([choice_id for _weight, choice_id in weighed])
