"""W404: a call is written as people speak, neither as an office writes nor in single words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from simulator.analysis import reading
from simulator.analysis.checks.ground import Finding, Ground, choices, lines
from simulator.model.message import N_, Message
from simulator.model.phrases import fill


class Ease(NamedTuple):
    """From which LIX to which a call is easy to follow in one language."""

    low: int
    high: int


SPOKEN: Final = {"en": Ease(5, 30), "fr": Ease(8, 36)}
"""Measured: calls made with care lie between 6 and 18 in English and between 19 and 25 in French; well-kept manuals
have 27 and 31, letters of an office 60 in both. So a call may be as hard as a good manual, and no harder."""

ENOUGH: Final = 150
"""From how many words on the figure says something."""

_TOO_HARD: Final = N_("Shorten sentences and choose everyday words; the hardest begins “{text}”.")
_TOO_BARE: Final = N_("Let people speak in whole sentences: nobody learns to listen from single words.")


def find(ground: Ground) -> Iterator[Finding]:
    """One finding where the lines and choices of the call, taken together, are out of the range of its language."""
    scenario = ground.scenario
    language = scenario.language
    texts = [fill(line.text, scenario.names) for _, line in lines(scenario)]
    texts += [fill(choice.text, scenario.names) for _, choice in choices(scenario)]
    if sum(len(reading.words(text, language)) for text in texts) < ENOUGH:
        return
    low, high = SPOKEN[language]
    found = round(reading.lix(texts, language))
    values = {"found": found, "low": low, "high": high}
    if found > high:
        headline = N_("The call is hard to follow by ear: its reading ease (LIX) is {found}, at most {high} is easy.")
        advice = Message(_TOO_HARD, {"text": _hardest(texts, language)})
        yield Finding("W404", ("states",), Message(headline, values), advice)
    elif found < low:
        headline = N_("The call is little more than single words: its reading ease (LIX) is {found}, speech has {low}.")
        yield Finding("W404", ("states",), Message(headline, values), Message(_TOO_BARE))


def _hardest(texts: list[str], language: str) -> str:
    """The first words of the text that is hardest to read, of those that have sentences to speak of."""
    whole = [text for text in texts if len(reading.words(text, language)) >= 10] or texts
    hardest = max(whole, key=lambda text: reading.lix([text], language))
    return " ".join(hardest.split()[:6]) + "…"
