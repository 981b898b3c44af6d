"""What a call is worth as an exercise, in a few figures: what it tests, how long it is, whether it can be gamed."""

from __future__ import annotations

from dataclasses import dataclass

from scoring.rubric import Rubric
from scoring.yardsticks import mean_weights
from simulator.analysis.chance import chance_of
from simulator.analysis.checks.figures import Figures
from simulator.analysis.checks.ground import Ground
from simulator.analysis.following import blindly
from simulator.analysis.report.fares import bots_fare, second_best_fares
from simulator.model.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Fared:
    """How somebody fares who picks by a habit: the variant where it does best."""

    id: str
    """That of the bot, `blind`, or `second-best`."""
    score: float
    """The expected score, below 0 where blind clicking earns more; 0 for blind clicking itself."""
    passed: float
    """The chance that it passes, as a fraction of 1."""


@dataclass(frozen=True, slots=True)
class CallFigures:
    """One call whose every variant has values."""

    positions: tuple[int, ...]
    """By variant, in the file's order; so are the next."""
    ideal: tuple[int, ...]
    """Decisions of the best call."""
    weights: tuple[tuple[str, float], ...]
    """The criteria that a variant assesses, with their mean share over all variants, the largest first."""
    assessed: tuple[int, ...]
    """How many criteria each variant assesses."""
    critical: tuple[str, ...]
    """The critical errors that can be made, in the rubric's order."""
    techniques: tuple[str, ...]
    """The techniques that a choice shows, in the rubric's order."""
    blind: Fared
    bots: tuple[Fared, ...]
    second_best: Fared


def figures_of(ground: Ground) -> CallFigures | None:
    """The figures of a call; None where a variant has no values."""
    every = [*ground.figures()]
    if len(every) < len(ground.graphs):
        return None
    met = {error for figures in every for move in figures.graph.moves for error in move.evidence.critical}
    shown = _shown(ground.scenario)
    fares = zip(*(_fares(figures, ground.rubric) for figures in every), strict=True)
    blind, *bots, second_best = (highest(fared) for fared in fares)
    return CallFigures(
        positions=tuple(len(figures.graph.packed) for figures in every),
        ideal=tuple(len(figures.values.ideal) for figures in every),
        weights=_weights(every),
        assessed=tuple(_assessed(figures).count(True) for figures in every),
        critical=tuple(one.id for one in ground.rubric.critical if one.id in met),
        techniques=tuple(one.id for one in ground.rubric.techniques if one.id in shown),
        blind=blind,
        bots=tuple(bots),
        second_best=second_best,
    )


def _fares(figures: Figures, rubric: Rubric) -> list[Fared]:
    chance = chance_of(blindly(figures.futures), figures.earnings, rubric)
    others = (*bots_fare(figures, rubric), second_best_fares(figures, rubric))
    return [
        Fared("blind", 0.0, chance.probability),
        *(Fared(fare.id, fare.score, fare.chance.probability) for fare in others),
    ]


def highest(fared: tuple[Fared, ...]) -> Fared:
    """The highest score and the highest chance of one habit, over variants or over calls."""
    return Fared(fared[0].id, max(one.score for one in fared), max(one.passed for one in fared))


def _weights(every: list[Figures]) -> tuple[tuple[str, float], ...]:
    yardsticks = [figures.yardsticks for figures in every]
    means = mean_weights(yardsticks)
    assessed = [any(flags) for flags in zip(*map(_assessed, every), strict=True)]
    found = [(criterion, means[place]) for place, criterion in enumerate(yardsticks[0].criteria) if assessed[place]]
    return tuple(sorted(found, key=lambda pair: -pair[1]))


def _assessed(figures: Figures) -> list[bool]:
    """For each criterion whether the variant gives it a score of its own."""
    return [figures.yardsticks.assessed(place) for place in range(len(figures.yardsticks.criteria))]


def _shown(scenario: Scenario) -> set[str]:
    choices = (choice for state in scenario.states.values() for choice in state.choices)
    return {technique for choice in choices for technique in choice.technique}
