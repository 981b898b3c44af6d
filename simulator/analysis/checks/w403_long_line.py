"""W403: a line that is spoken can be taken in at one hearing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.analysis import reading
from simulator.analysis.checks.ground import Finding, Ground, lines
from simulator.model.message import N_, Message
from simulator.model.phrases import fill

LONGEST: Final = 35
"""The most words of a line: about a quarter of a minute of speech."""

_ADVICE: Final = N_("Keep what the trainee must hear, and have the rest said in answer to a question.")


def find(ground: Ground) -> Iterator[Finding]:
    """Every line, opening or reply, with more words."""
    scenario = ground.scenario
    for place, line in lines(scenario):
        count = len(reading.words(fill(line.text, scenario.names), scenario.language))
        if count > LONGEST:
            values = {"count": count, "limit": LONGEST}
            headline = Message(N_("This line has {count} words; more than {limit} are hard to take in by ear."), values)
            yield Finding("W403", (*place, "say"), headline, Message(_ADVICE))
