"""The help that names what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.model.message import N_, Message
from simulator.model.nearest import nearest

_MOST = 12


def did_you_mean(wrong: str, known: Iterable[str]) -> Message | None:
    """ "Did you mean `x`?", else the names there are; None where there are none or too many to list."""
    names = list(dict.fromkeys(known))
    close = nearest(wrong, names)
    if close:
        return Message(N_("Did you mean `{name}`?"), {"name": close})
    if 0 < len(names) <= _MOST:
        return Message(N_("Known here: {names}."), {"names": ", ".join(names)})
    return None
