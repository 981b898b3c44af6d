"""The library, line by line: pick a call by its number, practise it, come back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.library import Library, LibraryError
from simulator.plain.answers import number_in
from simulator.plain.console import Console
from simulator.plain.modes import ask_mode
from simulator.plain.playing import Playing, play
from simulator.session import SessionError
from simulator.session.wish import Wish
from simulator.words import _, language, ngettext, say
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
        """Until the person leaves. Raises RecordError, InputEnded."""
        entries = self._tell_library()
        while True:
            answer = self._console.ask(_("Which call? (number, Enter for the list, q to leave)"))
            chosen = number_in(answer.text, len(entries))
            if answer.word == "q":
                return
            if chosen is not None:
                self._play(entries[chosen - 1])
                entries = self._tell_library()
            elif not answer.text:
                entries = self._tell_library()
            else:
                text = _("Type a number from 1 to {last}, or q to leave.") if entries else _("Type q to leave.")
                self._console.tell(text.format(last=len(entries)))

    def _tell_library(self) -> list[Entry]:
        """List the calls, those in the language in use first; the ones that can be picked."""
        listing = self._library.listing()
        best = self._best()
        entries = [entry for entry in listing.entries if entry.playable]
        entries.sort(key=lambda entry: entry.language != language())
        self._console.tell()
        self._console.tell(ngettext("{count} call", "{count} calls", len(entries)).format(count=len(entries)))
        for number, entry in enumerate(entries, start=1):
            self._console.tell(_row(number, entry, best.get(entry.id)))
        for entry in listing.entries:
            if entry.problem is not None:
                self._console.tell(_("Not playable: {file}. {why}").format(file=entry.path, why=say(entry.problem)))
        for problem in listing.problems:
            self._console.tell(say(problem))
        return entries

    def _best(self) -> Mapping[str, float]:
        people = self._record.people.find(self._wish.trainee)
        return self._record.best(people[0].id) if people else {}

    def _play(self, entry: Entry) -> None:
        """Play one call. A script picks its mode as a person does, so that both type the same."""
        wish = self._wish
        if not self._console.is_terminal and wish.mode is None:
            wish = replace(wish, mode=ask_mode(self._console))
            if wish.mode is None:
                return
        try:
            loaded = self._library.load(entry.path)
            play(Playing(self._console, self._record, self._library.cache, loaded, entry.id, wish))
        except (SessionError, LibraryError) as error:
            self._console.tell(say(error.message))


def _row(number: int, entry: Entry, best: float | None) -> str:
    minutes = ngettext("{count} minute", "{count} minutes", entry.minutes).format(count=entry.minutes)
    text = _("{number}. {title}: {role}, level {level} ({word}), in {language}, {minutes}.")
    if best is not None:
        text = _("{number}. {title}: {role}, level {level} ({word}), in {language}, {minutes}. Best score: {best}.")
    from scoring.scorecard import shown

    return text.format(
        number=number,
        title=entry.title,
        role=role_word(entry.role),
        level=entry.level,
        word=level_word(entry.level),
        language=language_word(entry.language),
        minutes=minutes,
        best=shown(best or 0.0),
    )
