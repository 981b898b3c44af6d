"""What is known before a call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from simulator.library import Cache, Loaded
from simulator.model.scenario import Article
from simulator.session.play import Filling


@dataclass(frozen=True, slots=True)
class Tested:
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
    law_as_of: str | None
    pass_mark: int
    weigh: Callable[[], tuple[Tested, ...]] = field(repr=False, compare=False)

    def tested(self) -> tuple[Tested, ...]:
        """The criteria that the call assesses, the heaviest first: of its variant, else their mean over all variants.

        Waits for the analysis: for a worker thread. Raises `simulator.analysis.Unsound`.
        """
        return self.weigh()


def briefing_of(
    loaded: Loaded, trainee: str, language: str, *, variant: str | None = None, cache: Cache | None = None
) -> Briefing:
    """The briefing of a scenario; without a variant the card is the one that all variants share.

    `language` is that of the rubric's words in `tested`.
    """
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
        caller=scenario.caller.get("name", ""),
        sketch=filling(scenario.caller.get("sketch", "")),
        objectives=tuple(filling(objective.text) for objective in scenario.objectives),
        card=filling.card,
        articles=tuple(filling.article(article) for article in scenario.knowledge),
        law_as_of=scenario.law_as_of,
        pass_mark=loaded.rubric.pass_mark,
        weigh=partial(_tested, loaded, language, cache or Cache(), variant),
    )


def _tested(loaded: Loaded, language: str, cache: Cache, variant: str | None) -> tuple[Tested, ...]:
    variants = [v.id for v in loaded.scenario.variants if variant in (None, v.id)]
    found = [cache.values(loaded.scenario, loaded.rubric, one).yardsticks for one in variants]
    rows = []
    for place, criterion in enumerate(loaded.rubric.criteria):
        weight = sum(y.effective_weights[place] for y in found if y.assessed(place)) / len(found)
        if weight > 0:
            rows.append(Tested(criterion.id, criterion.label.in_language(language), weight))
    return tuple(sorted(rows, key=lambda row: -row.weight))
