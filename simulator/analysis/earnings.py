"""What complete calls earn that follow a habit: exact where that stays small, else from walks.

No dice: walks follow numbers that a text determines, so that a file always gets the same figures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from struct import Struct
from typing import Final, NamedTuple

from scoring.sampling import numbers
from scoring.scorecard import lowest
from simulator.analysis.following import Habit
from simulator.analysis.graph import Graph
from simulator.analysis.valuation import Values

HALF: Final = 2**31
"""Half of what a packed sum of points has room for: no call has millions of decisions."""


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
        self._zeros = sum(HALF << 32 * place for place in range(len(self.yardsticks.criteria)))
        self._rows = Struct(f"<{len(self.yardsticks.criteria)}I")
        self._packed = [self._pack(row) for row in rows]
        self._critical = [bool(move.evidence.critical) for move in graph.moves]
        self._best = [values.table.best[position] for position in graph.futures.positions]
        self._scores = _Scores(self._scored)
        self._walked = dict[tuple[str, int], Counter[Result]]()

    def score(self, earned: int) -> float:
        """The score of a call that earned those points."""
        return self._scores[earned]

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

    def _scored(self, earned: int) -> float:
        return self.yardsticks.score(self.yardsticks.value(self._unpack(earned)))

    def _ending(self, future: int) -> str:
        return self.graph.names[self.graph.state_of[self.futures.positions[future]]]

    def _pack(self, row: tuple[int, ...]) -> int:
        return sum(points << 32 * place for place, points in enumerate(row))

    def _unpack(self, packed: int) -> tuple[int, ...]:
        written = (packed + self._zeros).to_bytes(self._rows.size, "little")
        return tuple([points - HALF for points in self._rows.unpack(written)])


class _Scores(dict[int, float]):
    """The score of each sum of points, worked out when it is first asked for."""

    def __init__(self, score: Callable[[int], float]) -> None:
        super().__init__()
        self._score = score

    def __missing__(self, earned: int) -> float:
        score = self[earned] = self._score(earned)
        return score


def _add(after: dict[int, float], shares: dict[int, float], points: int, picked: int) -> None:
    """Add to `after` what one of `picked` equally likely edges brings."""
    for earned, share in shares.items():
        after[earned + points] = after.get(earned + points, 0.0) + share / picked
