"""One entry of a transcript: who says it and how, in the margin; the words beside it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Final

from textual.content import Content
from textual.visual import Visual

from simulator.model.heard import Heard, Kind
from simulator.tui.text import BLANK, Words, plain, stacked
from simulator.tui.visuals import Beside, Prose, covered
from simulator.words import _
from simulator.words.labels import MOODS, action_word, mood_sign, mood_word

MARGIN_MOST = 18
BREATHS: Final = {".": 8, "!": 8, "?": 8, "…": 8, ",": 3, ";": 4, ":": 4}
"""How many characters could be said while a speaker rests behind one of these."""
SPOKEN = frozenset({Kind.OPENING, Kind.REPLY})
"""What somebody else says."""


class Entry(Words):
    """Words that were heard or said. `goes_on`: the one before was the same person's, in the same mood."""

    def __init__(self, heard: Heard, caller: str, width: int, *, goes_on: bool) -> None:
        super().__init__(classes=f"heard {heard.kind}{' deed' if heard.action else ''}")
        self.heard = heard
        self.aside: Words | None = None
        """What a coach says about it."""
        self._margin = [] if goes_on else margin_of(heard, caller)
        self._body = body_of(heard)
        self._width = width
        self.say(self._laid_out(self._margin, self._body))

    @cached_property
    def _moments(self) -> list[int]:
        """When each character has been said, in characters that could be said until then."""
        words = f"{self._body.plain} "
        breaths = (1 + (BREATHS.get(one, 0) if after.isspace() else 0) for one, after in pairwise(words))
        return list(accumulate(breaths))

    @property
    def length(self) -> int:
        """How long it takes to say, in characters."""
        return self._moments[-1] if self._moments else 0

    def uncover(self, said: float) -> None:
        """Show what is said after so many characters' time; the rest keeps its place."""
        margin = self._margin if said else [covered(line, 0) for line in self._margin]
        body = covered(self._body, bisect_right(self._moments, said))
        self.update(self._laid_out(margin, body), layout=False)

    def _laid_out(self, margin: Sequence[Content], body: Content) -> Visual:
        return _beside(self.heard, margin, body, self._width)


def heard_rows(heard: Sequence[Heard], caller: str) -> Visual:
    """A whole transcript, to be read on a sheet."""
    width, before = margin_width(caller), None
    rows: list[Content | Visual] = []
    for one in heard:
        margin = [] if same_voice(before, one) else margin_of(one, caller)
        rows += [BLANK, _beside(one, margin, body_of(one), width)]
        before = one
    return stacked(rows[1:])


def _beside(heard: Heard, margin: Sequence[Content], body: Content, width: int) -> Visual:
    """Words beside who says them; what is done beside what it is; what nobody says alone."""
    if heard.kind in (Kind.SCENE, Kind.ENDING):
        return Prose(body)
    if heard.action:
        deed = plain(action_word(heard.action), "bold $secondary")
        return Beside([deed], Prose(body), deed.cell_length, stays=True)
    return Beside(margin, Prose(body), width)


def margin_width(caller: str) -> int:
    """The width of the margin that names are in."""
    return min(MARGIN_MOST, max(len(caller), len(_("You")), *(len(_mood(mood)) for mood in MOODS)))


def margin_of(heard: Heard, caller: str) -> list[Content]:
    """Who says it, and in which mood."""
    if heard.kind in (Kind.CHOICE, Kind.SILENCE):
        return [plain(_("You"), "bold $secondary")]
    who = [plain(heard.speaker or caller, "bold $primary")]
    telling = heard.mood not in (None, "neutral") and heard.speaker is None
    return [*who, plain(_mood(heard.mood or ""), "italic $muted")] if telling else who


def _mood(mood: str) -> str:
    """A mood by its sign and its word."""
    return f"{mood_sign(mood)} {mood_word(mood)}"


def body_of(heard: Heard) -> Content:
    """What is said or done."""
    match heard.kind:
        case Kind.SILENCE:
            return plain(_("… you say nothing."), "italic $muted")
        case _:
            return plain(heard.text)


def same_voice(one: Heard | None, other: Heard) -> bool:
    """Whether both are said by the same person in the same mood."""
    if one is None or one.kind not in SPOKEN or other.kind not in SPOKEN:
        return False
    return (one.speaker, one.mood) == (other.speaker, other.mood)
