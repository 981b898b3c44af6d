"""W410: a phase or a mood that is nearly one of the suggested words was probably meant to be it."""

from collections.abc import Iterable, Iterator
from typing import Final

from simulator.language.draft import At
from simulator.language.faults import Fault
from simulator.language.rules import Subject
from simulator.model.message import N_, Message
from simulator.model.nearest import nearest
from simulator.model.suggested import MOODS, PHASES

_CLOSE: Final = 0.8
"""How close a misspelt word is; an author's own words are less so."""


def check(subject: Subject) -> Iterator[Fault]:
    """Every `phase` and `mood` that is a suggested word but for a slip of the pen."""
    states = [At(("states", state), body) for state, body in subject.draft.states.items()]
    yield from _slips("phase", states, PHASES)
    yield from _slips("mood", [*states, *subject.draft.lines()], MOODS)


def _slips(key: str, places: Iterable[At], words: tuple[str, ...]) -> Iterator[Fault]:
    for path, body in places:
        word = body.get(key)
        if not isinstance(word, str) or word in words:
            continue
        meant = nearest(word, words, _CLOSE)
        if meant is not None and meant[0] == word.strip()[0].casefold():
            yield Fault(
                "W410",
                (*path, key),
                Message(
                    N_("RoleCall does not know `{word}`, but it does know `{meant}`."),
                    {"word": word, "meant": meant},
                ),
                Message(N_("Did you mean `{name}`?"), {"name": meant}),
            )
