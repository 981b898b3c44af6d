"""One file's view of a variant, ready to be walked beside the other's: where positions stand, what moves earn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scoring.rubric import Rubric
from scoring.scorecard import is_pass
from simulator.analysis.explorer import explore
from simulator.analysis.graph import Graph
from simulator.analysis.measure import values_of
from simulator.analysis.rehearsal import rehearse
from simulator.analysis.valuation import Values
from simulator.model.scenario import SILENCE, Scenario


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a call: a scenario and the rubric that it is scored with."""

    scenario: Scenario
    rubric: Rubric


@dataclass(frozen=True, slots=True)
class Stand:
    """How a play stands in one of the two files."""

    state: str
    """Where it is: the state or the ending."""
    over: bool
    possible: bool
    """Whether its last choice was on offer."""
    score: float | None
    """The exact score; None where it is not over."""
    passed: bool | None
    critical: tuple[str, ...]


class Side:
    """A variant of one form, explored and measured; `names` has new names for its states and endings."""

    def __init__(self, form: Form, graph: Graph, values: Values, names: Mapping[str, str]) -> None:
        self.graph = graph
        self._form = form
        self._values = values
        now = [names.get(name, name) for name in graph.names]
        over = [name in graph.scenario.endings for name in graph.names]
        self.states = [now[place] for place in graph.state_of]
        """The state or ending of each position, by its name in the new form."""
        self.over = bytearray(over[place] for place in graph.state_of)
        """For each position whether the call is over there."""
        yardsticks = values.yardsticks
        self.gains = [yardsticks.value(values.vector(move.evidence.points)) * yardsticks.scale for move in graph.moves]
        """What each move adds to a score."""
        self.base = -yardsticks.blind * yardsticks.scale if yardsticks.scale else 100.0
        """The score of a call that earns nothing; 100 where nothing can be lost."""
        self.ahead = [best * yardsticks.scale for best in values.table.best]
        """The most that can still be added to a score from each position."""
        self.mark = form.rubric.pass_mark
        """The score that passes."""
        self._ids = {names.get(state, state): state for state in graph.scenario.states}

    @classmethod
    def of(cls, form: Form, variant: str, names: Mapping[str, str], limit: int) -> Side:
        """Explore and measure a variant of up to `limit` positions. Raises KeyError, Unsound."""
        graph = explore(form.scenario, variant, limit)
        return cls(form, graph, values_of(graph, form.rubric), names)

    def on_offer(self, position: int, *, silent: bool) -> dict[str, tuple[int, int]]:
        """Target and move of each choice by its id, the `silent` one included."""
        graph = self.graph
        found = {
            graph.moves[graph.edge_moves[edge]].choice: (graph.targets[edge], graph.edge_moves[edge])
            for edge in graph.edges(position)
        }
        if silent and position in graph.silences:
            found[SILENCE] = graph.silences[position]
        return found

    def has(self, state: str, choice: str) -> bool:
        """Whether the state of that name has the choice, whatever its `when`."""
        found = self.graph.scenario.states[self._ids[state]]
        return found.silence is not None if choice == SILENCE else any(one.id == choice for one in found.choices)

    def is_pass(self, position: int, score: float) -> bool:
        """Whether a call without a critical error that is over in `position` with that score is passed."""
        ending = self.graph.scenario.endings[self.graph.names[self.graph.state_of[position]]]
        return is_pass(self._form.rubric, score, (), ending.outcome)

    def stand(self, play: tuple[str, ...]) -> Stand:
        """How `play` stands here."""
        told = rehearse(self.graph.scenario, self.graph.variant, play, self._values)
        card = told.scorecard(self._form.rubric, self._values) if told.ending is not None else None
        return Stand(
            state=told.state,
            over=told.ending is not None,
            possible=len(told.steps) == len(play),
            score=card.score if card else None,
            passed=card.passed if card else None,
            critical=told.critical,
        )
