"""W311: an ending that is half a success is good enough to pass."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import Final

from scoring.scorecard import reaches
from simulator.analysis.checks.figures import Figures
from simulator.analysis.checks.ground import Finding, Ground, shown_by
from simulator.analysis.graph import Graph
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
    graph, worth = figures.graph, figures.worth
    targets, edge_moves = graph.targets, graph.edge_moves
    faulty = [bool(move.evidence.critical) for move in graph.moves]
    earned = [NEVER] * len(graph.positions)
    came, through = array("i", [-1]) * len(earned), array("i", [-1]) * len(earned)
    earned[0] = 0.0
    for position in graph.order:
        here = earned[position]
        if here == NEVER:
            continue
        edges = graph.edges(position)
        ending = graph.names[graph.state_of[position]]
        if ending in partial:
            yield ending, here, _play(graph, position, came, through)
        for edge in edges:
            move, target = edge_moves[edge], targets[edge]
            if not faulty[move] and here + worth[move] > earned[target]:
                earned[target] = here + worth[move]
                came[target], through[target] = position, move


def _play(graph: Graph, position: int, came: array[int], through: array[int]) -> tuple[str, ...]:
    """The choices that led to a position, from where and by which move each was come to."""
    back = list[str]()
    while position:
        back.append(graph.moves[through[position]].choice)
        position = came[position]
    return tuple(reversed(back))
