"""A group as an HTML page that prints on A4: who can do what, which calls are passed, where points are lost."""

from __future__ import annotations

from datetime import date as Date

from simulator.report import group_rows as rows
from simulator.report.figures_group import weeks_of_scores
from simulator.report.files import data
from simulator.report.group_gathering import GatheredGroup
from simulator.report.group_words import labels, names_words, period_words, progress_words
from simulator.report.progress_chart import progress_chart
from simulator.report.rendering import drawn, render, spoken
from simulator.words import _


def page(found: GatheredGroup, today: Date) -> str:
    """The whole page, in the language in use; `today` is the day on which it is made."""
    weeks = weeks_of_scores(found.sessions)
    mark = found.rubric.pass_mark if found.rubric else None
    return render(
        "group.html",
        data("debrief.css") + data("report.css"),
        {"spoken": spoken},
        say=labels(found, today, weeks),
        about=(names_words(found), period_words(found), _("Practice that was not shared is left out.")),
        glance=rows.glance(found),
        criteria=[found.group.label(criterion) for criterion in found.group.criteria],
        heat=rows.heat_rows(found),
        passes=rows.passes(found),
        pass_heads=rows.pass_heads(),
        chart=drawn(progress_chart(weeks, mark, _("Progress over time"), progress_words(weeks))) if weeks else "",
        tries=rows.tries(found),
        try_heads=rows.try_heads(),
        decisions=rows.decisions(found),
        members=rows.member_rows(found),
        member_heads=rows.member_heads(),
    )
