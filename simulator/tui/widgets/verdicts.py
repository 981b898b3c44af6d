"""How verdicts and scores look: never by colour alone."""

from __future__ import annotations

from typing import Final

STYLES: Final = {
    "best": "$success",
    "good": "$success",
    "fair": "$warning",
    "mistake": "$warning",
    "blunder": "$error",
    "critical": "$error",
    "ended-the-call": "$error",
    "silent": "$warning",
}
"""The colour of each verdict; its sign and word go with it."""


def score_style(score: int) -> str:
    """The colour of a score from 0 to 100."""
    return "$success" if score >= 70 else "$warning" if score >= 40 else "$error"
