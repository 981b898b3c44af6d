"""What trainers said of a session, and its trainee of that, as rows."""

from __future__ import annotations

from textual.content import Content
from textual.visual import Visual

from simulator.report.review_words import (
    changed_criteria,
    criterion_words,
    remarks,
    said_of,
    scores_words,
    standing_words,
)
from simulator.session import ReviewedSession
from simulator.tui.text import plain, stacked
from simulator.tui.visuals import Beside, Prose
from simulator.tui.widgets.card import heading
from simulator.words import _


def said_rows(told: ReviewedSession, number: int) -> list[Content | Visual]:
    """What trainers said of a decision."""
    width = max(len(_("Corrected")), len(_("Note")))
    return [
        Beside([plain(label, f"bold {'$accent' if holds else '$muted'}")], Prose(plain(words)), width, stays=True)
        for label, words, holds in said_of(told, number)
    ]


def overall_rows(told: ReviewedSession) -> Visual:
    """Both scores, where the review stands, and what was said of the whole call."""
    rows: list[Content | Visual] = [heading(_("Review")), plain(scores_words(told), "bold")]
    rows += [plain(criterion_words(row)) for row in changed_criteria(told)]
    rows.append(plain(standing_words(told), "$warning" if told.dispute else "$muted"))
    return stacked(rows + [Beside([plain("·")], Prose(plain(one)), 1, gap=1, stays=True) for one in remarks(told)])
