"""From a graph to its values: yardsticks, worth of each position, the ideal call."""

from __future__ import annotations

from scoring.rubric import Rubric
from scoring.yardsticks import TIE, Yardsticks, factor
from simulator.analysis.compact import row_for
from simulator.analysis.explorer import PLAYABLE, explore
from simulator.analysis.graph import Graph
from simulator.analysis.valuation import Table, Unsound, Values
from simulator.analysis.valuing import Worth, blind, most, worth
from simulator.model.scenario import Scenario


def values(scenario: Scenario, rubric: Rubric, variant: str, limit: int = PLAYABLE) -> Values:
    """The values of one variant. Raises KeyError for an unknown variant, Unsound."""
    return values_of(explore(scenario, variant, limit), rubric)


def values_of(graph: Graph, rubric: Rubric) -> Values:
    """The values of an explored variant. Raises Unsound, and KeyError for points on an unknown criterion.

    First what each criterion can earn alone and under blind clicking, from which a point's worth follows
    (`scoring.yardsticks`); then what every position is worth.
    """
    if not graph.sound:
        raise Unsound(graph.variant)
    criteria, blocks = rubric.criterion_ids, graph.blocks
    points = _points(graph, criteria)
    chances = blind(blocks)
    expected = [sum(c * p for c, p in zip(chances.moves, column, strict=True)) for column in zip(*points, strict=True)]
    ranges = tuple(top - mean for top, mean in zip(most(blocks, points), expected, strict=True))
    weights = tuple(map(float, rubric.weights(graph.scenario.role)))
    factors = tuple(map(factor, weights, ranges))
    values = [sum(a * p for a, p in zip(factors, row, strict=True)) for row in points]
    found = worth(blocks, points, values)
    start = found.places[blocks.of[0]]
    yardsticks = Yardsticks(
        criteria=criteria,
        weights=weights,
        ranges=ranges,
        factors=factors,
        best=found.best[start],
        blind=sum(a * mean for a, mean in zip(factors, expected, strict=True)),
        # What each decision loses adds up to this over any call, and so it does on average.
        blind_lost=tuple(best - mean for best, mean in zip(found.vectors[start], expected, strict=True)),
        decisions=chances.decisions,
    )
    return _valued(graph, yardsticks, values, found)


def values_by(graph: Graph, yardsticks: Yardsticks) -> Values:
    """The values of a graph that starts anywhere, measured by the `yardsticks` of its variant.

    A cost then means the same as in the calls of the variant, which may never come by that start. Raises Unsound.
    """
    if not graph.sound:
        raise Unsound(graph.variant)
    # From an ending on there are no moves.
    points = _points(graph, yardsticks.criteria) or [(0,) * len(yardsticks.criteria)]
    values = [yardsticks.value(row) for row in points]
    return _valued(graph, yardsticks, values, worth(graph.blocks, points, values))


def _valued(graph: Graph, yardsticks: Yardsticks, values: list[float], found: Worth) -> Values:
    places = row_for(len(graph.forks))(map(found.places.__getitem__, graph.blocks.of))
    table = Table(graph.index, [*map(found.best.__getitem__, places)], places, found.vectors)
    return Values(graph.scenario, graph.variant, yardsticks, _ideal(graph, values, table.best), table)


def _points(graph: Graph, criteria: tuple[str, ...]) -> list[tuple[int, ...]]:
    places = {criterion: place for place, criterion in enumerate(criteria)}
    rows = []
    for move in graph.moves:
        row = [0] * len(criteria)
        for criterion, points in move.evidence.points:
            row[places[criterion]] += points
        rows.append(tuple(row))
    return rows


def _ideal(graph: Graph, values: list[float], best: list[float]) -> tuple[str, ...]:
    ideal, position = list[str](), 0
    while graph.edges(position):
        for move, edge in zip(graph.fork_moves[graph.forks[position]], graph.edges(position), strict=True):
            target = graph.targets[edge]
            if best[position] - values[move] - best[target] <= TIE:
                ideal.append(graph.moves[move].choice)
                position = target
                break
    return tuple(ideal)
