"""Know-nothing bots: each picks by something that can be seen without understanding the call.

A call in which such a bot does well measures something else than it says (Millman, Bishop and Ebel 1965, An analysis of
test-wiseness). Choices that show as much of it are equally likely: a bot with nothing to go by clicks blindly.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from scoring.yardsticks import TIE
from simulator.analysis import vocabulary
from simulator.analysis.checks.figures import Figures
from simulator.analysis.following import Habit, follow
from simulator.analysis.futures import Futures
from simulator.analysis.graph import Graph
from simulator.analysis.wording import texts
from simulator.model.message import N_


@dataclass(frozen=True, slots=True)
class Bot:
    """A way of picking by the text of the choices alone."""

    id: str
    picks: str
    """What it picks, in the words of a person; a text of the catalogue."""
    feature: Callable[[str, str], int]
    """How much of what it looks for is in a text in a language ("fr" or "en")."""


BOTS: Final = (
    Bot("longest", N_("the longest answer"), lambda text, _: len(text)),
    Bot("shortest", N_("the shortest answer"), lambda text, _: -len(text)),
    Bot("questions", N_("the answer with most question marks"), lambda text, _: text.count("?")),
    Bot("digits", N_("the answer with most digits"), lambda text, _: sum(map(str.isdecimal, text))),
    Bot(
        "apologies",
        N_("the answer with most words of apology and understanding"),
        lambda text, language: vocabulary.apology(language).count(text),
    ),
    Bot(
        "courtesy",
        N_("the answer with most words of courtesy"),
        lambda text, language: vocabulary.courtesy(language).count(text),
    ),
    Bot("hedges", N_("the most hedged answer"), lambda text, language: vocabulary.hedges(language).count(text)),
)


@lru_cache(maxsize=20_000)
def _shown(bot: Bot, text: str, language: str) -> int:
    """How much a text shows of what a bot looks for: a choice has one text, however it turns out."""
    return bot.feature(text, language)


REMEMBERED: Final = 50_000
"""Futures of which a bot remembers what it picks: walks come to the same ones again and again."""

SECOND_BEST: Final = "second-best"
"""The habit of always taking the choice with the second-lowest cost."""


def habits(graph: Graph) -> tuple[Habit, ...]:
    """What each of `BOTS` picks in the futures of a call, in their order."""
    read, language = texts(graph), graph.scenario.language
    return tuple(Habit(bot.id, _picks(graph.futures, [_shown(bot, text, language) for text in read])) for bot in BOTS)


def second_best(figures: Figures) -> Habit:
    """In every moment the choice with the second-lowest cost; where all cost the same, any of them.

    It knows the call well and is never quite right: what plausible wrong answers earn.
    """

    def picks(future: int) -> list[int]:
        edges = figures.futures.edges(future)
        costs = [figures.costs[edge] for edge in edges]
        second = min(filter(None, costs), default=0.0)
        return [edge for edge, cost in zip(edges, costs, strict=True) if abs(cost - second) <= TIE]

    return Habit(SECOND_BEST, picks)


def score(habit: Habit, figures: Figures) -> float:
    """The expected score of a habit, below 0 where blind clicking earns more."""
    return figures.score(follow(figures.futures, habit).total(figures.worth))


def gains(habit: Habit, figures: Figures) -> dict[str, float]:
    """What a habit earns beyond blind clicking by the choices it takes, by state, in points of the score."""
    return _by_state(habit, figures, lambda blind, own: blind - own)


def losses(habit: Habit, figures: Figures) -> dict[str, float]:
    """What a habit loses against the best call by the choices it takes, by state, in points of the score."""
    return _by_state(habit, figures, lambda _, own: own)


def _by_state(habit: Habit, figures: Figures, told: Callable[[float, float], float]) -> dict[str, float]:
    """The sum, over all decisions in a state, of what is told of the mean cost of all choices and of those picked."""
    futures, found = figures.futures, dict[str, float]()
    for future, here in follow(futures, habit).visited():
        if edges := futures.edges(future):
            costs = {edge: figures.costs[edge] for edge in edges}
            own = [costs[edge] for edge in habit.picks(future)]
            state = futures.moves[futures.edge_moves[edges[0]]].state
            amount = told(sum(costs.values()) / len(costs), sum(own) / len(own))
            found[state] = found.get(state, 0.0) + here * amount
    return found


def _picks(futures: Futures, shown: list[int]) -> Callable[[int], list[int]]:
    """The edges whose moves show most of it; `shown` is by move."""
    first, edge_moves = futures.first, futures.edge_moves

    @cache
    def places(moves: tuple[int, ...]) -> list[int]:
        """Which of several moves show most: what is on offer is the same in many futures."""
        found = [shown[move] for move in moves]
        most = max(found, default=0)
        return [place for place, amount in enumerate(found) if amount == most]

    @lru_cache(maxsize=REMEMBERED)
    def picks(future: int) -> list[int]:
        start = first[future]
        return [start + place for place in places(tuple(edge_moves[start : first[future + 1]]))]

    return picks
