"""The fast maker of steps: one generated function for each choice, for exploring every way a call can go."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from typing import Generic, TypeVar

from simulator.engine.generate import StepWriter, Taking
from simulator.engine.marks import Marks
from simulator.engine.predicates import Functions, Predicate
from simulator.engine.stepper import NotOnOffer, start
from simulator.model.position import Advance, Position
from simulator.model.scenario import Choice, Scenario

Made = TypeVar("Made")
Offer = tuple[tuple[Choice, Predicate | None, int], ...]
"""The choices of a state, each with its condition, None where there is none, and the bit that it spends."""


class OnDemand(dict[str, Made], Generic[Made]):
    """What there is for each id, made when it is first asked for: a call goes through few states."""

    def __init__(self, make: Callable[[str], Made]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, name: str) -> Made:
        made = self[name] = self._make(name)
        return made


class Compiled:
    """A scenario ready to be stepped through. Implements `Stepper`."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.functions = Functions(scenario)
        self.marks = Marks(scenario)
        self.start: Callable[[str], Position] = partial(start, scenario, self.functions)
        writer = StepWriter(scenario, self.functions.slots, self.marks)
        self.takings = OnDemand[OnDemand[Taking]](lambda state: OnDemand(partial(writer.choice, state)))
        """The step function of every choice, by state and choice."""
        self._silences: OnDemand[Taking] = OnDemand(writer.silence)
        self._offers: OnDemand[Offer] = OnDemand(self._offer)

    def _offer(self, state_id: str) -> Offer:
        state, predicate = self.scenario.states.get(state_id), self.functions.predicate
        if state is None:
            return ()
        holds = (None if choice.when is None else predicate(choice.when) for choice in state.choices)
        return tuple((c, when, self.marks.choice(state, c)) for c, when in zip(state.choices, holds, strict=True))

    def offered(self, position: Position) -> tuple[Choice, ...]:
        """The choices on offer, in the file's order; none once the call is over."""
        _, values, spent, _ = position
        offers = self._offers[position.state]
        return tuple([choice for choice, holds, bit in offers if not spent & bit and (holds is None or holds(values))])

    def offered_ids(self, position: Position) -> list[str]:
        """The ids of those."""
        _, values, spent, _ = position
        offers = self._offers[position.state]
        return [choice.id for choice, holds, bit in offers if not spent & bit and (holds is None or holds(values))]

    def take(self, position: Position, choice_id: str) -> Advance:
        """What the choice leads to. Raises NotOnOffer, NoWayBack."""
        for choice, holds, bit in self._offers[position.state]:
            if choice.id == choice_id and not position.spent & bit and (holds is None or holds(position.values)):
                return self.takings[position.state][choice_id](position)
        raise NotOnOffer(choice_id)

    def silence_possible(self, position: Position) -> bool:
        """Whether a silence can still count here."""
        state = self.scenario.states.get(position.state)
        return state is not None and state.silence is not None and not position.spent & self.marks.silence(state)

    def keep_silent(self, position: Position) -> Advance:
        """What a silence leads to. Raises NotOnOffer where none can count."""
        if not self.silence_possible(position):
            raise NotOnOffer(position.state)
        return self._silences[position.state](position)


@lru_cache(maxsize=16)
def compiled_of(scenario: Scenario) -> Compiled:
    """The compiled form of `scenario`, made once while it is in use."""
    return Compiled(scenario)
