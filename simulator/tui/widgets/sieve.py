"""Which calls of the library are shown: words that were typed, and what was picked of role, level and language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from simulator.library import Entry, matches
from simulator.words import _, ngettext
from simulator.words.labels import language_word, level_word, role_word


@dataclass(frozen=True, slots=True)
class Sieve:
    """Lets calls through; empty it lets all of them."""

    words: str = ""
    role: str = ""
    level: int = 0
    language: str = ""

    def lets(self, entry: Entry) -> bool:
        """Whether a call is shown. A file that cannot be played has no role, level or language."""
        picked = (
            self.role in ("", entry.role) and self.level in (0, entry.level) and self.language in ("", entry.language)
        )
        return picked and matches(entry, self.words.casefold().split())

    @property
    def picked(self) -> tuple[str, ...]:
        """What was picked, in words."""
        level = _("level {level}, {word}").format(level=self.level, word=level_word(self.level)) if self.level else ""
        told = (self.role and role_word(self.role), level, self.language and language_word(self.language))
        return tuple(word for word in told if word)

    def ways(self, entries: Sequence[Entry]) -> Iterator[tuple[str, str, Sieve]]:
        """What can be picked among `entries`: its name, how many calls it lets through, and the sieve it gives."""
        playable = [entry for entry in entries if entry.playable]
        for role in sorted({entry.role for entry in playable}, key=role_word):
            yield _way(_("Role: {role}").format(role=role_word(role)), replace(self, role=role), playable)
        for level in sorted({entry.level for entry in playable}):
            name = _("Level {level}: {word}").format(level=level, word=level_word(level))
            yield _way(name, replace(self, level=level), playable)
        for spoken in sorted({entry.language for entry in playable}, key=language_word):
            name = _("Language: {language}").format(language=language_word(spoken))
            yield _way(name, replace(self, language=spoken), playable)


def _way(name: str, sieve: Sieve, entries: Sequence[Entry]) -> tuple[str, str, Sieve]:
    count = sum(sieve.lets(entry) for entry in entries)
    return name, ngettext("{count} call", "{count} calls", count).format(count=count), sieve
