"""One entry of a transcript: who says it and how, in the margin; the words beside it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.visual import Visual

from simulator.model.heard import Heard, Kind
from simulator.tui.text import Words, plain
from simulator.tui.visuals import Beside, Prose, covered
from simulator.words import _
from simulator.words.labels import MOODS, action_word, mood_word

MARGIN_MOST = 18
SPOKEN = frozenset({Kind.OPENING, Kind.REPLY})
"""What somebody else says."""


class Entry(Words):
    """Words that were heard or said. `goes_on`: the one before was the same person's, in the same mood."""

    def __init__(self, heard: Heard, caller: str, width: int, *, goes_on: bool) -> None:
        super().__init__(classes=f"heard {heard.kind}")
        self.heard = heard
        self.aside: Words | None = None
        """What a coach says about it."""
        self._margin = [] if goes_on else margin_of(heard, caller)
        self._body = body_of(heard)
        self._width = width
        self.say(self._laid_out(self._margin, self._body))

    @property
    def length(self) -> int:
        """How many characters there are to say."""
        return len(self._body.plain)

    def uncover(self, count: int) -> None:
        """Show the first `count` characters; the rest keeps its place."""
        margin = self._margin if count else [covered(line, 0) for line in self._margin]
        self.update(self._laid_out(margin, covered(self._body, count)), layout=False)

    def _laid_out(self, margin: Sequence[Content], body: Content) -> Visual:
        if self.heard.kind in (Kind.SCENE, Kind.ENDING):
            return Prose(body)
        return Beside(margin, Prose(body), self._width)


def margin_width(caller: str) -> int:
    """The width of the margin that names are in."""
    return min(MARGIN_MOST, max(len(caller), len(_("You")), *(len(mood_word(mood)) for mood in MOODS)))


def margin_of(heard: Heard, caller: str) -> list[Content]:
    """Who says it, and in which mood."""
    if heard.kind in (Kind.CHOICE, Kind.SILENCE):
        return [plain(_("You"), "bold $secondary")]
    who = [plain(heard.speaker or caller, "bold $primary")]
    telling = heard.mood not in (None, "neutral") and heard.speaker is None
    return [*who, plain(mood_word(heard.mood or ""), "italic $muted")] if telling else who


def body_of(heard: Heard) -> Content:
    """What is said or done."""
    match heard.kind:
        case Kind.SILENCE:
            return plain(_("… you say nothing."), "italic $muted")
        case Kind.CHOICE if heard.action:
            return Content.assemble(plain(f"[{action_word(heard.action)}] ", "$secondary"), plain(heard.text))
        case _:
            return plain(heard.text)


def same_voice(one: Heard | None, other: Heard) -> bool:
    """Whether both are said by the same person in the same mood."""
    if one is None or one.kind not in SPOKEN or other.kind not in SPOKEN:
        return False
    return (one.speaker, one.mood) == (other.speaker, other.mood)
