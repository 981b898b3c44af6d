"""W407: a call names the techniques that it trains."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.analysis.checks.ground import Finding, Ground, choices
from simulator.model.message import N_, Message

_ADVICE: Final = N_("Add `technique:` to the choices that show one, such as {names}: the debrief then says what it is.")

_SHOWN: Final = 3


def find(ground: Ground) -> Iterator[Finding]:
    """One finding where the rubric has techniques and no choice names any."""
    techniques = ground.rubric.techniques
    if techniques and not any(choice.technique for _, choice in choices(ground.scenario)):
        names = tuple(f"`{technique.id}`" for technique in techniques[:_SHOWN])
        headline = Message(N_("No choice of the call names the technique that it shows."))
        yield Finding("W407", ("states",), headline, Message(_ADVICE, {"names": names}))
