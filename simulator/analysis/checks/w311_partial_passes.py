"""W311: an ending that is half a success is good enough to pass."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import Final

from scoring.scorecard import reaches
from simulator.analysis.checks.figures import Figures
from simulator.analysis.checks.ground import Finding, Ground, shown_by
from simulator.analysis.futures import Futures
from simulator.model.message import N_, Message
from simulator.model.scenario import Outcome

NEVER: Final = float("-inf")


def find(ground: Ground) -> Iterator[Finding]:
    """Every `partial` ending at which a call can pass, with the best such call."""
    partial = {ending.id for ending in ground.scenario.endings.values() if ending.outcome is Outcome.PARTIAL}
    for figures in ground.figures() if partial else ():
        for ending, value, play in _richest(figures, partial):
            score, mark = figures.score(value), ground.rubric.pass_mark
            if reaches(score, mark):
                headline = Message(
                    N_("A call that ends in `{ending}`, a partial success, can pass: it scores up to {score}."),
                    {"ending": ending, "score": score},
                )
                advice = Message(
                    N_("{mark} points pass. Take points off the ending or what leads there, or make it a `success`."),
                    {"mark": mark},
                )
                yield Finding("W311", ("endings", ending, "outcome"), headline, shown_by(advice, figures.graph, play))


def _richest(figures: Figures, partial: set[str]) -> Iterator[tuple[str, float, tuple[str, ...]]]:
    """For each of the endings the value of the call that earns most and makes no critical error, and that call."""
    futures, worth = figures.futures, figures.worth
    targets, edge_moves = futures.targets, futures.edge_moves
    faulty = [bool(move.evidence.critical) for move in futures.moves]
    earned = [NEVER] * len(futures.positions)
    came, through = array("i", [-1]) * len(earned), array("i", [-1]) * len(earned)
    earned[0] = 0.0
    for future in futures.order:
        here = earned[future]
        for edge in futures.edges(future) if here != NEVER else ():
            move, target = edge_moves[edge], targets[edge]
            if not faulty[move] and here + worth[move] > earned[target]:
                earned[target] = here + worth[move]
                came[target], through[target] = future, move
    for future, move in enumerate(through):
        if move >= 0 and futures.moves[move].ending in partial:
            yield futures.moves[move].ending, earned[future], _play(futures, future, came, through)


def _play(futures: Futures, future: int, came: array[int], through: array[int]) -> tuple[str, ...]:
    """The choices that led to a future, from where and by which move each was come to."""
    back = list[str]()
    while future:
        back.append(futures.moves[through[future]].choice)
        future = came[future]
    return tuple(reversed(back))
