"""One trainee as an HTML page that prints on A4: what was practised, what was reached, what to learn next."""

from __future__ import annotations

from datetime import date as Date

from simulator.report import trainee_rows as rows
from simulator.report.files import data
from simulator.report.gathering import Gathered
from simulator.report.minutes_chart import minutes_chart
from simulator.report.rendering import drawn, render, spoken
from simulator.report.score_chart import score_chart
from simulator.report.trainee_words import labels, minutes_words, period_words, privacy_words, scores_words
from simulator.words import _


def page(found: Gathered, today: Date) -> str:
    """The whole page, in the language in use; `today` is the day on which it is made."""
    marks, weeks = rows.marks(found), found.figures.weeks
    scores, minutes = scores_words(found), minutes_words(found)
    return render(
        "trainee.html",
        data("debrief.css") + data("report.css"),
        {"spoken": spoken},
        say=labels(found, today),
        about=(period_words(found.figures), privacy_words(found)),
        glance=rows.glance(found),
        chart=drawn(score_chart(marks, found.pass_mark, _("Scores over time"), scores)) if marks else "",
        skills=rows.skills_rows(found),
        calls=rows.calls(found),
        call_heads=rows.call_heads(),
        critical=rows.critical(found),
        critical_heads=rows.critical_heads(),
        objectives=rows.objectives(found),
        lessons=rows.lessons(found),
        minutes=drawn(minutes_chart(weeks, _("Minutes trained by week"), minutes)) if weeks else "",
        sessions=rows.sessions(found),
        session_heads=rows.session_heads(),
    )
