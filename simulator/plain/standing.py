"""Where a trainee stands, as sentences: the call to take next and why, then each skill."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from scoring.scorecard import shown
from simulator.practice import Skill, Trend
from simulator.words import _, day_from, ngettext, say
from simulator.words.labels import language_word, level_word, role_word, trend_word

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


def played_sentences(standing: Standing, scenario: str) -> Iterator[str]:
    """How well a call was played, how often, and when it is suggested again; nothing where it never was."""
    if scenario in standing.best:
        yield _("Best score: {best}.").format(best=shown(standing.best[scenario]))
    tries = standing.tries.get(scenario, 0)
    if tries:
        yield ngettext("Played {count} time.", "Played {count} times.", tries).format(count=tries)
    if scenario in standing.due:
        yield _("Suggested again {day}.").format(day=day_from(standing.today, standing.due[scenario]))


def skill_lines(standing: Standing) -> Iterator[str]:
    """A sentence for each skill, or one that says when there will be any."""
    if not standing.skills:
        yield no_skills_yet(standing)
        return
    text = ngettext("Your skills, from {count} call:", "Your skills, from {count} calls:", standing.counted)
    yield text.format(count=standing.counted)
    for skill in standing.skills:
        yield skill_sentence(skill, standing.labels)


def skill_sentence(skill: Skill, labels: Mapping[str, str]) -> str:
    """A skill with how sure it is and where it is going: "Empathy: 62, likely between 48 and 76, rising."""
    label = labels.get(skill.criterion, skill.criterion)
    text = _("{label}: {value}, likely between {low} and {high}, {trend}.")
    if skill.trend is Trend.UNKNOWN:
        text = _("{label}: {value}, likely between {low} and {high}.")
    low, value, high = (round(figure) for figure in (skill.low, skill.value, skill.high))
    return text.format(label=label, value=value, low=low, high=high, trend=trend_word(skill.trend))


def no_skills_yet(standing: Standing) -> str:
    """Why there are no skills to show."""
    if standing.ended:
        return _("Your skills show once you have played a call to its end without help, in practice or exam mode.")
    return _("Welcome. Your skills show here once you have played a first call without help.")
