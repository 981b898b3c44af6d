"""The words that scenarios may use for a call's phases and a caller's moods and that have a word in every language.

An author's own words are as good; they are shown as they stand. So it is with roles.
"""

from __future__ import annotations

from typing import Final

PHASES: Final = (
    "greeting", "identification", "discovery", "proposal", "objection", "agreement", "recap", "closing", "wrap-up",
)  # fmt: skip

MOODS: Final = (
    "calm", "neutral", "wary", "worried", "sad", "confused", "impatient", "angry", "relieved", "pleased",
)  # fmt: skip

ROLES: Final = ("reception", "sales", "technical", "collections", "satisfaction")
