"""Plays worth showing beside the ideal one: what loses most, what is never quite right, and one drawn by a seed."""

from __future__ import annotations

from itertools import count

from scoring.yardsticks import TIE
from simulator.analysis.bots import second_best
from simulator.analysis.checks.figures import Figures
from simulator.analysis.graph import Graph
from simulator.analysis.passes import least
from simulator.analysis.valuation import Values
from simulator.engine import compiled_of, shuffled
from simulator.model.scenario import Scenario


def worst_play(graph: Graph, values: Values) -> tuple[str, ...]:
    """The choices of the call that loses most; among equally bad ones the file's first. Silences are left out.

    `values` are those of `graph`.
    """
    gains = [values.yardsticks.value(values.vector(move.evidence.points)) for move in graph.moves]
    left, position, play = least(graph, gains), 0, list[str]()
    while graph.edges(position):
        for edge in graph.edges(position):
            move, target = graph.edge_moves[edge], graph.targets[edge]
            if gains[move] + left[target] - left[position] <= TIE:
                play.append(graph.moves[move].choice)
                position = target
                break
    return tuple(play)


def second_best_play(graph: Graph, values: Values) -> tuple[str, ...]:
    """A call that always takes the choice with the second-lowest cost; the file's first of several.

    `values` are those of `graph`.
    """
    figures, future, play = Figures(graph, values), 0, list[str]()
    futures, habit = figures.futures, second_best(figures)
    while picked := habit.picks(future):
        play.append(futures.moves[futures.edge_moves[picked[0]]].choice)
        future = futures.targets[picked[0]]
    return tuple(play)


def random_play(scenario: Scenario, variant: str, seed: int) -> tuple[str, ...]:
    """A call of blind clicking, the same for the same `seed` on every machine. Raises KeyError, NoRoute, NoWayBack."""
    compiled = compiled_of(scenario)
    position, play = compiled.start(variant), list[str]()
    for decision in count(1):
        offered = [choice.id for choice in compiled.offered(position)]
        if not offered:
            break
        play.append(shuffled(offered, seed, decision)[0])
        position = compiled.take(position, play[-1]).position
    return tuple(play)
