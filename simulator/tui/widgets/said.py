"""What trainers said of a session, and its trainee of that, as rows."""

from __future__ import annotations

from textual.content import Content
from textual.visual import Visual

from simulator.report.review_words import (
    changed_criteria,
    correction_words,
    criterion_words,
    note_words,
    reply_words,
    scores_words,
    sign_words,
    signed_note_words,
    standing_words,
)
from simulator.session import ReviewedSession
from simulator.tui.text import plain, stacked
from simulator.tui.visuals import Beside, Prose
from simulator.tui.widgets.card import heading
from simulator.words import _


def said_rows(told: ReviewedSession, number: int) -> list[Content | Visual]:
    """What trainers said of a decision."""
    corrected, noted = _("Corrected"), _("Note")
    width = max(len(corrected), len(noted))
    said = [
        (corrected, correction_words(one), "$accent" if one.holds else "$muted")
        for one in told.corrections
        if one.decision == number
    ]
    said += [(noted, signed_note_words(note), "$accent") for note in told.notes_on(number)]
    return [
        Beside([plain(label, f"bold {style}")], Prose(plain(words)), width, stays=True) for label, words, style in said
    ]


def overall_rows(told: ReviewedSession) -> Visual:
    """Both scores, where the review stands, and what was said of the whole call."""
    rows: list[Content | Visual] = [heading(_("Review")), plain(scores_words(told), "bold")]
    rows += [plain(criterion_words(row)) for row in changed_criteria(told)]
    rows.append(plain(standing_words(told), "$warning" if told.dispute else "$muted"))
    said = [
        *map(note_words, told.notes_on(0)),
        *map(sign_words, told.sign_offs),
        *map(reply_words, told.replies),
    ]
    return stacked(rows + [Beside([plain("·")], Prose(plain(one)), 1, gap=1, stays=True) for one in said])
