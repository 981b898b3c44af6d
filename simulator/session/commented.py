"""The commented call: the best call of a variant, told decision by decision with its reasons, for whoever is new.

It is read and not played: nothing of it is recorded. It gives its answers away, so it is not for whoever is about to
take an exam.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from simulator.engine import compiled_of, opening, step
from simulator.model.heard import Heard, Kind
from simulator.model.position import Position
from simulator.model.scenario import Choice, Outcome
from simulator.session.filling import Filling
from simulator.session.guidance import NamedMove, techniques_of

if TYPE_CHECKING:
    from simulator.analysis import Values
    from simulator.library import Cache, Loaded


@dataclass(frozen=True, slots=True)
class Reasoned:
    """Something to say or do, and why it is or is not a good answer."""

    text: str
    action: str | None
    why: str | None


@dataclass(frozen=True, slots=True)
class CommentedTurn:
    """One decision of the best call. Texts are filled."""

    number: int
    phase: str | None
    said: tuple[Heard, ...]
    """What had been heard since the decision before."""
    best: Reasoned
    techniques: tuple[NamedMove, ...]
    worst: Reasoned | None
    """What would have cost most; None where every answer was as good."""


@dataclass(frozen=True, slots=True)
class Commented:
    """The best call, told."""

    scenario: str
    title: str
    caller: str
    turns: tuple[CommentedTurn, ...]
    last: tuple[Heard, ...]
    """What is heard after the last decision, the ending included."""
    ending_title: str
    outcome: Outcome


def commented_of(loaded: Loaded, trainee: str, language: str, cache: Cache, *, variant: str) -> Commented:
    """The best call of `variant`, techniques in `language`.

    Waits for the analysis: for a worker thread. Raises `simulator.analysis.Unsound`.
    """
    scenario, filling = loaded.scenario, Filling(loaded.scenario, variant, trainee)
    telling = _Telling(loaded, cache.values(scenario, loaded.rubric, variant), filling, language)
    stepper = compiled_of(scenario)
    position = stepper.start(variant)
    said, turns = opening(stepper, position), []
    for number, chosen in enumerate(telling.values.ideal, start=1):
        turns.append(_turn(telling, position, chosen, number, said))
        made = step(stepper, position, chosen)
        position, said = made.position, tuple(one for one in made.heard if one.kind is not Kind.CHOICE)
    ending = filling.ending(scenario.endings[position.state])
    return Commented(
        scenario=scenario.id,
        title=filling(scenario.title),
        caller=scenario.caller_name,
        turns=tuple(turns),
        last=filling.heard(said),
        ending_title=ending.title,
        outcome=ending.outcome,
    )


class _Telling(NamedTuple):
    """What every turn is told with."""

    loaded: Loaded
    values: Values
    filling: Filling
    language: str


def _turn(telling: _Telling, position: Position, chosen: str, number: int, said: tuple[Heard, ...]) -> CommentedTurn:
    state = telling.loaded.scenario.states[position.state]
    choice, marks = state.choice(chosen), telling.values.marks(position)
    dearest = max(marks, key=lambda name: marks[name].cost)
    worst = state.choice(dearest) if marks[dearest].cost > 0 else None
    return CommentedTurn(
        number=number,
        phase=state.phase,
        said=telling.filling.heard(said),
        best=_reasoned(telling, position, choice),
        techniques=techniques_of(telling.loaded.rubric, choice, telling.language),
        worst=None if worst is None else _reasoned(telling, position, worst),
    )


def _reasoned(telling: _Telling, position: Position, choice: Choice) -> Reasoned:
    why = choice.why_by(compiled_of(telling.loaded.scenario).take(position, choice.id).route)
    filling = telling.filling
    return Reasoned(filling(choice.text), choice.action, None if why is None else filling(why))
