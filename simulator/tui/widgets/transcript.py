"""The words of a call, as they were heard."""

from __future__ import annotations

from collections.abc import Sequence

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from simulator.model.heard import Heard, Kind
from simulator.model.unseen import visible
from simulator.words import _
from simulator.words.labels import action_word, mood_sign, mood_word


def heard_content(heard: Heard, caller: str) -> Content:
    """One entry of a transcript."""
    text = visible(heard.text)
    match heard.kind:
        case Kind.CHOICE if heard.action:
            return Content.assemble((_("You"), "bold $secondary"), f"  [{action_word(heard.action)}] {text}")
        case Kind.CHOICE:
            return Content.assemble((_("You"), "bold $secondary"), f"  {text}")
        case Kind.SILENCE:
            return Content.styled(_("… you say nothing."), "italic $text-muted")
        case Kind.SCENE:
            return Content.styled(text, "italic")
        case Kind.ENDING:
            return Content.assemble((_("The call is over."), "bold $accent"), f" {text}")
        case _:
            return _spoken(heard, caller, text)


def _spoken(heard: Heard, caller: str, text: str) -> Content:
    who = visible(heard.speaker or caller)
    if heard.mood and heard.speaker is None:
        mood = f" {mood_sign(heard.mood)} {mood_word(heard.mood)}"
        return Content.assemble((who, "bold $primary"), (mood, "$text-muted"), f"  {text}")
    return Content.assemble((who, "bold $primary"), f"  {text}")


class Transcript(VerticalScroll):
    """Grows by what is heard, and keeps the newest in sight."""

    can_focus = False

    def __init__(self, caller: str) -> None:
        super().__init__(id="transcript")
        self._caller = caller
        self._told = 0

    def show(self, heard: Sequence[Heard]) -> None:
        """Show the whole of `heard`; what is on the screen already stays as it is."""
        if len(heard) < self._told:
            self.remove_children()
            self._told = 0
        entries = [self._entry(entry) for entry in heard[self._told :]]
        self._told = len(heard)
        if entries:
            self.mount(*entries)
            self.call_after_refresh(self.scroll_end, animate=False)

    def _entry(self, entry: Heard) -> Static:
        mine = "mine" if entry.kind in (Kind.CHOICE, Kind.SILENCE) else "theirs"
        return Static(heard_content(entry, self._caller), classes=f"heard {mine} {entry.kind}", markup=False)
