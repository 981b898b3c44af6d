"""Where a trainee stands, as sentences: the call to take next and why, then each skill."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from simulator.session.told import no_skills_yet, skill_sentence
from simulator.words import _, ngettext, say
from simulator.words.labels import language_word, level_word, role_word

if TYPE_CHECKING:
    from simulator.library import Entry
    from simulator.session import Standing


def next_lines(standing: Standing, entries: Mapping[str, Entry]) -> Iterator[str]:
    """The call to take next and the reason; nothing where there is no call. `entries` are the calls by id."""
    advice = standing.advice
    if advice is None:
        return
    yield _("Next: {call}").format(call=call_sentence(entries[advice.scenario]))
    yield say(advice.reason)


def call_sentence(entry: Entry) -> str:
    """A call with what one picks it by."""
    text = _("{title}: {role}, level {level} ({word}), in {language}, {minutes}.")
    minutes = ngettext("{count} minute", "{count} minutes", entry.minutes).format(count=entry.minutes)
    return text.format(
        title=entry.title,
        role=role_word(entry.role),
        level=entry.level,
        word=level_word(entry.level),
        language=language_word(entry.language),
        minutes=minutes,
    )


def skill_lines(standing: Standing) -> Iterator[str]:
    """A sentence for each skill, or one that says when there will be any."""
    if not standing.skills:
        yield no_skills_yet(standing)
        return
    text = ngettext("Your skills, from {count} call:", "Your skills, from {count} calls:", standing.counted)
    yield text.format(count=standing.counted)
    for skill in standing.skills:
        yield skill_sentence(skill, standing.labels)
