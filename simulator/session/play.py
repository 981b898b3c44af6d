"""One session's unchanging side: its scenario, rubric, names and rules of the mode, and how its texts are filled."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from scoring.rubric import Rubric
from simulator.engine import Stepper, view
from simulator.model.events import Mode, Started
from simulator.model.heard import Heard
from simulator.model.phrases import AGENT, fill
from simulator.model.scenario import Article, Ending, Scenario
from simulator.model.view import View
from simulator.session.progress import Progress, shown

NOBODY: Final = "…"
"""What stands for a trainee whose name was erased."""


@dataclass(frozen=True, eq=False)
class Play:
    """What a session is played with. `trainee` is the name that fills `{agent}`."""

    scenario: Scenario
    rubric: Rubric
    started: Started
    trainee: str
    stepper: Stepper

    @property
    def silence_counts(self) -> bool:
        """Whether silence counts: in an exam, and in practice where it was asked for; never without a clock."""
        return self.started.silence and self.started.time_factor > 0

    @cached_property
    def filling(self) -> Filling:
        """What fills the braces of this session's texts."""
        return Filling(self.scenario, self.started.variant, self.trainee)

    def view(self, progress: Progress) -> View:
        """The moment as the trainee may see it: texts filled, choices in shown order, the clock in real seconds."""
        plain = view(self.stepper, progress.position)
        by_id = {offered.id: offered for offered in plain.offered}
        ordered = [by_id[choice] for choice in shown(self.stepper, progress, self.started.seed)]
        after = plain.silence_after if self.silence_counts else None
        return replace(
            plain,
            offered=tuple(replace(offered, text=self.filling(offered.text)) for offered in ordered),
            silence_after=None if after is None else math.ceil(after * self.started.time_factor),
        )


class Filling:
    """Fills the braces of one scenario's texts, in one variant (None: before one is known), for one trainee."""

    def __init__(self, scenario: Scenario, variant: str | None, trainee: str) -> None:
        names = {**scenario.caller, AGENT: trainee or NOBODY}
        card = scenario.crm if variant is None else scenario.card(variant)
        self.card = tuple((label, fill(text, names)) for label, text in card)
        self._names = {**dict(self.card), **names}

    def __call__(self, text: str) -> str:
        """`text` with its braces filled."""
        return fill(text, self._names)

    def heard(self, heard: Iterable[Heard]) -> tuple[Heard, ...]:
        """Entries of a transcript with their texts filled."""
        return tuple(
            replace(one, text=self(one.text), speaker=None if one.speaker is None else self(one.speaker))
            for one in heard
        )

    def ending(self, ending: Ending) -> Ending:
        """An ending with its texts filled."""
        return replace(ending, title=self(ending.title), text=self(ending.text))

    def article(self, article: Article) -> Article:
        """A knowledge article with its texts filled."""
        return replace(article, title=self(article.title), text=self(article.text))


def silence_by_default(mode: Mode, asked: bool | None) -> bool:
    """Whether silence counts in a session of that mode: always in an exam, in practice if asked for, never guided."""
    return mode is Mode.EXAM or (mode is Mode.PRACTICE and bool(asked))
