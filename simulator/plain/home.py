"""The library, line by line: pick a call by its number, practise it, come back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.library import Library, LibraryError, matches
from simulator.plain.answers import number_in
from simulator.plain.console import Console
from simulator.plain.history import PlainHistory
from simulator.plain.modes import ask_mode
from simulator.plain.playing import Playing, play
from simulator.plain.standing import call_sentence, next_lines, skill_lines
from simulator.session import SessionError, Standing, standing_of
from simulator.session.told import played_sentences
from simulator.session.wish import Wish
from simulator.words import _, language, ngettext, say

if TYPE_CHECKING:
    from simulator.library import Entry, Listing
    from simulator.record import Record


class PlainHome:
    """Lists the calls and plays those that are picked."""

    def __init__(
        self, console: Console, library: Library, record: Record, wish: Wish, documents: Path | None = None
    ) -> None:
        self._console = console
        self._library = library
        self._record = record
        self._wish = wish
        self._documents = documents
        self._standing = Standing()

    def run(self) -> None:
        """Until the person leaves. Raises RecordError, InputEnded."""
        entries = self._tell_home()
        while True:
            prompt = _(
                "Which call? (number, n for the next one, / and words to search, h for your history, "
                "Enter for the list, q to leave)"
            )
            answer = self._console.ask(prompt)
            chosen = self._chosen(answer.word, entries)
            if answer.word == "q":
                return
            if chosen is not None:
                self._play(chosen)
                entries = self._tell_home()
            elif not answer.text:
                entries = self._tell_home()
            elif answer.word == "h":
                self._tell_history()
            elif answer.text.startswith("/"):
                entries = self._tell_home(answer.text[1:])
            else:
                text = _("Type a number from 1 to {last}, or q to leave.")
                self._console.tell(text.format(last=len(entries)) if entries else _("Type q to leave."))

    def _chosen(self, word: str, entries: list[Entry]) -> Entry | None:
        if word == "n" and self._standing.advice is not None:
            return self._library.find(self._standing.advice.scenario)
        number = number_in(word, len(entries))
        return None if number is None else entries[number - 1]

    def _tell_home(self, wanted: str = "") -> list[Entry]:
        """List the calls, then say where the trainee stands; the calls that can be picked.

        Who hears the lines, or sees the last of many, has what to do next beside the prompt.
        """
        listing = self._library.listing()
        trainee = self._wish.trainee
        self._standing = standing_of(self._record, self._library, listing.entries, trainee, language())
        playable = {entry.id: entry for entry in listing.entries if entry.playable}
        self._console.tell()
        entries = self._tell_library(listing, wanted)
        if playable and not wanted:
            for line in ("", *skill_lines(self._standing), *next_lines(self._standing, playable)):
                self._console.tell(line)
        return entries

    def _tell_library(self, listing: Listing, wanted: str) -> list[Entry]:
        """List the calls, those in the language in use first."""
        words = wanted.casefold().split()
        entries = [entry for entry in listing.entries if entry.playable and matches(entry, words)]
        entries.sort(key=lambda entry: entry.language != language())
        self._console.tell(ngettext("{count} call", "{count} calls", len(entries)).format(count=len(entries)))
        for number, entry in enumerate(entries, start=1):
            told = " ".join((call_sentence(entry), *played_sentences(self._standing, entry.id)))
            self._console.tell(_("{number}. {text}").format(number=number, text=told))
        for entry in listing.entries if not wanted else ():
            if entry.problem is not None:
                self._console.tell(_("Not playable: {file}. {why}").format(file=entry.path, why=say(entry.problem)))
        for problem in listing.problems:
            self._console.tell(say(problem))
        return entries

    def _tell_history(self) -> None:
        PlainHistory(self._console, self._record, self._library.cache, self._wish.trainee, self._standing).run()

    def _play(self, entry: Entry) -> None:
        """Play one call. A script picks its mode as a person does, so that both type the same."""
        wish = self._wish
        if not self._console.is_terminal and wish.mode is None:
            wish = replace(wish, mode=ask_mode(self._console))
            if wish.mode is None:
                return
        try:
            loaded = self._library.load(entry.path)
            play(Playing(self._console, self._record, self._library.cache, loaded, entry.id, wish, self._documents))
        except (SessionError, LibraryError) as error:
            self._console.tell(say(error.message))
