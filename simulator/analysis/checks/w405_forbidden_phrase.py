"""W405: a best answer has none of the phrases that make callers angrier."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from simulator.analysis.checks.ground import Finding, Ground, choice_place, choices
from simulator.model.message import N_, Message

PHRASES: Final = {
    "en": (
        "calm down", "calm yourself", "it's not that bad", "it could be worse", "there's no need to shout",
        "company policy", "our policy", "those are the rules", "rules are rules", "terms and conditions say",
        "not my department", "not my job", "not my fault", "not our fault", "nothing we can do", "nothing I can do",
        "you should have told", "you should have said", "you should have called", "you should have checked",
        "you should have read", "you'll have to", "you need to understand", "you're not listening",
        "you don't understand", "you misunderstood", "as I said", "as I told you", "like I said", "yes, but", "yes but",
        "to be honest", "with all due respect", "try again tomorrow", "call back later", "ring back later",
    ),
    "fr": (
        "calmez-vous", "calmez vous", "restez calme", "ce n'est pas si grave", "c'est pas si grave",
        "il y a pire", "inutile de crier", "ne criez pas", "c'est la règle", "c'est le règlement", "c'est la procédure",
        "pas mon service", "pas de mon ressort", "pas ma faute", "pas notre faute",
        "ce n'est pas moi qui", "on ne peut rien faire", "je ne peux rien faire", "nous ne pouvons rien faire",
        "il n'y a rien à faire", "vous auriez dû", "il fallait", "il faut que vous", "vous n'avez pas compris",
        "vous ne comprenez pas", "vous ne m'écoutez pas", "comme je vous l'ai dit", "je vous l'ai déjà dit",
        "je vous ai déjà dit", "oui mais", "oui, mais", "rappelez demain", "rappelez plus tard", "soyez raisonnable",
    ),
}  # fmt: skip
"""What makes callers angrier: orders to feel otherwise, rules as a shield, blame, and the work handed back.

From the rubric's lowest levels and from what trainers teach; words that only sound negative are not among them.
"""

_ADVICE: Final = N_(
    "Say it in other words, or give another choice more points: trainees copy what the debrief calls best."
)


def find(ground: Ground) -> Iterator[Finding]:
    """Every choice with such a phrase that is best somewhere."""
    pattern = _pattern(PHRASES[ground.scenario.language])
    suspects = {
        (state.id, choice.id): found[0]
        for state, choice in choices(ground.scenario)
        if (found := pattern.search(_plain(choice.text)))
    }
    for figures in ground.figures() if suspects else ():
        best = {(move.state, move.choice) for move in figures.best_moves}
        for (state, choice), phrase in suspects.items():
            if (state, choice) in best:
                headline = Message(
                    N_("The choice `{choice}` is a best answer and says “{phrase}”, which makes callers angrier."),
                    {"choice": choice, "phrase": phrase},
                )
                yield Finding("W405", choice_place(state, choice), headline, Message(_ADVICE))


def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(phrase.casefold()) for phrase in phrases)})\b")


def _plain(text: str) -> str:
    """`text` with small letters, straight apostrophes and single blanks."""
    return " ".join(text.casefold().replace("’", "'").split())
