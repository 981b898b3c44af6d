"""The criteria of a debrief as bars."""

from __future__ import annotations

from textual.content import Content
from textual.visual import Visual

from simulator.session import CriterionRow, Debrief
from simulator.tui.text import plain, stacked
from simulator.tui.visuals import Beside, Prose
from simulator.tui.widgets.card import heading
from simulator.tui.widgets.verdicts import score_style
from simulator.words import _, list_of, percent

BAR = 16
"""Cells of a full bar."""
LABEL_MOST = 22


def criteria_rows(debrief: Debrief) -> Visual:
    """A bar for each criterion that the call assesses, what is heard at that level, and one line for the others."""
    assessed = [row for row in debrief.criteria if row.shown is not None]
    width = min(LABEL_MOST, max((len(row.label) for row in assessed), default=0))
    about = plain(f"  {_('score, points lost, weight')}", "$muted")
    rows: list[Content | Visual] = [heading(_("Criteria")) + about]
    for row in assessed:
        rows.append(Beside([plain(row.label)], Prose(_bar(row)), width, stays=True))
        if row.level_words:
            rows.append(Beside([], Prose(plain(row.level_words, "$muted")), 0, stays=True))
    if debrief.other is not None:
        text = _("Not assessed in this call: {labels}. Points lost there: {lost}.").format(
            labels=list_of(list(debrief.other.labels)), lost=debrief.other.shown_lost
        )
        rows.append(plain(text, "$muted"))
    return stacked(rows)


def _bar(row: CriterionRow) -> Content:
    score = row.shown or 0
    full = round(score * BAR / 100)
    lost = f"−{row.shown_lost}" if row.shown_lost > 0 else f"+{-row.shown_lost}" if row.shown_lost else ""
    return Content.assemble(
        ("━" * full, score_style(score)),
        ("━" * (BAR - full), "$line"),
        (f" {score:>3}", "bold"),
        plain(f" {lost:>5} {percent(row.effective_weight):>6}", "$muted"),
    )
