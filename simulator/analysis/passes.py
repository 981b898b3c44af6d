"""The passes over a sound graph that find what positions are worth. Numbers only; `valuation` gives them their names.

A forward pass weighs every edge by how often blind clicking takes it; backward passes find what can still be had.
Silences are left out of all of them. Each pass goes over positions or, which is several times less, over futures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from scoring.yardsticks import TIE, Vector
from simulator.analysis.futures import Ways

Amount = TypeVar("Amount", int, float)


@dataclass(frozen=True, slots=True)
class Blind:
    """Where blind clicking goes: each choice on offer is as likely as any other."""

    reach: list[float]
    """How likely a call comes by each position; by each future how often, added up over its positions."""
    moves: list[float]
    """How often a call makes each move."""
    decisions: float
    """How many decisions a call takes."""


@dataclass(frozen=True, slots=True)
class Worth:
    """What can still be had from each position on."""

    best: list[float]
    """`V` of each position."""
    points: list[int]
    """The place of each position's `U` in `vectors`."""
    vectors: list[Vector]


def blind(ways: Ways) -> Blind:
    """Follow blind clicking from the start, once through the graph."""
    first, targets, edge_moves = ways.first, ways.targets, ways.edge_moves
    reach, moves, decisions = [0.0] * (len(ways.first) - 1), [0.0] * len(ways.moves), 0.0
    reach[0] = 1.0
    for position in ways.order:
        here = reach[position]
        start, end = first[position], first[position + 1]
        if here and start < end:
            decisions += here
            share = here / (end - start)
            for edge in range(start, end):
                reach[targets[edge]] += share
                moves[edge_moves[edge]] += share
    return Blind(reach, moves, decisions)


def most(ways: Ways, gains: Sequence[int]) -> int:
    """The most that one criterion alone can earn from the start on; `gains` are its points by move."""
    return ahead(ways, gains)[0] if any(gains) else 0


def ahead(ways: Ways, gains: Sequence[Amount]) -> list[Amount]:
    """The most that choices can still earn from each position on; `gains` are the points, or values, of the moves."""
    first, targets, edge_moves = ways.first, ways.targets, ways.edge_moves
    found: list[Amount] = [0] * (len(first) - 1)
    for position in reversed(ways.order):
        start, end = first[position], first[position + 1]
        if start < end:
            found[position] = max([gains[edge_moves[edge]] + found[targets[edge]] for edge in range(start, end)])
    return found


def least(ways: Ways, gains: Sequence[float]) -> list[float]:
    """The least that choices can still earn from each position on; `gains` are the values of the moves."""
    first, targets, edge_moves = ways.first, ways.targets, ways.edge_moves
    ahead = [0.0] * (len(first) - 1)
    for position in reversed(ways.order):
        start, end = first[position], first[position + 1]
        if start < end:
            ahead[position] = min([gains[edge_moves[edge]] + ahead[targets[edge]] for edge in range(start, end)])
    return ahead


def worth(ways: Ways, points: Sequence[tuple[int, ...]], values: Sequence[float]) -> Worth:
    """`V` and `U` of every position, given the points and the value of each move.

    `U` is the mean over tied best choices; equal vectors are kept once.
    """
    nothing: Vector = (0.0,) * len(points[0])
    found = Worth([0.0] * (len(ways.first) - 1), [0] * (len(ways.first) - 1), [nothing])
    places, sums = {nothing: 0}, dict[tuple[int, int], int]()

    def kept(vector: Vector) -> int:
        if vector not in places:
            places[vector] = len(found.vectors)
            found.vectors.append(vector)
        return places[vector]

    def after(move: int, place: int) -> int:
        if (move, place) not in sums:
            sums[move, place] = kept(_sum(points[move], found.vectors[place]))
        return sums[move, place]

    first, targets, edge_moves, best, at = ways.first, ways.targets, ways.edge_moves, found.best, found.points
    for position in reversed(ways.order):
        start, end = first[position], first[position + 1]
        if start == end:
            continue
        worths = [values[edge_moves[edge]] + best[targets[edge]] for edge in range(start, end)]
        top = best[position] = max(worths)
        ties = [start + n for n, worth in enumerate(worths) if top - worth <= TIE]
        vectors = [after(edge_moves[edge], at[targets[edge]]) for edge in ties]
        at[position] = vectors[0] if len(ties) == 1 else kept(_mean([found.vectors[place] for place in vectors]))
    return found


def lost_blindly(
    ways: Ways, points: Sequence[tuple[int, ...]], values: Sequence[float], blind: Blind, worth: Worth
) -> Vector:
    """The points of each criterion that blind clicking loses: `U(before) - points - U(after)` where a choice costs.

    The weights of each distinct vector are summed first, so that vectors are added once each and not once an edge.
    """
    first, targets, edge_moves, best, at = ways.first, ways.targets, ways.edge_moves, worth.best, worth.points
    of_vector, of_move = [0.0] * len(worth.vectors), [0.0] * len(points)
    for position, here in enumerate(blind.reach):
        start, end = first[position], first[position + 1]
        if not here or start == end:
            continue
        share, top = here / (end - start), best[position]
        for edge in range(start, end):
            move, target = edge_moves[edge], targets[edge]
            if top - values[move] - best[target] > TIE:
                of_vector[at[position]] += share
                of_vector[at[target]] -= share
                of_move[move] -= share
    criteria = range(len(worth.vectors[0]))
    return tuple(_weighed(of_vector, worth.vectors, c) + _weighed(of_move, points, c) for c in criteria)


def _weighed(weights: Sequence[float], vectors: Sequence[Sequence[float]], place: int) -> float:
    return sum(weight * vector[place] for weight, vector in zip(weights, vectors, strict=True) if weight)


def _sum(left: Sequence[float], right: Sequence[float]) -> Vector:
    return tuple([a + b for a, b in zip(left, right, strict=True)])


def _mean(vectors: Sequence[Vector]) -> Vector:
    return tuple([sum(column) / len(vectors) for column in zip(*vectors, strict=True)])
