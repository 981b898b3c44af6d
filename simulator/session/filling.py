"""Fills the braces of an author's texts with what is known of the caller, the card and the trainee."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from simulator.model.heard import Heard
from simulator.model.phrases import AGENT, fill
from simulator.model.scenario import Article, Ending, Scenario

NOBODY: Final = "…"
"""What stands for a trainee whose name was erased."""


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
