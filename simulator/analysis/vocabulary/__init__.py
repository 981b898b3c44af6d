"""Words that can be counted in an answer without understanding it: lists for each language, and how they are found."""

from __future__ import annotations

from typing import Final

from simulator.analysis.vocabulary import en, fr
from simulator.analysis.vocabulary.phrases import Phrases, words

__all__ = ["LANGUAGES", "Phrases", "apology", "courtesy", "hedges", "words"]

LANGUAGES: Final = ("en", "fr")
"""The languages that have lists."""


def apology(language: str) -> Phrases:
    """Words of apology and of understanding, which a beginner takes for empathy."""
    return _APOLOGY[language]


def courtesy(language: str) -> Phrases:
    """Words of courtesy: greetings, thanks, forms of address, requests put politely."""
    return _COURTESY[language]


def hedges(language: str) -> Phrases:
    """Words that leave a way out: perhaps, normally, should."""
    return _HEDGES[language]


_APOLOGY: Final = {"en": Phrases(en.APOLOGY), "fr": Phrases(fr.APOLOGY)}
_COURTESY: Final = {"en": Phrases(en.COURTESY), "fr": Phrases(fr.COURTESY)}
_HEDGES: Final = {"en": Phrases(en.HEDGES), "fr": Phrases(fr.HEDGES)}
