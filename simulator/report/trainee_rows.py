"""The rows and lists of a report on one trainee, each cell as it is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from scoring.scorecard import shown
from simulator.practice import Skill, Trend
from simulator.record import Summary
from simulator.report.debrief_words import cost_of
from simulator.report.gathering import Gathered
from simulator.report.score_chart import Mark
from simulator.report.trainee_words import interval_words, rate_words
from simulator.session import Debrief, DecisionRow, ObjectiveMet
from simulator.session.debriefing import level_of
from simulator.words import _, date, duration, moment, ngettext
from simulator.words.labels import mode_word, trend_sign, trend_word

NONE: Final = "–"
"""What stands in a cell for which there is no figure."""
_LATEST: Final = 3
"""From how many calls, the latest, lessons are told."""


@dataclass(frozen=True, slots=True)
class SkillRow:
    """A criterion: the estimate and its range as whole numbers, in words, and what one hears at that level."""

    label: str
    value: int
    low: int
    high: int
    figures: str
    words: str


@dataclass(frozen=True, slots=True)
class Objectives:
    """The objectives of one call, as its latest session left them."""

    title: str
    when: str
    language: str
    objectives: tuple[ObjectiveMet, ...]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A decision to learn from: where, what was chosen, why it cost, what to say instead."""

    call: str
    where: str
    language: str
    chosen: str
    why: str
    instead: str


def glance(found: Gathered) -> list[tuple[str, str, str]]:
    """The few figures that come first: name, value, what qualifies it."""
    figures = found.figures
    counting = ngettext("{count} counts", "{count} count", len(figures.counting)).format(count=len(figures.counting))
    cells = [
        (_("Sessions"), str(len(figures.sessions)), counting),
        (_("Passed"), rate_words(figures.passed), interval_words(figures.passed)),
        (_("Time trained"), duration(figures.minutes * 60), ""),
        (_("Critical errors"), str(len(figures.critical)), ""),
    ]
    if figures.reviewed:
        cells.append((_("Reviewed by a trainer"), str(len(figures.reviewed)), ""))
    return cells


def marks(found: Gathered) -> list[Mark]:
    """The sessions that count, for the drawing."""
    return [
        Mark(
            day=summary.started.astimezone().date(),
            score=shown(summary.score),
            passed=summary.passed,
            critical=bool(summary.critical),
            reviewed=_reviewed(found, summary),
        )
        for summary in found.figures.counting
    ]


def skills_rows(found: Gathered) -> list[SkillRow]:
    """Each criterion that was tested, in the rubric's order."""
    return [_skill(found, skill) for skill in found.skills]


def call_heads() -> list[str]:
    """What the columns of the calls are called."""
    return [_("Call"), _("Sessions"), _("Passed"), _("First"), _("Best score"), _("Latest"), _("Reviewed")]


def calls(found: Gathered) -> list[list[str]]:
    """Each call, the one last played first."""
    return [
        [
            call.played.title,
            str(call.played.tries),
            rate_words(call.passed) if call.passed.tries else NONE,
            *(NONE if one is None else str(shown(one.score)) for one in (call.played.first, call.played.best)),
            NONE if call.played.latest is None else str(shown(call.played.latest.score)),
            reviewed_cell(found, call.played.latest),
        ]
        for call in found.figures.calls
    ]


def critical_heads() -> list[str]:
    """What the columns of the critical errors are called."""
    return [_("Critical error"), _("Call"), _("Begun")]


def critical(found: Gathered) -> list[list[str]]:
    """Each critical error that was made, the newest first."""
    return [
        [found.critical.get(one.error, one.error), one.session.title, moment(one.session.started.astimezone())]
        for one in reversed(found.figures.critical)
    ]


def objectives(found: Gathered) -> list[Objectives]:
    """The objectives of each call that has any."""
    return [
        Objectives(told.title, _when(told), told.language, told.objectives) for told in found.told if told.objectives
    ]


def lessons(found: Gathered) -> list[Lesson]:
    """What the latest calls are to be learned from."""
    latest = sorted(found.told, key=lambda told: told.session, reverse=True)[:_LATEST]
    return [_lesson(told, told.decision(number)) for told in latest for number in told.lessons]


def session_heads() -> list[str]:
    """What the columns of the sessions are called."""
    return [_("Begun"), _("Call"), _("Mode"), _("Score"), _("Reviewed"), _("Result"), _("Time")]


def sessions(found: Gathered) -> list[list[str]]:
    """Each session, the newest first."""
    return [
        [
            moment(summary.started.astimezone()),
            summary.title,
            mode_word(summary.mode) if summary.counts else _("{mode}, with help").format(mode=mode_word(summary.mode)),
            str(shown(summary.score)),
            reviewed_cell(found, summary),
            result_word(summary),
            duration(summary.minutes * 60),
        ]
        for summary in reversed(found.figures.sessions)
    ]


def result_word(summary: Summary) -> str:
    """How a session went, in a word or two."""
    if summary.critical:
        return _("critical error")
    return _("passed") if summary.passed else _("not passed")


def reviewed_cell(found: Gathered, summary: Summary | None) -> str:
    """The score as a trainer corrected it, or a dash."""
    score = None if summary is None else _reviewed(found, summary)
    return NONE if score is None else str(score)


def _skill(found: Gathered, skill: Skill) -> SkillRow:
    value, low, high = (round(figure) for figure in (skill.value, skill.low, skill.high))
    calls = ngettext("{count} call", "{count} calls", skill.calls).format(count=skill.calls)
    text = _("{value} ({low} to {high}), {calls}, {sign} {trend}")
    if skill.trend is Trend.UNKNOWN:
        text = _("{value} ({low} to {high}), {calls}")
    figures = text.format(
        value=value, low=low, high=high, calls=calls, sign=trend_sign(skill.trend), trend=trend_word(skill.trend)
    )
    return SkillRow(found.labels.get(skill.criterion, skill.criterion), value, low, high, figures, _heard(found, skill))


def _heard(found: Gathered, skill: Skill) -> str:
    """What one hears at the level nearest to the skill; empty where no rubric says."""
    from simulator.words import language

    for rubric in found.rubrics:
        for criterion in rubric.criteria:
            level = level_of(criterion, round(skill.value)) if criterion.id == skill.criterion else None
            if level is not None:
                return dict(criterion.levels)[level].in_language(language())
    return ""


def _when(told: Debrief) -> str:
    return date(told.begun.astimezone().date()) if told.begun else ""


def _lesson(told: Debrief, row: DecisionRow) -> Lesson:
    where = _("decision {number}").format(number=row.number)
    cost = cost_of(row)
    parts = [part for part in (_when(told), where, f"−{cost}" if cost else "") if part]
    best = row.best[0] if row.best and row.cost > 0 else None
    return Lesson(
        call=told.title,
        where=" · ".join(parts),
        language=told.language,
        chosen=_("You said nothing.") if row.silence else row.text,
        why=row.why or "",
        instead=best.text if best else "",
    )


def _reviewed(found: Gathered, summary: Summary) -> int | None:
    score = found.figures.reviewed.get(summary.session)
    return None if score is None else shown(score)
