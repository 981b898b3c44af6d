"""How those fare in a call who know nothing of it, and who is never quite right."""

from __future__ import annotations

from dataclasses import dataclass

from scoring.rubric import Rubric
from simulator.analysis.bots import habits, score, second_best
from simulator.analysis.chance import Chance, chance_of
from simulator.analysis.checks.figures import Figures
from simulator.analysis.following import Habit


@dataclass(frozen=True, slots=True)
class Fare:
    """What a way of picking earns."""

    id: str
    """That of the bot, or `second-best`."""
    score: float
    """The expected score, below 0 where blind clicking earns more."""
    chance: Chance
    """That it passes."""


def bots_fare(figures: Figures, rubric: Rubric) -> tuple[Fare, ...]:
    """Every know-nothing bot."""
    return tuple(_fare(habit, figures, rubric) for habit in habits(figures.graph))


def second_best_fares(figures: Figures, rubric: Rubric) -> Fare:
    """Whoever always takes the choice with the second-lowest cost."""
    return _fare(second_best(figures), figures, rubric)


def _fare(habit: Habit, figures: Figures, rubric: Rubric) -> Fare:
    return Fare(habit.name, score(habit, figures), chance_of(habit, figures.earnings, rubric))
