"""The oracle's situations in the engine's terms, so that the two can be walked side by side."""

from __future__ import annotations

from typing import NamedTuple

from simulator.engine import Marks, reduced
from simulator.model.position import Position
from simulator.model.scenario import Scenario
from tests.oracle.interpreter import Key, Mark, Outcome, Situation
from tests.oracle.positions import Reached


class Stand(NamedTuple):
    """Where the engine should stand: `full` with all that was ever spent or set, `short` with what can still matter."""

    full: Position
    short: Position


class Turn(NamedTuple):
    """What the oracle makes of one choice or of the silence, and where the engine should stand then."""

    choice: str
    done: Outcome
    after: Stand


class Moment(NamedTuple):
    """Where the engine should stand, and everything that the trainee can do there."""

    stand: Stand
    turns: tuple[Turn, ...]


class Beside:
    """Walks the engine beside the oracle; where it should stand in a situation is worked out once."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._marks = Marks(scenario)
        self._known: dict[Key, Stand] = {}

    def stand(self, now: Situation) -> Stand:
        """Where the engine should stand when the oracle stands in `now`."""
        found = self._known.get(now.key)
        if found is None:
            position = full_position(self._scenario, self._marks, now)
            found = self._known[now.key] = Stand(position, reduced(self._scenario, position))
        return found

    def short(self, now: Situation) -> Position:
        """The same without what nothing can read any more."""
        return self.stand(now).short

    def moment(self, reached: Reached) -> Moment:
        """What the oracle reached, in the engine's terms."""
        turns = (Turn(choice, done, self.stand(done.after)) for choice, done in reached.turns)
        return Moment(self.stand(reached.now), tuple(turns))


def full_position(scenario: Scenario, marks: Marks, now: Situation) -> Position:
    """The full position that the engine should have where the oracle stands in `now`."""
    facts = (fact.values.index(now.facts[fact.id]) for fact in scenario.facts)
    spent = 0
    for mark in now.spent:
        bit = _bit(scenario, marks, mark)
        assert bit.bit_count() == 1, f"{mark} has no bit of its own"
        assert not spent & bit, f"{mark} shares its bit"
        spent |= bit
    return Position(now.place, (*(now.gauges[g.id] for g in scenario.gauges), *facts), spent, now.back or "")


def _bit(scenario: Scenario, marks: Marks, mark: Mark) -> int:
    kind, name = mark[:2]
    if kind == "rule":
        return marks.rule(int(name))
    state = scenario.states[name]
    return marks.silence(state) if kind == "silence" else marks.choice(state, state.choice(mark[2]))
