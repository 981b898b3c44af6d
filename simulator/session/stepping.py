"""The decisions of a session made again without a word of them: for those who look at sessions by the thousand.

`simulator.session.restoring` plays the same events with all that was heard; both refuse the same ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from scoring.rubric import Rubric
from scoring.tally import Tally, tally
from simulator.engine import Compiled, NoRoute, NotOnOffer, NoWayBack, compiled_of, shuffled
from simulator.library import Cache
from simulator.model.events import Chose, Started, Typed, Undone
from simulator.model.message import N_, Message
from simulator.model.position import Advance, Position
from simulator.model.scenario import SILENCE, Ending, Scenario
from simulator.record import Recorded, Replay
from simulator.session.errors import SessionError, not_as_recorded
from simulator.session.restoring import started_of, texts_of

if TYPE_CHECKING:
    from simulator.analysis import Values

Stepped = tuple[Position, str, Advance]
"""A decision: where it was taken, what was chosen, and where that led."""


class Told(NamedTuple):
    """The decisions of a session, without those that were taken back."""

    started: Started
    scenario: Scenario
    rubric: Rubric
    steps: tuple[Stepped, ...]

    @property
    def choices(self) -> tuple[str, ...]:
        """The ids of what was chosen, silences included."""
        return tuple([choice for _before, choice, _advance in self.steps])


def steps_of(found: Replay, cache: Cache) -> Told:
    """The decisions of a session. Raises SessionError where its events do not fit its scenario."""
    started = started_of(found.events)
    scenario, rubric = texts_of(found, started, cache)
    return Told(started, scenario, rubric, tuple(_stepped(compiled_of(scenario), started, found.events)))


def made(scenario: Scenario, variant: str, choices: Iterable[str]) -> tuple[Stepped, ...]:
    """The decisions of a play of that variant. Raises SessionError where there is none, or a choice can't be made."""
    compiled, steps = compiled_of(scenario), list[Stepped]()
    try:
        position = compiled.start(variant)
    except KeyError:
        raise SessionError(Message(N_("There is no variant {name} any more."), {"name": variant})) from None
    for choice in choices:
        try:
            advance = compiled.keep_silent(position) if choice == SILENCE else compiled.take(position, choice)
        except (NotOnOffer, NoRoute, NoWayBack):
            text = N_("{choice} is not on offer at decision {number}.")
            raise SessionError(Message(text, {"choice": choice, "number": len(steps) + 1})) from None
        steps.append((position, choice, advance))
        position = advance.position
    return tuple(steps)


def ending_of(scenario: Scenario, steps: Sequence[Stepped]) -> Ending | None:
    """The ending that decisions lead to; None where the call goes on behind them."""
    return scenario.endings.get(steps[-1][2].position.state) if steps else None


def figures_of(steps: Sequence[Stepped], ending: Ending, rubric: Rubric, values: Values) -> Tally:
    """What a whole call comes to."""
    return tally(rubric, values.yardsticks, values.moves(steps), str(ending.outcome))


def _stepped(compiled: Compiled, started: Started, events: tuple[Recorded, ...]) -> list[Stepped]:
    steps, position = list[Stepped](), compiled.start(started.variant)
    for one in events[1:]:
        event, number = one.event, len(steps) + 1
        match event:
            case Chose():
                advance = _again(compiled, started.seed, event, position, number)
                steps.append((position, event.choice, advance))
                position = advance.position
            case Undone(decision=decision):
                if decision != number - 1:
                    raise not_as_recorded(decision)
                position, *_ = steps.pop()
            case Typed(decision=decision) if decision != number:
                raise not_as_recorded(decision)
            case _:
                pass
    return steps


def _again(compiled: Compiled, seed: int, event: Chose, position: Position, number: int) -> Advance:
    """What the decision leads to. Raises SessionError where it is another one, or was not shown like this."""
    offered, state = compiled.offered_ids(position), position.state
    if event.decision != number or event.state != state or event.shown != shuffled(offered, seed, number):
        raise not_as_recorded(event.decision)
    try:
        if event.choice == SILENCE:
            return compiled.keep_silent(position)
        if event.choice in offered:
            return compiled.takings[state][event.choice](position)
    except (NotOnOffer, NoRoute, NoWayBack):
        pass
    raise not_as_recorded(event.decision)
