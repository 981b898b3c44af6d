"""What complete calls earn that follow a habit: exact where that stays small, else from walks.

No dice: walks follow numbers that a text determines, so that a file always gets the same figures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from math import exp, inf
from struct import Struct
from typing import Final, NamedTuple

from scoring.sampling import numbers
from scoring.scorecard import lowest
from scoring.yardsticks import Yardsticks
from simulator.analysis.following import Habit
from simulator.analysis.graph import Graph
from simulator.analysis.valuation import Values

HALF: Final = 2**31
"""Half of what a packed sum of points has room for: no call has millions of decisions."""


STEEPNESS: Final = 0.1
"""What a point of the score weighs in a bound: of the bounds for scores spread as calls spread them about the best."""

_HIGHEST: Final = 700.0
"""The highest exponent that is worked out: e to the power of this is nearly the largest float."""


class Result(NamedTuple):
    """What came of a call."""

    ending: str
    earned: int
    """The points by criterion, packed; `Earnings.value` is what they are worth."""
    critical: bool
    """Whether a critical error was made."""


class Earnings:
    """The futures of a call with the points of its moves packed, so that adding vectors is adding whole numbers."""

    def __init__(self, graph: Graph, values: Values) -> None:
        self.graph = graph
        self.futures = graph.futures
        self.yardsticks = values.yardsticks
        rows = [values.vector(move.evidence.points) for move in graph.moves]
        self._worth = [self.yardsticks.value(row) for row in rows]
        self._packed = [self._pack(row) for row in rows]
        self._critical = [bool(move.evidence.critical) for move in graph.moves]
        self._best = [values.table.best[position] for position in graph.futures.positions]
        self._scores = _Scores(self.yardsticks)
        self._walked = dict[tuple[str, int], Counter[Result]]()

    def score(self, earned: int) -> float:
        """The score of a call that earned those points."""
        return self._scores[earned]

    def at_most(self, habit: Habit, least: float) -> float:
        """No less than the share of calls that score `least` without a critical error; it takes a moment.

        Chernoff's bound: the mean of `exp(t * (score - least))`, which is at least 1 for each of those calls (Chernoff
        1952, A measure of asymptotic efficiency for tests of a hypothesis based on the sum of observations).
        """
        futures, weights = self.futures, self._weights
        picks, targets, edge_moves = habit.picks, futures.targets, futures.edge_moves
        here, bound = [0.0] * len(futures.positions), 0.0
        here[0] = _power(STEEPNESS * (self.yardsticks.score(0.0) - lowest(least)))
        for future in futures.order:
            mass = here[future]
            if mass:
                picked = picks(future)
                bound += 0.0 if picked else mass
                for edge in picked:
                    here[targets[edge]] += mass / len(picked) * weights[edge_moves[edge]]
        return bound

    @cached_property
    def _weights(self) -> list[float]:
        """By what each move multiplies `exp(t * score)`: by 0 where it is a critical error."""
        steepness = STEEPNESS * self.yardsticks.scale
        pairs = zip(self._worth, self._critical, strict=True)
        return [0.0 if critical else _power(steepness * worth) for worth, critical in pairs]

    def exactly(self, habit: Habit, most_pairs: int, least: float | None = None) -> dict[Result, float] | None:
        """How likely each result is, by following every pair of a future and the points earned on the way.

        None where there are more pairs than `most_pairs`. With `least` only calls without a critical error that score
        so much: a pair from which even the best choices do not get there is followed no further. Without it results
        do not tell critical errors.
        """
        futures, pairs = self.futures, 0
        here: dict[int, dict[int, float]] = {0: {0: 1.0}}
        results = dict[Result, float]()
        for future in futures.order:
            if future not in here:
                continue
            shares = here.pop(future)
            if least is not None:
                shares = self._hopeful(shares, future, least)
            if not shares:
                continue
            picked = habit.picks(future)
            if not picked:
                ending = self._ending(future)
                for earned, share in shares.items():
                    result = Result(ending, earned, critical=False)
                    results[result] = results.get(result, 0.0) + share
            for edge in picked:
                move = futures.edge_moves[edge]
                if least is None or not self._critical[move]:
                    after = here.setdefault(futures.targets[edge], {})
                    _add(after, shares, self._packed[move], len(picked))
            pairs += len(shares)
            if pairs > most_pairs:
                return None
        return results

    def _hopeful(self, shares: dict[int, float], future: int, least: float) -> dict[int, float]:
        """Those of the pairs of a future from which the best choices still score `least`."""
        scores, needed = self._scores, lowest(least - self._best[future] * self.yardsticks.scale)
        return {earned: share for earned, share in shares.items() if scores[earned] >= needed}

    def walks(self, habit: Habit) -> Iterator[Result]:
        """The results of walks, one after the other, without end."""
        picks, targets, edge_moves = habit.picks, self.futures.targets, self.futures.edge_moves
        packed, critical = self._packed, self._critical
        draws = numbers("/".join(filter(None, (self.graph.scenario.id, self.graph.variant, habit.name))))
        while True:
            future, earned, faulty = 0, 0, False
            while picked := picks(future):
                edge = picked[next(draws) * len(picked) >> 32]
                move, future = edge_moves[edge], targets[edge]
                earned, faulty = earned + packed[move], faulty or critical[move]
            yield Result(self._ending(future), earned, faulty)

    def walked(self, habit: Habit, walks: int) -> Counter[Result]:
        """How many of that many walks came to each result; they are walked once."""
        key = (habit.name, walks)
        if key not in self._walked:
            self._walked[key] = Counter(islice(self.walks(habit), walks))
        return self._walked[key]

    def _ending(self, future: int) -> str:
        return self.graph.names[self.graph.state_of[self.futures.positions[future]]]

    def _pack(self, row: tuple[int, ...]) -> int:
        return sum(points << 32 * place for place, points in enumerate(row))


class _Scores(dict[int, float]):
    """The score of each sum of points, worked out when it is first asked for."""

    def __init__(self, yardsticks: Yardsticks) -> None:
        super().__init__()
        self._yardsticks = yardsticks
        self._zeros = sum(HALF << 32 * place for place in range(len(yardsticks.criteria)))
        self._rows = Struct(f"<{len(yardsticks.criteria)}I")

    def __missing__(self, earned: int) -> float:
        score = self[earned] = self._yardsticks.score(self._yardsticks.value(self._unpack(earned)))
        return score

    def _unpack(self, packed: int) -> tuple[int, ...]:
        written = (packed + self._zeros).to_bytes(self._rows.size, "little")
        return tuple([points - HALF for points in self._rows.unpack(written)])


def _power(exponent: float) -> float:
    return exp(exponent) if exponent < _HIGHEST else inf


def _add(after: dict[int, float], shares: dict[int, float], points: int, picked: int) -> None:
    """Add to `after` what one of `picked` equally likely edges brings."""
    for earned, share in shares.items():
        after[earned + points] = after.get(earned + points, 0.0) + share / picked
