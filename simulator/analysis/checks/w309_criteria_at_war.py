"""W309: criteria at war. The ideal call forgoes much of what it could earn on one of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from scoring.yardsticks import TIE
from simulator.analysis.checks.figures import Figures
from simulator.analysis.checks.ground import Finding, Ground, choice_place, said_of
from simulator.analysis.following import Habit, follow
from simulator.analysis.passes import ahead
from simulator.model.message import N_, Message

MOST_FORGONE: Final = 0.2
"""The part of a criterion's range that the ideal call may forgo."""


def find(ground: Ground) -> Iterator[Finding]:
    """Every such criterion, once for each variant, at the best choice that forgoes most."""
    for figures in ground.figures():
        for criterion, forgone in _forgone(figures):
            yield _finding(figures, criterion, forgone)


def _forgone(figures: Figures) -> Iterator[tuple[int, float]]:
    """The criteria of which the ideal call forgoes too many points; the mean of all ideal calls where several tie."""
    table, yardsticks = figures.values.table, figures.yardsticks
    ideal = table.vectors[table.points[0]]
    for place, reach in enumerate(yardsticks.ranges):
        forgone = reach + _expected(figures, place) - ideal[place]
        if forgone > MOST_FORGONE * reach + TIE:
            yield place, forgone


def _expected(figures: Figures, place: int) -> float:
    """The points of blind clicking on a criterion."""
    gains = _gains(figures, place)
    return sum(times * points for times, points in zip(figures.blind.moves, gains, strict=True))


def _gains(figures: Figures, place: int) -> list[int]:
    return [figures.values.vector(move.evidence.points)[place] for move in figures.graph.moves]


def _finding(figures: Figures, place: int, forgone: float) -> Finding:
    criterion, reach = figures.yardsticks.criteria[place], figures.yardsticks.ranges[place]
    state, choice = _most(figures, place)
    headline = Message(
        N_("The ideal call forgoes {share}% of what a call can earn on `{criterion}` ({forgone} of {range} points)."),
        {"share": round(100 * forgone / reach), "criterion": criterion, "forgone": forgone, "range": reach},
    )
    advice = Message(
        N_("It gives up most where `{choice}` is best: let that earn on `{criterion}` too, or make it worth less."),
        {"choice": choice, "criterion": criterion},
    )
    place_of_it = (*choice_place(state, choice), "score", criterion)
    return Finding("W309", place_of_it, headline, said_of(advice, figures.graph))


def _most(figures: Figures, place: int) -> tuple[str, str]:
    """The best choice that gives up most points on a criterion, on average over the ideal calls."""
    graph, gains = figures.graph, _gains(figures, place)
    still = ahead(graph, gains)
    lost = dict[int, float]()
    for position, here in follow(graph, Habit("ideal", figures.best_edges)).visited():
        best = figures.best_edges(position)
        for edge in best:
            move = graph.edge_moves[edge]
            given_up = still[position] - gains[move] - still[graph.targets[edge]]
            lost[move] = lost.get(move, 0.0) + here / len(best) * given_up
    worst = graph.moves[max(lost, key=lambda number: lost[number])]
    return worst.state, worst.choice
