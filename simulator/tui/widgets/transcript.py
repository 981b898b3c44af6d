"""The words of a call, as they were heard."""

from __future__ import annotations

from collections.abc import Sequence

from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.visual import Visual

from simulator.model.heard import Heard, Kind
from simulator.tui.text import Words
from simulator.tui.widgets.heard import SPOKEN, Entry, margin_width, same_voice

BEAT = 1 / 20
"""Seconds between two pictures of words that are being said."""


class Transcript(VerticalScroll):
    """Grows by what is heard, says it as it is spoken, and keeps the newest words in sight."""

    can_focus = False

    class Said(Message):
        """Everything that was new has been said."""

    def __init__(self, caller: str, speech: float) -> None:
        super().__init__(id="transcript")
        self._caller = caller
        self._width = margin_width(caller)
        self._speech = speech
        self._entries: list[Entry] = []
        self._saying: list[Entry] = []
        self._said = 0.0
        self._mouth: Timer | None = None
        self._hints: dict[str, Words] = {}

    @property
    def is_speaking(self) -> bool:
        """Whether something is being said now."""
        return bool(self._saying)

    @property
    def speaker(self) -> str:
        """Who speaks now, or would; empty where the caller has no name."""
        return (self._saying[0].heard.speaker if self._saying else None) or self._caller

    def show(self, heard: Sequence[Heard], *, speak: bool = True) -> None:
        """Show the whole of `heard`; `speak` says what is new as it is spoken."""
        self.hush()
        self._drop_hints()
        kept = self._common(heard)
        for entry in self._entries[kept:]:
            self._remove(entry)
        del self._entries[kept:]
        new = []
        for one in heard[kept:]:
            new.append(self._entry(one))
        if not new:
            self.show_newest()
            return
        self.mount(*new)
        if speak and self._speech > 0:
            self._say([entry for entry in new if entry.heard.kind in SPOKEN])
        self.show_newest()

    def hear_from(self, caller: str) -> None:
        """The caller is called so from now on."""
        if caller != self._caller:
            self._caller, self._width = caller, margin_width(caller)
            self.show(())

    def comment(self, decision: int, words: Content | Visual) -> None:
        """Put a coach's words below the answer to that decision."""
        mine = [entry for entry in self._entries if entry.heard.kind in (Kind.CHOICE, Kind.SILENCE)]
        if decision > len(mine):
            return
        answer = mine[decision - 1]
        if answer.aside is None:
            answer.aside = Words(words, classes="aside")
            self.mount(answer.aside, after=answer)
        else:
            answer.aside.say(words)
        self.show_newest()

    def hint(self, code: str, words: Content | Visual) -> bool:
        """Put a hint below the newest words, once, for as long as they are the newest; whether it is a new one."""
        new = code not in self._hints
        if new:
            self._hints[code] = Words(words, classes="aside")
            self.mount(self._hints[code])
        self.show_newest()
        return new

    def show_newest(self) -> None:
        """Bring the newest words into sight: their end, or their beginning where they are longer than the screen."""
        self.call_after_refresh(self._scroll_to_newest)

    def turn(self, direction: int) -> None:
        """Scroll by a page: back below 0, else on."""
        if direction < 0:
            self.scroll_page_up(animate=False)
        else:
            self.scroll_page_down(animate=False)

    def hush(self) -> None:
        """Show at once what was still being said."""
        if self._mouth is not None:
            self._mouth.stop()
            self._mouth = None
        for entry in self._saying:
            entry.uncover(entry.length)
        self._saying = []

    def on_resize(self) -> None:
        """Keep the newest words in sight."""
        self.show_newest()

    def _scroll_to_newest(self) -> None:
        newest = next(reversed([*self._entries, *self._hints.values()]), None)
        if newest is not None and newest.region.height > self.size.height:
            self.scroll_to_widget(newest, top=True, animate=False)
        else:
            self.scroll_end(animate=False)

    def _common(self, heard: Sequence[Heard]) -> int:
        """How many entries stand already as they should."""
        pairs = zip(self._entries, heard, strict=False)
        return next((place for place, (entry, one) in enumerate(pairs) if entry.heard != one), min(
            len(self._entries), len(heard)
        ))  # fmt: skip

    def _entry(self, one: Heard) -> Entry:
        before = self._entries[-1].heard if self._entries else None
        entry = Entry(one, self._caller, self._width, goes_on=same_voice(before, one))
        self._entries.append(entry)
        return entry

    def _remove(self, entry: Entry) -> None:
        if entry.aside is not None:
            entry.aside.remove()
        entry.remove()

    def _drop_hints(self) -> None:
        for hint in self._hints.values():
            hint.remove()
        self._hints = {}

    def _say(self, entries: list[Entry]) -> None:
        self._saying, self._said = entries, 0.0
        for entry in entries:
            entry.uncover(0)
        if entries:
            self._mouth = self.set_interval(BEAT, self._beat)

    def _beat(self) -> None:
        self._said += self._speech * BEAT
        entry = self._saying[0]
        entry.uncover(self._said)
        if self._said >= entry.length:
            self._saying.pop(0)
            self._said = 0.0
        if not self._saying:
            self.hush()
            self.post_message(self.Said())
