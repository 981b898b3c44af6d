"""The words that are suggested for phases, moods and roles; an author may write others, which nobody translates."""

from __future__ import annotations

from typing import Final

PHASES: Final = (
    "greeting", "identification", "discovery", "proposal", "objection", "agreement", "recap", "closing", "wrap-up",
)  # fmt: skip
MOODS: Final = (
    "calm", "neutral", "wary", "worried", "sad", "confused", "impatient", "angry", "relieved", "pleased",
)  # fmt: skip
ROLES: Final = ("reception", "sales", "technical", "collections", "satisfaction")
