"""A session under review as a whole: what was said of it, its curve, its result, its criteria."""

from __future__ import annotations

from textual.visual import Visual

from simulator.session import ReviewedSession
from simulator.tui.text import BLANK, stacked
from simulator.tui.widgets.criteria import criteria_rows
from simulator.tui.widgets.curve import curve_rows
from simulator.tui.widgets.result import learned_rows, result_rows
from simulator.tui.widgets.said import overall_rows


def overview_rows(told: ReviewedSession) -> Visual:
    """The review first, then the machine's debrief."""
    debrief = told.debrief
    parts = [
        overall_rows(told),
        curve_rows(debrief),
        result_rows(debrief),
        criteria_rows(debrief),
        learned_rows(debrief),
    ]
    return stacked([row for part in parts for row in (part, BLANK)])
