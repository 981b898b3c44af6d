"""How long it takes to read what is on offer: on a real call nobody reads, so a silence waits until one could have."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from simulator.model.view import Offered

WORDS_PER_MINUTE: Final = 200
"""Adults read prose silently at 238 words a minute in English, 214 in French, on average (Brysbaert 2019, How many
words do we read per minute?, Journal of Memory and Language 109); this leaves slower readers their time."""


def seconds_to_read(offered: Sequence[Offered]) -> float:
    """Seconds that reading the choices takes."""
    words = sum(len(one.text.split()) for one in offered)
    return 60 * words / WORDS_PER_MINUTE
