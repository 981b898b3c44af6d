"""The chance that blind clicking passes: exact where that stays small, else from walks, with its 95 % interval.

No dice: the walks follow numbers that the scenario's id and variant determine, so that a file always gets the same
figure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from math import sqrt
from typing import Final

from scoring.rubric import Rubric
from scoring.scorecard import is_pass
from scoring.yardsticks import Yardsticks
from simulator.analysis.graph import Graph
from simulator.analysis.valuation import Values

MOST_PAIRS: Final = 300_000
"""Pairs of a position and the points earned on the way, up to which the chance is computed exactly."""

WALKS: Final = 20_000
Z_95: Final = 1.959963984540054
"""Half of the standard normal distribution's middle 95 %, in standard deviations."""


@dataclass(frozen=True, slots=True)
class Chance:
    """How likely it is that a call passes in which each choice on offer is as likely as any other."""

    probability: float
    low: float
    """The probability lies between `low` and `high` with 95 % confidence; all three are one where it is exact."""
    high: float
    walks: int
    """Walks that the figure comes from; 0 where it is exact."""

    @property
    def exact(self) -> bool:
        """Whether the probability was computed and not estimated."""
        return not self.walks


def pass_chance(graph: Graph, values: Values, rubric: Rubric, most_pairs: int = MOST_PAIRS) -> Chance:
    """The chance that blind clicking passes the variant of `graph`, whose `values` are given."""
    ground = _Ground(graph, values, rubric)
    exact = ground.exactly(most_pairs)
    if exact is not None:
        return Chance(exact, exact, exact, 0)
    passed = ground.walk(WALKS)
    low, high = wilson(passed, WALKS)
    return Chance(passed / WALKS, low, high, WALKS)


def wilson(hits: int, tries: int) -> tuple[float, float]:
    """Wilson's 95 % interval for a proportion (Wilson 1927): it stays within 0..1 and holds near both ends."""
    share, z2 = hits / tries, Z_95 * Z_95
    middle = (share + z2 / (2 * tries)) / (1 + z2 / tries)
    half = Z_95 / (1 + z2 / tries) * sqrt(share * (1 - share) / tries + z2 / (4 * tries * tries))
    return max(0.0, middle - half), min(1.0, middle + half)


class _Ground:
    """A graph with the points of its moves packed into whole numbers, so that adding vectors is adding numbers."""

    def __init__(self, graph: Graph, values: Values, rubric: Rubric) -> None:
        self.graph, self.rubric = graph, rubric
        self.yardsticks: Yardsticks = values.yardsticks
        rows = [values.vector(move.evidence.points) for move in graph.moves]
        top = max((abs(points) for row in rows for points in row), default=0)
        self.base = 2 * top * max(1, len(graph.positions)) + 1
        """No call is longer than there are positions, so that no sum of points reaches half of this."""
        self.packed = [self._pack(row) for row in rows]
        self.critical = [bool(move.evidence.critical) for move in graph.moves]
        self.outcomes = {ending.id: ending.outcome for ending in graph.scenario.endings.values()}
        self.known: dict[tuple[str, int], bool] = {}

    def exactly(self, most_pairs: int) -> float | None:
        """The chance by following every pair of position and points; None where there are too many."""
        graph, pairs, chance = self.graph, 1, 0.0
        here: dict[int, dict[int, float]] = {0: {0: 1.0}}
        for position in graph.order:
            shares = here.pop(position, {})
            edges = graph.edges(position)
            if not edges:
                ending = graph.positions[position].state
                chance += sum(share for earned, share in shares.items() if self._passes(ending, earned))
            for edge in edges:
                move = graph.edge_moves[edge]
                if self.critical[move]:
                    continue
                after, packed = here.setdefault(graph.targets[edge], {}), self.packed[move]
                pairs -= len(after)
                for earned, share in shares.items():
                    after[earned + packed] = after.get(earned + packed, 0.0) + share / len(edges)
                pairs += len(after)
            if pairs > most_pairs:
                return None
        return min(1.0, chance)

    def walk(self, walks: int) -> int:
        """How many of that many walks pass."""
        graph, passed = self.graph, 0
        draws = numbers(f"{graph.scenario.id}/{graph.variant}")
        for _ in range(walks):
            position, earned, critical = 0, 0, False
            while edges := graph.edges(position):
                edge = edges[next(draws) * len(edges) >> 32]
                move, position = graph.edge_moves[edge], graph.targets[edge]
                earned, critical = earned + self.packed[move], critical or self.critical[move]
            passed += not critical and self._passes(graph.positions[position].state, earned)
        return passed

    def _passes(self, ending: str, earned: int) -> bool:
        key = (ending, earned)
        if key not in self.known:
            score = (self.yardsticks.value(self._unpack(earned)) - self.yardsticks.blind) * self.yardsticks.scale
            score = score if self.yardsticks.scale else 100.0
            self.known[key] = is_pass(self.rubric, score, (), self.outcomes[ending])
        return self.known[key]

    def _pack(self, row: tuple[int, ...]) -> int:
        packed = 0
        for points in row:
            packed = packed * self.base + points
        return packed

    def _unpack(self, packed: int) -> tuple[int, ...]:
        row: list[int] = []
        for _ in self.yardsticks.criteria:
            points = (packed + self.base // 2) % self.base - self.base // 2
            row.append(points)
            packed = (packed - points) // self.base
        return tuple(reversed(row))


def numbers(seed: str) -> Iterator[int]:
    """Whole numbers of 32 bits from a text: a congruential generator of 64 bits, of which the upper half is used.

    The multiplier is Knuth's (MMIX). The same on every machine and Python.
    """
    state = int.from_bytes(sha256(seed.encode()).digest()[:8], "big")
    while True:
        state = (state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        yield state >> 32
