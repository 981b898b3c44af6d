"""The library, line by line: pick a call by its number, practise it, come back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.library import Library, LibraryError
from simulator.model.events import Mode
from simulator.plain.console import Console
from simulator.plain.playing import play
from simulator.session import SessionError
from simulator.session.wish import Wish
from simulator.words import _, ngettext, say
from simulator.words.labels import language_word, level_word, role_word

if TYPE_CHECKING:
    from simulator.library import Entry
    from simulator.record import Record


class PlainHome:
    """Lists the calls and plays those that are picked."""

    def __init__(self, console: Console, library: Library, record: Record, wish: Wish) -> None:
        self._console = console
        self._library = library
        self._record = record
        self._wish = wish

    def run(self) -> None:
        """Until the person leaves. Raises InputEnded."""
        while True:
            entries = self._tell_library()
            answer = self._console.ask(_("Which call? (number, q to leave)")).text
            if answer.casefold() == "q":
                return
            if answer.isdecimal() and 1 <= int(answer[:4]) <= len(entries):
                self._play(entries[int(answer) - 1])
            else:
                self._console.tell(_("Type a number from 1 to {last}, or q.").format(last=len(entries)))

    def _tell_library(self) -> list[Entry]:
        listing = self._library.listing()
        for problem in listing.problems:
            self._console.tell(say(problem))
        entries = [entry for entry in listing.entries if entry.playable]
        self._console.tell()
        self._console.tell(ngettext("{count} call", "{count} calls", len(entries)).format(count=len(entries)))
        for number, entry in enumerate(entries, start=1):
            self._console.tell(self._row(number, entry))
        for entry in listing.entries:
            if entry.problem is not None:
                self._console.tell(_("Not playable: {file}. {why}").format(file=entry.path, why=say(entry.problem)))
        return entries

    def _row(self, number: int, entry: Entry) -> str:
        minutes = ngettext("{count} minute", "{count} minutes", entry.minutes).format(count=entry.minutes)
        return _("{number}. {title}: {role}, level {level} ({word}), in {language}, {minutes}.").format(
            number=number,
            title=entry.title,
            role=role_word(entry.role),
            level=entry.level,
            word=level_word(entry.level),
            language=language_word(entry.language),
            minutes=minutes,
        )

    def _play(self, entry: Entry) -> None:
        mode = self._ask_mode()
        if mode is None:
            return
        try:
            loaded = self._library.load(entry.path)
            play(self._console, self._record, loaded, replace(self._wish, mode=mode), self._library.cache)
        except (SessionError, LibraryError) as error:
            self._console.tell(say(error.message))

    def _ask_mode(self) -> Mode | None:
        modes: dict[str, tuple[Mode, Callable[[], str]]] = {
            "1": (Mode.GUIDED, lambda: _("1. Guided: feedback after each answer, hints, answers can be taken back.")),
            "2": (Mode.PRACTICE, lambda: _("2. Practice: feedback at the end, answers can be taken back.")),
            "3": (Mode.EXAM, lambda: _("3. Exam: no help, nothing taken back, silence counts.")),
        }
        for _mode, words in modes.values():
            self._console.tell(words())
        answer = self._console.ask(_("Which mode? (number, Enter for practice, q to go back)")).text.casefold()
        if answer == "q":
            return None
        return modes.get(answer, modes["2"])[0]
