"""Where a trainee stands, in sentences: the same on the screens, line by line and on the command line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from scoring.scorecard import shown
from simulator.model.message import N_
from simulator.practice import Skill, Trend
from simulator.session.history import PlayedSession, Sight
from simulator.session.standing import Standing
from simulator.words import _, day_from, ngettext
from simulator.words.labels import trend_word

SIGHTS: Final = {
    Sight.PRIVATE: N_("Private: trainers do not see it."),
    Sight.SHARED: N_("Shared: trainers see it."),
    Sight.EXAM: N_("An exam: trainers see it."),
}
"""Who may see a session."""


def played_sentences(standing: Standing, scenario: str) -> Iterator[str]:
    """How well a call was played, how often, and when it is suggested again; nothing where it never was."""
    if scenario in standing.best:
        yield _("Best score: {best}.").format(best=shown(standing.best[scenario]))
    tries = standing.tries.get(scenario, 0)
    if tries:
        yield ngettext("Played {count} time.", "Played {count} times.", tries).format(count=tries)
    if scenario in standing.due:
        yield _("Suggested again {day}.").format(day=day_from(standing.today, standing.due[scenario]))


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


def privacy_sentence() -> str:
    """Who sees what."""
    return _("Practice is private until you share it; trainers see your exams and what you share, and nothing else.")


def sharing_sentence() -> str:
    """What sharing a session means."""
    return _("Trainers will see this session, and you can no longer delete it.")


def retry_sentence() -> str:
    """What trying again from a decision of an exam means."""
    return _(
        "Trying again is practice, and no exam: it counts for nothing, and trainers do not see it unless you share it. "
        "The exam and its score stay as they are."
    )


def deletion_sentence() -> str:
    """What goes when a session is deleted, and what stays."""
    return _(
        "All of it goes for good: decisions, typed words, score. What stays is a tombstone: its id and one hash, "
        "which say that a session was here and nothing of what was in it."
    )


def sight_sentence(played: PlayedSession) -> str:
    """Who may see a session, or that a trainer has reviewed it."""
    if played.reviewed:
        return _("Reviewed: its debrief says what your trainer thinks of it.")
    return _(SIGHTS[played.sight])
