"""The fast maker of steps: one generated function for each choice, for exploring every way a call can go."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial

from simulator.engine.generate import StepWriter
from simulator.engine.marks import Marks
from simulator.engine.predicates import Functions, Predicate
from simulator.engine.stepper import NotOnOffer, start
from simulator.model.position import Advance, Position
from simulator.model.scenario import Choice, Scenario, State

Taking = Callable[[Position], Advance]


class Compiled:
    """A scenario ready to be stepped through. Implements `Stepper`."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.functions = Functions(scenario)
        self.marks = Marks(scenario)
        self.start: Callable[[str], Position] = partial(start, scenario, self.functions)
        writer = StepWriter(scenario, self.functions.slots, self.marks)
        self.takings: dict[str, dict[str, Taking]] = writer.choices()
        self._silences: dict[str, Taking] = writer.silences()
        self._offers = {state.id: self._offer(state) for state in scenario.states.values()}

    def _offer(self, state: State) -> tuple[tuple[Choice, Predicate, int], ...]:
        predicate = self.functions.predicate
        return tuple((c, predicate(c.when), self.marks.choice(state, c)) for c in state.choices)

    def offered(self, position: Position) -> tuple[Choice, ...]:
        """The choices on offer, in the file's order; none once the call is over."""
        _, values, spent, _ = position
        offers = self._offers.get(position.state, ())
        return tuple(choice for choice, holds, bit in offers if not spent & bit and holds(values))

    def take(self, position: Position, choice_id: str) -> Advance:
        """What the choice leads to. Raises NotOnOffer, NoWayBack."""
        for choice, holds, bit in self._offers.get(position.state, ()):
            if choice.id == choice_id and not position.spent & bit and holds(position.values):
                return self.takings[position.state][choice_id](position)
        raise NotOnOffer(choice_id)

    def silence_possible(self, position: Position) -> bool:
        """Whether a silence can still count here."""
        if position.state not in self._silences:
            return False
        return not position.spent & self.marks.silence(self.scenario.states[position.state])

    def keep_silent(self, position: Position) -> Advance:
        """What a silence leads to. Raises NotOnOffer where none can count."""
        if not self.silence_possible(position):
            raise NotOnOffer(position.state)
        return self._silences[position.state](position)


@lru_cache(maxsize=16)
def compiled_of(scenario: Scenario) -> Compiled:
    """The compiled form of `scenario`, made once while it is in use."""
    return Compiled(scenario)
