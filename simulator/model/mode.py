"""How a call is practised."""

from __future__ import annotations

from enum import StrEnum


class Mode(StrEnum):
    """With feedback after each answer, with feedback at the end, or as an exam."""

    GUIDED = "guided"
    PRACTICE = "practice"
    EXAM = "exam"
