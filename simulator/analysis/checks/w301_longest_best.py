"""W301: the best choice is too often the longest, so that the eye finds it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from scoring.yardsticks import TIE
from simulator.analysis.checks.figures import Figures
from simulator.analysis.checks.ground import Finding, Ground, said_of
from simulator.analysis.wording import texts
from simulator.model.message import N_, Message

FEWEST_STATES: Final = 8
"""States with a better and a worse choice that it takes: below, one longer answer more or less changes everything."""

OFTEN: Final = 0.4
"""The share of decisions that test makers allow, of three choices one being best."""

ABOVE_CHANCE: Final = 0.1
"""The part of what chance leaves over that it may take at most: the same share where two or four are on offer."""

NAMED: Final = 3


class Share(NamedTuple):
    """How often, among the decisions of blind clicking that cost something, the longest choice is a best one."""

    longest: float
    chance: float
    """How often any choice is."""
    states: dict[str, float]
    """By how much more often than by chance, by state; in decisions of a call."""

    @property
    def excess(self) -> float:
        """How far it is above what is allowed."""
        return self.longest - max(OFTEN, self.chance + ABOVE_CHANCE * (1 - self.chance))


def find(ground: Ground) -> Iterator[Finding]:
    """One finding, of the variant where it is worst."""
    shares = [(figures.graph, share(figures)) for figures in ground.figures()]
    enough = [(graph, found) for graph, found in shares if len(found.states) >= FEWEST_STATES]
    graph, worst = max(enough, key=lambda pair: pair[1].excess, default=(None, None))
    if graph is None or worst is None or worst.excess <= TIE:
        return
    headline = Message(
        N_("The longest answer is the best one in {longest}% of decisions; by chance it would be in {chance}%."),
        {"longest": round(100 * worst.longest), "chance": round(100 * worst.chance)},
    )
    names = sorted(worst.states, key=lambda state: -worst.states[state])[:NAMED]
    advice = Message(
        N_("Shorten the best answer, or let the others say as much. It shows most in {states}."),
        {"states": tuple(f"`{name}`" for name in names)},
    )
    yield Finding("W301", ("title",), headline, said_of(advice, graph))


def share(figures: Figures) -> Share:
    """The share of one variant; choices of the same length are equally likely to be taken for the longest."""
    futures, best, worth = figures.futures, figures.best, figures.worth
    first, targets, edge_moves = futures.first, futures.targets, futures.edge_moves
    lengths = list(map(len, texts(figures.graph)))
    seen = hits = chances = 0.0
    states = dict[str, float]()
    for future, here in enumerate(figures.chances.reach):
        edges = range(first[future], first[future + 1])
        if not here or len(edges) < 2:
            continue
        least = best[future] - TIE
        moves = [edge_moves[edge] for edge in edges]
        good = [worth[move] + best[targets[edge]] >= least for move, edge in zip(moves, edges, strict=True)]
        chance = sum(good) / len(good)
        if chance < 1:
            own = [lengths[move] for move in moves]
            most = max(own)
            hit = sum(flag for flag, length in zip(good, own, strict=True) if length == most) / own.count(most)
            state = futures.moves[moves[0]].state
            seen, hits, chances = seen + here, hits + here * hit, chances + here * chance
            states[state] = states.get(state, 0.0) + here * (hit - chance)
    return Share(hits / seen, chances / seen, states) if seen else Share(0.0, 0.0, {})
