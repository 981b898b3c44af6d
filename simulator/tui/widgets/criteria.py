"""The criteria of a debrief as bars."""

from __future__ import annotations

from textual.content import Content
from textual.visual import Visual

from simulator.report.debrief_words import not_assessed, often_heard
from simulator.session import CriterionRow, Debrief
from simulator.tui.text import plain, stacked
from simulator.tui.visuals import Beside, Prose
from simulator.tui.widgets.card import heading
from simulator.tui.widgets.verdicts import score_style
from simulator.words import _, percent

BAR, SHORT_BAR = 16, 12
"""Cells of a full bar: alone, and beside the last try."""
LABEL_MOST = 22


def criteria_rows(debrief: Debrief) -> Visual:
    """A bar for each criterion that the call assesses, what is heard at that level, and one line for the others."""
    assessed = [row for row in debrief.criteria if row.shown is not None]
    width = min(LABEL_MOST, max((len(row.label) for row in assessed), default=0))
    about = _("score, last try, points lost, weight") if debrief.last_try else _("score, points lost, weight")
    rows: list[Content | Visual] = [heading(_("Criteria")) + plain(f"  {about}", "$muted")]
    for row in assessed:
        rows.append(Beside([plain(row.label)], Prose(_bar(row, debrief.last_try is not None)), width, stays=True))
        if row.level_words:
            rows.append(Beside([], Prose(plain(often_heard(row.level_words), "$muted")), 0, stays=True))
    if debrief.other is not None:
        rows.append(plain(not_assessed(debrief.other), "$muted"))
    return stacked(rows)


def _bar(row: CriterionRow, tried_before: bool) -> Content:
    score, before = row.shown or 0, "" if row.before is None else str(row.before)
    bar = SHORT_BAR if tried_before else BAR
    full = round(score * bar / 100)
    lost = f"−{row.shown_lost}" if row.shown_lost > 0 else f"+{-row.shown_lost}" if row.shown_lost else ""
    return Content.assemble(
        ("━" * full, score_style(score)),
        ("━" * (bar - full), "$line"),
        (f" {score:>3}", "bold"),
        plain(f" {before:>4}" if tried_before else "", "$muted"),
        plain(f" {lost:>4} {percent(row.effective_weight):>5}", "$muted"),
    )
