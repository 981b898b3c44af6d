"""W309: criteria at war. The ideal call forgoes much of what it could earn on one of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from scoring.yardsticks import TIE
from simulator.analysis.checks.figures import Figures
from simulator.analysis.checks.ground import Finding, Ground, choice_place, said_of
from simulator.analysis.following import Habit, follow
from simulator.analysis.passes import ahead
from simulator.model.message import N_, Message

MOST_FORGONE: Final = 0.2
"""The part of a criterion's range that the ideal call may forgo."""


class _War(NamedTuple):
    """A criterion of which the ideal call forgoes too much."""

    place: int
    """Its place among the criteria."""
    forgone: float
    """The points forgone: the mean of all ideal calls where several tie."""
    gains: list[int]
    """Its points by move."""
    ahead: list[int]
    """The most that can still be earned on it from each future on."""


def find(ground: Ground) -> Iterator[Finding]:
    """Every such criterion, once for each variant, at the best choice that forgoes most."""
    for figures in ground.figures():
        for war in _wars(figures):
            yield _finding(figures, war)


def _wars(figures: Figures) -> Iterator[_War]:
    table = figures.values.table
    ideal = table.vectors[table.points[0]]
    for place, reach in enumerate(figures.yardsticks.ranges):
        gains = [figures.values.vector(move.evidence.points)[place] for move in figures.graph.moves]
        most = reach + sum(times * points for times, points in zip(figures.chances.moves, gains, strict=True))
        if most - ideal[place] > MOST_FORGONE * reach + TIE:
            still = ahead(figures.futures, _without_repairs(figures, gains))
            forgone = still[0] - ideal[place]
            if forgone > MOST_FORGONE * reach + TIE:
                yield _War(place, forgone, gains, still)


def _without_repairs(figures: Figures, gains: list[int]) -> list[int]:
    """`gains` without those of choices that are on offer after a fault alone: no good call can earn them."""
    futures, moves, known = figures.futures, figures.futures.moves, set[tuple[str, str]]()
    clean = [all(points >= 0 for _, points in move.evidence.points) for move in moves]

    def picks(future: int) -> list[int]:
        return [edge for edge in futures.edges(future) if clean[futures.edge_moves[edge]]]

    for future, _ in follow(futures, Habit("clean", picks)).visited():
        offered = (moves[futures.edge_moves[edge]] for edge in futures.edges(future))
        known.update((move.state, move.choice) for move in offered)
    return [
        points if points < 0 or (move.state, move.choice) in known else 0
        for move, points in zip(moves, gains, strict=True)
    ]


def _finding(figures: Figures, war: _War) -> Finding:
    criterion, reach = figures.yardsticks.criteria[war.place], figures.yardsticks.ranges[war.place]
    state, choice = _most(figures, war)
    headline = Message(
        N_("The ideal call forgoes {share}% of what a call can earn on `{criterion}` ({forgone} of {range} points)."),
        {"share": round(100 * war.forgone / reach), "criterion": criterion, "forgone": war.forgone, "range": reach},
    )
    advice = Message(
        N_("It gives up most where `{choice}` is best: let that earn on `{criterion}` too, or make it worth less."),
        {"choice": choice, "criterion": criterion},
    )
    place = (*choice_place(state, choice), "score", criterion)
    return Finding("W309", place, headline, said_of(advice, figures.graph))


def _most(figures: Figures, war: _War) -> tuple[str, str]:
    """The state and the best choice that gives up most points, on average over the ideal calls."""
    futures, lost = figures.futures, dict[int, float]()
    for future, here in follow(futures, Habit("ideal", figures.best_of)).visited():
        best = figures.best_of(future)
        for edge in best:
            number = futures.edge_moves[edge]
            given_up = war.ahead[future] - war.gains[number] - war.ahead[futures.targets[edge]]
            lost[number] = lost.get(number, 0.0) + here / len(best) * given_up
    move = futures.moves[max(lost, key=lambda number: lost[number])]
    return move.state, move.choice
