"""The help that names what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from simulator.model.message import N_, Message
from simulator.model.nearest import nearest, nearest_ones

_MOST: Final = 30
_AMONG_MANY: Final = 8


def did_you_mean(wrong: str, known: Iterable[str]) -> Message | None:
    """ "Did you mean `x`?", else the names there are, of very many those that are most like it; None for no names."""
    names = list(dict.fromkeys(known))
    close = nearest(wrong, names)
    if close:
        return Message(N_("Did you mean `{name}`?"), {"name": close})
    if len(names) > _MOST:
        some = nearest_ones(wrong, names, _AMONG_MANY)
        return Message(N_("Known here, among others: {names}."), {"names": ", ".join(some)})
    return Message(N_("Known here: {names}."), {"names": ", ".join(names)}) if names else None
