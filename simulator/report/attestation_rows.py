"""The entries and rows of an attestation, each cell as it is read."""

from __future__ import annotations

from collections.abc import Mapping

from scoring.scorecard import shown
from simulator.record import Summary
from simulator.report.figures_minutes import minutes_by_day
from simulator.report.figures_trainee import CallFigures
from simulator.report.gathering import Gathered
from simulator.report.trainee_rows import NONE, result_word, reviewed_cell, skills_rows
from simulator.report.trainee_words import period_words
from simulator.words import _, date, duration, moment, ngettext
from simulator.words.labels import mode_word


def identity(found: Gathered, organisation: str) -> list[tuple[str, str]]:
    """Who attests, and of whom."""
    return [
        (_("Organisation"), organisation),
        (_("Trainee (name or staff number)"), found.name),
        (_("Employer"), ""),
    ]


def action(found: Gathered, title: str) -> list[tuple[str, str]]:
    """What was done, when, and for how long."""
    count = len(found.figures.sessions)
    sessions = ngettext("{time} in {count} session", "{time} in {count} sessions", count)
    return [
        (_("Title"), title),
        (
            _("Kind"),
            _("Simulated phone calls at a computer, each scored by a rubric; the trainee chooses what to say and do."),
        ),
        (_("Dates"), period_words(found.figures)),
        (_("Duration"), sessions.format(time=duration(found.figures.minutes * 60), count=count)),
    ]


def call_heads() -> list[str]:
    """What the columns of the calls are called."""
    return [_("Call"), _("Sessions"), _("Best score"), _("Latest score"), _("Reviewed"), _("Passed on")]


def calls(found: Gathered) -> list[list[str]]:
    """Each call, the one last played first."""
    return [
        [
            call.played.title,
            str(call.played.tries),
            NONE if call.played.best is None else str(shown(call.played.best.score)),
            NONE if call.played.latest is None else str(shown(call.played.latest.score)),
            reviewed_cell(found, call.played.latest),
            _passed_on(found, call),
        ]
        for call in found.figures.calls
    ]


def _passed_on(found: Gathered, call: CallFigures) -> str:
    """The day of the first session that counts and was passed."""
    own = (one for one in found.figures.counting if one.scenario == call.played.scenario and one.passed)
    first = next(own, None)
    return _("not passed") if first is None else date(first.started.astimezone().date(), short=True)


def skill_heads() -> list[str]:
    """What the columns of the criteria are called."""
    return [_("Criterion"), _("Skill"), _("Likely between"), _("What one hears at this level")]


def skills(found: Gathered) -> list[list[str]]:
    """Each criterion that was tested, in the rubric's order."""
    between = _("{low} and {high}")
    return [
        [row.label, str(row.value), between.format(low=row.low, high=row.high), row.words or NONE]
        for row in skills_rows(found)
    ]


def signature(place: str, signatory: str) -> list[tuple[str, str]]:
    """Where, when, and by whom it is signed."""
    return [(_("Done at"), place), (_("On"), ""), (_("Name and position of the signatory"), signatory)]


def day_heads() -> list[str]:
    """What the columns of the days are called."""
    return [_("Day"), _("Sessions"), _("Time")]


def days(found: Gathered) -> list[list[str]]:
    """Each day with a session, the first one first."""
    return [
        [date(one.day), str(one.sessions), duration(one.minutes * 60)] for one in minutes_by_day(found.figures.sessions)
    ]


def session_heads() -> list[str]:
    """What the columns of the sessions are called."""
    return [_("Begun"), _("Call"), _("Mode"), _("Time"), _("Score"), _("Reviewed"), _("Result"), _("Code")]


def sessions(found: Gathered, codes: Mapping[str, str]) -> list[list[str]]:
    """Each session, the first one first."""
    return [_session(found, summary, codes.get(summary.session, "")) for summary in found.figures.sessions]


def _session(found: Gathered, summary: Summary, code: str) -> list[str]:
    return [
        moment(summary.started.astimezone()),
        summary.title,
        mode_word(summary.mode),
        duration(summary.minutes * 60),
        str(shown(summary.score)),
        reviewed_cell(found, summary),
        result_word(summary),
        code or NONE,
    ]
