"""Passes over a sound graph, forward and backward; `valuing` has those that values are made of.

A forward pass weighs every edge by how often blind clicking takes it; backward passes find what can still be had.
Silences are left out of all of them. Each pass goes over positions or, which is several times less, over futures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from simulator.analysis.compact import amounts_for
from simulator.analysis.futures import Ways

Amount = TypeVar("Amount", int, float)


@dataclass(frozen=True, slots=True)
class Blind:
    """Where blind clicking goes: each choice on offer is as likely as any other."""

    reach: Sequence[float]
    """How likely a call comes by each position; by each future how often, added up over its positions."""
    moves: list[float]
    """How often a call makes each move."""
    decisions: float
    """How many decisions a call takes."""


def blind(ways: Ways) -> Blind:
    """Follow blind clicking from the start, once through the graph."""
    first, targets, edge_moves = ways.first, ways.targets, ways.edge_moves
    reach = amounts_for(len(ways.first), len(ways.first) - 1)
    moves, decisions = [0.0] * len(ways.moves), 0.0
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
