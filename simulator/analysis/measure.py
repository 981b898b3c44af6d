"""From a graph to its values: yardsticks, worth of each position, the ideal call."""

from __future__ import annotations

from scoring.rubric import Rubric
from scoring.yardsticks import TIE, Yardsticks, factor
from simulator.analysis.explorer import PLAYABLE, explore
from simulator.analysis.futures import Futures
from simulator.analysis.graph import Graph
from simulator.analysis.passes import Worth, blind, lost_blindly, most, worth
from simulator.analysis.valuation import Table, Unsound, Values
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
    criteria, futures = rubric.criterion_ids, graph.futures
    points = _points(graph, criteria)
    chances = blind(futures)
    columns = list(zip(*points, strict=True))
    expected = [sum(c * p for c, p in zip(chances.moves, column, strict=True)) for column in columns]
    ranges = tuple(most(futures, column) - mean for column, mean in zip(columns, expected, strict=True))
    weights = tuple(map(float, rubric.weights(graph.scenario.role)))
    factors = tuple(map(factor, weights, ranges))
    values = [sum(a * p for a, p in zip(factors, row, strict=True)) for row in points]
    found = worth(futures, points, values)
    yardsticks = Yardsticks(
        criteria=criteria,
        weights=weights,
        ranges=ranges,
        factors=factors,
        best=found.best[0],
        blind=sum(a * mean for a, mean in zip(factors, expected, strict=True)),
        blind_lost=lost_blindly(futures, points, values, chances, found),
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
    return _valued(graph, yardsticks, values, worth(graph.futures, points, values))


def _valued(graph: Graph, yardsticks: Yardsticks, values: list[float], found: Worth) -> Values:
    futures = graph.futures
    best, at = [found.best[f] for f in futures.of], [found.points[f] for f in futures.of]
    table = Table(graph.index, best, at, found.vectors)
    return Values(graph.scenario, graph.variant, yardsticks, _ideal(futures, values, found), table)


def _points(graph: Graph, criteria: tuple[str, ...]) -> list[tuple[int, ...]]:
    places = {criterion: place for place, criterion in enumerate(criteria)}
    rows = []
    for move in graph.moves:
        row = [0] * len(criteria)
        for criterion, points in move.evidence.points:
            row[places[criterion]] += points
        rows.append(tuple(row))
    return rows


def _ideal(futures: Futures, values: list[float], found: Worth) -> tuple[str, ...]:
    ideal, here = list[str](), 0
    while futures.edges(here):
        for edge in futures.edges(here):
            move, target = futures.edge_moves[edge], futures.targets[edge]
            if found.best[here] - values[move] - found.best[target] <= TIE:
                ideal.append(futures.moves[move].choice)
                here = target
                break
    return tuple(ideal)
