"""Sentences of the commented call that screens and lines say alike."""

from __future__ import annotations

from simulator.words import _


def warning_words() -> str:
    """What to know before the best answers are seen."""
    return _(
        "This is the best call, step by step, with its reasons. It gives the answers away: an exam of the same call "
        "says less about you afterwards. Nothing of this is recorded."
    )
