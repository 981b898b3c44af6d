"""What is known before a call."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date
from typing import TYPE_CHECKING

from scoring.yardsticks import mean_weights
from simulator.model.scenario import Article
from simulator.session.filling import Filling

if TYPE_CHECKING:
    from simulator.library import Cache, Loaded


@dataclass(frozen=True, slots=True)
class Emphasis:
    """A criterion and the part of the score that this call gives it, as a fraction of 1."""

    id: str
    label: str
    weight: float


@dataclass(frozen=True, slots=True)
class Briefing:
    """The situation as the trainee may read it before the call; texts are filled, `text` is Markdown."""

    scenario: str
    title: str
    about: str
    role: str
    level: int
    language: str
    minutes: int
    text: str
    caller: str
    sketch: str
    objectives: tuple[str, ...]
    card: tuple[tuple[str, str], ...]
    articles: tuple[Article, ...]
    law_as_of: Date | None
    """The day to which the rules of law in the call were checked; None where it cites none."""
    pass_mark: int


def briefing_of(loaded: Loaded, trainee: str, *, variant: str | None = None) -> Briefing:
    """The briefing of a scenario; without a variant the card is the one that all variants share."""
    scenario = loaded.scenario
    filling = Filling(scenario, variant, trainee)
    return Briefing(
        scenario=scenario.id,
        title=filling(scenario.title),
        about=filling(scenario.about),
        role=scenario.role,
        level=scenario.level,
        language=scenario.language,
        minutes=scenario.minutes,
        text=filling(scenario.briefing),
        caller=scenario.caller_name,
        sketch=filling(scenario.caller.get("sketch", "")),
        objectives=tuple(filling(objective.text) for objective in scenario.objectives),
        card=filling.card,
        articles=tuple(filling.article(article) for article in scenario.knowledge),
        law_as_of=scenario.law_as_of,
        pass_mark=loaded.rubric.pass_mark,
    )


def emphasis_of(
    loaded: Loaded,
    language: str,
    cache: Cache,
    *,
    variant: str | None = None,
) -> tuple[Emphasis, ...]:
    """The criteria that a call assesses, the heaviest first: of one variant, else their mean over all variants.

    Waits for the analysis: for a worker thread. Raises `simulator.analysis.Unsound`.
    """
    variants = [v.id for v in loaded.scenario.variants if variant in (None, v.id)]
    found = [cache.values(loaded.scenario, loaded.rubric, one).yardsticks for one in variants]
    rows = [
        Emphasis(criterion.id, criterion.label.in_language(language), weight)
        for criterion, weight in zip(loaded.rubric.criteria, mean_weights(found), strict=True)
        if weight > 0
    ]
    return tuple(sorted(rows, key=lambda row: -row.weight))
