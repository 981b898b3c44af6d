"""What every position of one variant is worth: the one place that scorecard, debrief, hints and checker ask.

A position may be given in full or reduced. Values are frozen and go to JSON and back for the cache.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from typing import Any, Final

from scoring.evidence import Decision, Marks, marks
from scoring.tally import Move
from scoring.yardsticks import TIE, Vector, Yardsticks
from simulator.analysis.effects import ended_by, values_after
from simulator.analysis.placed import Placed, written
from simulator.analysis.unpacking import Index
from simulator.engine import Compiled, compiled_of, evidence, reduced
from simulator.model.position import Advance, Position
from simulator.model.scenario import SILENCE, Points, Scenario

FORMAT: Final = 3
"""Version of the JSON form."""


class Unsound(ValueError):
    """Not every call of the variant ends, so that its positions have no value; the findings say why."""


@dataclass(frozen=True, slots=True)
class Table:
    """`V` and `U` of every reduced position, by number; equal `U` are kept once."""

    index: Mapping[Position, int]
    best: list[float]
    points: Sequence[int]
    vectors: list[Vector]


@dataclass(frozen=True, slots=True)
class Values:
    """The yardsticks of one variant and the worth of each of its positions."""

    scenario: Scenario
    variant: str
    yardsticks: Yardsticks
    ideal: tuple[str, ...]
    """The choices of the ideal call; among equally good ones the file's first."""
    table: Table = field(repr=False)
    _earned: dict[tuple[str, str, int, str], tuple[tuple[int, ...], float, tuple[str, ...]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """Points, their value and critical errors by state, choice, route and where that led, as they were asked for."""

    def best_value(self, position: Position) -> float:
        """`V`: the largest value still to be had. Raises KeyError for a position no call can stand in."""
        return self.table.best[self._number(position)]

    def best_points(self, position: Position) -> Vector:
        """`U`: the points by criterion on the best continuation, the mean over tied best choices. Raises KeyError."""
        return self.table.vectors[self.table.points[self._number(position)]]

    def decision(self, position: Position, choice_id: str, advance: Advance) -> Decision:
        """What the scorecard needs of one choice, or `SILENCE`, taken in `position`. Raises KeyError."""
        compiled, table = compiled_of(self.scenario), self.table
        found = evidence(self.scenario, position, choice_id, advance)
        before, after = self._number(position), self._number(advance.position)
        return Decision(
            points=self.vector(found.points),
            critical=found.critical,
            value_before=table.best[before],
            value_after=table.best[after],
            best_points_before=table.vectors[table.points[before]],
            best_points_after=table.vectors[table.points[after]],
            ended_by=ended_by(compiled, position, choice_id, advance),
            risky=choice_id != SILENCE and self._risky(compiled, position, choice_id, advance),
            silence=choice_id == SILENCE,
        )

    def moves(self, steps: Iterable[tuple[Position, str, Advance]]) -> Iterator[Move]:
        """What the tally of a play needs of its steps, each taken where the one before it led. Raises KeyError."""
        best, vectors, points, index = self.table.best, self.table.vectors, self.table.points, self.table.index
        place = index.reduced if isinstance(index, Index) else self._number
        earned, number = self._earned, -1
        for before, choice_id, advance in steps:
            after = advance.position
            key = before.state, choice_id, advance.route, after.state
            found = earned.get(key)
            if found is None:
                found = earned[key] = self._earn(before, choice_id, advance)
            own, value, critical = found
            here = place(before) if number < 0 else number
            number = place(after)
            yield Move(own, value, critical, best[here], best[number], vectors[points[here]], vectors[points[number]])

    def marks(self, position: Position) -> dict[str, Marks]:
        """The marks of every choice on offer in `position`, in the file's order. Raises KeyError."""
        compiled = compiled_of(self.scenario)
        taken = ((c.id, compiled.take(position, c.id)) for c in compiled.offered(position))
        return {choice: marks(self.decision(position, choice, advance), self.yardsticks) for choice, advance in taken}

    def costs(self, position: Position) -> dict[str, float]:
        """The cost, in points of the score, of every choice on offer in `position`. Raises KeyError."""
        return {choice: found.cost for choice, found in self.marks(position).items()}

    def best_choices(self, position: Position) -> tuple[str, ...]:
        """The choices on offer that cost nothing, in the file's order. Raises KeyError."""
        return tuple(self._best(compiled_of(self.scenario), position))

    def vector(self, points: Points) -> tuple[int, ...]:
        """Points by criterion in the yardsticks' order, 0 where none were given."""
        return _vector(self.yardsticks.criteria, points)

    def to_json(self) -> str:
        """These values as text; `from_json` makes them again to the last digit."""
        states, backs = list({p.state: 0 for p in self.table.index}), list({p.back: 0 for p in self.table.index})
        return json.dumps(
            {
                "format": FORMAT,
                "variant": self.variant,
                "yardsticks": asdict(self.yardsticks),
                "ideal": self.ideal,
                "states": states,
                "backs": backs,
                "positions": written(self.table.index, states, backs),
                "best": self.table.best,
                "points": [*self.table.points],
                "vectors": self.table.vectors,
            },
            separators=(",", ":"),
        )

    @classmethod
    def from_json(cls, scenario: Scenario, text: str) -> Values:
        """Values that `to_json` wrote for the same text of `scenario`. Raises ValueError where they are not."""
        try:
            data = json.loads(text)
            if data["format"] != FORMAT:
                raise ValueError(data["format"])
            scenario.variant(data["variant"])
            given: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in data["yardsticks"].items()}
            return cls(scenario, data["variant"], Yardsticks(**given), tuple(data["ideal"]), _table(data))
        except (KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
            raise ValueError(str(error)) from error

    def _earn(
        self, before: Position, choice_id: str, advance: Advance
    ) -> tuple[tuple[int, ...], float, tuple[str, ...]]:
        found = evidence(self.scenario, before, choice_id, advance)
        points = self.vector(found.points)
        return points, self.yardsticks.value(points), found.critical

    def _number(self, position: Position) -> int:
        index = self.table.index
        if isinstance(index, Index):
            return index.reduced(position)
        number = index.get(position)
        return index[reduced(self.scenario, position)] if number is None else number

    def _best(self, compiled: Compiled, position: Position) -> dict[str, Advance]:
        """The best choices and what each leads to."""
        top, found = self.best_value(position), dict[str, Advance]()
        for choice in compiled.offered(position):
            advance = compiled.take(position, choice.id)
            points = self.vector(evidence(self.scenario, position, choice.id, advance).points)
            if top - self.yardsticks.value(points) - self.best_value(advance.position) <= TIE:
                found[choice.id] = advance
        return found

    def _risky(self, compiled: Compiled, position: Position, choice_id: str, advance: Advance) -> bool:
        """Whether the choice lowers a gauge that an equally good choice keeps higher."""
        mine = values_after(compiled, position, choice_id, advance)
        lowered = [g for g in range(len(self.scenario.gauges)) if mine[g] < position.values[g]]
        best = self._best(compiled, position) if lowered else {}
        if choice_id not in best:
            return False
        others = [values_after(compiled, position, other, led) for other, led in best.items()]
        return any(other[g] > mine[g] for other in others for g in lowered)


@lru_cache(maxsize=10_000)
def _vector(criteria: tuple[str, ...], points: Points) -> tuple[int, ...]:
    """Points by criterion, in order; many moves give the same points."""
    given = dict(points)
    return tuple([given.get(criterion, 0) for criterion in criteria])


def _table(data: dict[str, Any]) -> Table:
    index, best, points = Placed(data["positions"], data["states"], data["backs"]), data["best"], data["points"]
    vectors = [tuple(vector) for vector in data["vectors"]]
    if not len(index) == len(best) == len(points) or max(points) >= len(vectors):
        raise ValueError("the tables differ in length")
    return Table(index, best, points, vectors)
