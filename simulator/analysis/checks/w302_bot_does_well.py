"""W302: a bot that knows nothing does well, so that the call can be passed without understanding it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final, NamedTuple

from scoring.rubric import Rubric
from scoring.yardsticks import TIE
from simulator.analysis.bots import BOTS, Bot, gains, habits, score
from simulator.analysis.chance import chance_beside, is_rare
from simulator.analysis.checks.figures import Figures
from simulator.analysis.checks.ground import Finding, Ground, most_of, said_of
from simulator.analysis.following import Habit, blindly
from simulator.model.message import N_, Message

MOST_POINTS: Final = 20.0
"""Points of the score that a bot may earn."""

MOST_PASSED: Final = 0.05
"""The share of calls that a bot may pass, as a fraction of 1."""

_CURES: Final = {
    "longest": N_("Let wrong answers be as long as the best one."),
    "shortest": N_("Let wrong answers be as short as the best one."),
    "questions": N_("Let wrong answers ask something too: at the wrong moment, or the wrong thing."),
    "digits": N_("Put figures into wrong answers too: a wrong date, an amount that cannot be promised."),
    "apologies": N_("Let wrong answers show understanding too, and fail in timing, truth or law."),
    "courtesy": N_("Let wrong answers be as polite: they fail in timing, truth or law, never in manners."),
    "hedges": N_("Let wrong answers be as careful, and commit yourself in the best one."),
}
"""What to write instead, by bot."""

_LONGER: Final = N_(
    "Make the call longer or give more choices in each state: luck evens out over many decisions. "
    "Or let wrong answers cost more."
)


def find(ground: Ground) -> Iterator[Finding]:
    """One finding for each bot, of the variant where it does best; each has a place of its own below the title.

    Where blind clicking passes too often, that is said, and bots are judged by their score alone: most would pass too.
    """
    measured = [_Measured(figures, ground.rubric) for figures in ground.figures() if figures.telling]
    blind = max(measured, key=lambda one: one.blindly, default=None)
    if blind is not None and blind.blindly > MOST_PASSED + TIE:
        headline = Message(N_("Blind clicking passes {passed}% of calls."), {"passed": 100 * blind.blindly})
        yield Finding("W302", ("title", "blind"), headline, said_of(Message(_LONGER), blind.figures.graph))
    for place, bot in enumerate(BOTS):
        found = [(one.fared(place), one.figures) for one in measured]
        fared, figures = max(found, key=lambda pair: pair[0].excess, default=(None, None))
        if fared is not None and figures is not None and fared.excess > TIE:
            headline = Message(
                N_("Somebody who always takes {picked} scores {score} and passes {passed}% of calls."),
                {"picked": Message(bot.picks), "score": fared.score, "passed": 100 * fared.passed()},
            )
            advice = _advice(bot, gains(fared.habit, figures))
            yield Finding("W302", ("title", bot.id), headline, said_of(advice, figures.graph))


class _Fared(NamedTuple):
    """How a bot does in a variant."""

    habit: Habit
    score: float
    passed: Callable[[], float]
    """The share of calls that it passes."""
    excess: float
    """How far that is too well: parts of what it may earn, or pass, at most; not above 0 where all is well."""


class _Measured:
    """One variant, and how those do in it who know nothing."""

    def __init__(self, figures: Figures, rubric: Rubric) -> None:
        self.figures = figures
        self._rubric = rubric
        self._habits = habits(figures.graph)
        self.blindly = self._too_often(blindly(figures.futures))
        """The share of calls that blind clicking passes where that may be too often, else 0."""

    def fared(self, place: int) -> _Fared:
        """How the bot at that place of `BOTS` does."""
        habit = self._habits[place]
        points = score(habit, self.figures)
        excess = points / MOST_POINTS - 1
        if self.blindly <= MOST_PASSED + TIE:
            excess = max(excess, self._too_often(habit) / MOST_PASSED - 1)
        return _Fared(habit, points, partial(self._passed, habit), excess)

    def _too_often(self, habit: Habit) -> float:
        rare = is_rare(MOST_PASSED, habit, self.figures.earnings, self._rubric)
        return 0.0 if rare else self._passed(habit)

    def _passed(self, habit: Habit) -> float:
        return chance_beside(MOST_PASSED, habit, self.figures.earnings, self._rubric).probability


def _advice(bot: Bot, gained: dict[str, float]) -> Message:
    cure, states = Message(_CURES[bot.id]), most_of(gained)
    if not states:
        return cure
    return Message(N_("{cure} Most of its points come from {states}."), {"cure": cure, "states": states})
