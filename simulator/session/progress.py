"""How far a call has come, as a value: what was decided, heard and taken back. Pure; the same live and replayed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from simulator.engine import NoRoute, NotOnOffer, NoWayBack, Stepper, opening, shuffled, step
from simulator.model.events import Abandoned, Chose, Ended, Event, Hinted, LookedUp, Typed, Undone
from simulator.model.heard import Heard, Step
from simulator.model.position import Position
from simulator.session.errors import not_as_recorded


@dataclass(frozen=True, slots=True)
class Taken:
    """One decision as it was played: where, what, among what, and what came of it."""

    number: int
    before: Position
    choice: str
    shown: tuple[str, ...]
    took_ms: int
    step: Step
    typed: str | None = None
    """What the trainee would have said: empty where they preferred to see the choices, None where not asked."""


@dataclass(frozen=True, slots=True)
class Progress:
    """A call from its start to now. Decisions that were taken back are in `undone` alone, by number."""

    start: Position
    opening: tuple[Heard, ...]
    taken: tuple[Taken, ...] = ()
    undone: tuple[int, ...] = ()
    hinted: tuple[int, ...] = ()
    looked_up: tuple[tuple[int, str], ...] = ()
    ended: Ended | None = None
    abandoned: bool = False
    typed: str | None = None
    """What the trainee typed for the decision to be taken now; as in `Taken`."""
    hints: int = 0
    """How many hints were given for the decision to be taken now."""
    number: int = 1
    """The number of the last event of the record that this progress knows of."""

    @property
    def position(self) -> Position:
        """Where the call stands."""
        return self.taken[-1].step.position if self.taken else self.start

    @property
    def decision(self) -> int:
        """The number of the decision to be taken now, from 1."""
        return len(self.taken) + 1

    @property
    def heard(self) -> tuple[Heard, ...]:
        """Everything heard so far; braces as the author wrote them."""
        return (*self.opening, *(heard for taken in self.taken for heard in taken.step.heard))


def begin(stepper: Stepper, variant: str) -> Progress:
    """A call of that variant before its first decision."""
    start = stepper.start(variant)
    return Progress(start, opening(stepper, start))


def shown(stepper: Stepper, progress: Progress, seed: int) -> tuple[str, ...]:
    """The ids of the choices on offer, in the order in which they are shown."""
    return shuffled([choice.id for choice in stepper.offered(progress.position)], seed, progress.decision)


def take(stepper: Stepper, progress: Progress, seed: int, choice: str, took_ms: int) -> Progress:
    """`progress` with one more decision: a choice or `SILENCE`. Raises NotOnOffer, NoRoute, NoWayBack."""
    return _taken(stepper, progress, choice, took_ms, shown(stepper, progress, seed))


def _taken(stepper: Stepper, progress: Progress, choice: str, took_ms: int, order: tuple[str, ...]) -> Progress:
    made = step(stepper, progress.position, choice)
    taken = Taken(progress.decision, progress.position, choice, order, took_ms, made, progress.typed)
    return replace(progress, taken=(*progress.taken, taken), typed=None, hints=0)


def take_back(progress: Progress) -> Progress:
    """`progress` without its last decision; what was typed before it stays. Raises IndexError where there is none."""
    last = progress.taken[-1]
    undone = (*progress.undone, last.number)
    return replace(progress, taken=progress.taken[:-1], undone=undone, typed=last.typed, hints=0)


def play_event(stepper: Stepper, progress: Progress, seed: int, event: Event, words: str = "") -> Progress:
    """`progress` after `event`; `words` are what was typed, where it says that something was.

    Raises SessionError where the event does not fit what came before it.
    """
    match event:
        case Chose():
            return _replayed(stepper, progress, seed, event)
        case Undone(decision=decision):
            if not progress.taken or progress.taken[-1].number != decision:
                raise not_as_recorded(decision)
            return take_back(progress)
        case Hinted(decision=decision):
            return replace(progress, hinted=(*progress.hinted, decision), hints=progress.hints + 1)
        case LookedUp(decision=decision, article=article):
            return replace(progress, looked_up=(*progress.looked_up, (decision, article)))
        case Typed(decision=decision):
            if decision != progress.decision:
                raise not_as_recorded(decision)
            return replace(progress, typed=words)
        case Ended():
            return replace(progress, ended=event)
        case Abandoned():
            return replace(progress, abandoned=True)
        case _:
            return progress


def _replayed(stepper: Stepper, progress: Progress, seed: int, event: Chose) -> Progress:
    fits = event.decision == progress.decision and event.state == progress.position.state
    if not fits or event.shown != shown(stepper, progress, seed):
        raise not_as_recorded(event.decision)
    try:
        return _taken(stepper, progress, event.choice, event.took_ms, event.shown)
    except (NotOnOffer, NoRoute, NoWayBack):
        raise not_as_recorded(event.decision) from None
