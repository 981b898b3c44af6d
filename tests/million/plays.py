"""Plays of the shipped calls by trainees of known skill: each answer is weighed by what it costs, and none is made up.

What a position offers, what each answer leads to and what it costs is looked up once and kept: most of a play is then
the throwing of dice.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import cycle
from typing import Final, NamedTuple

from scoring.evidence import Decision, marks
from scoring.scorecard import Scorecard, scorecard
from simulator.analysis import Values
from simulator.engine import Compiled, compiled_of, shuffled
from simulator.library import Cache, Library, Loaded
from simulator.model.events import Chose
from simulator.model.position import Position
from tests.million.crowd import Trainee

TRIES: Final = 10
"""How often dice are thrown for a play of a variant that nobody has played yet, before the next trainee has a turn."""
PATIENCE: Final = 3
"""How often all trainees pass, one after the other, before there seems to be nothing new."""


class _Answer(NamedTuple):
    choice: str
    cost: float
    after: Position
    decision: Decision


@dataclass(slots=True)
class Ground:
    """One variant of a call: all that plays of it look up."""

    loaded: Loaded
    variant: str
    values: Values
    known: dict[Position, tuple[_Answer, ...]] = field(default_factory=dict)
    played: set[tuple[str, ...]] = field(default_factory=set)

    @property
    def compiled(self) -> Compiled:
        """What makes the steps."""
        return compiled_of(self.loaded.scenario)

    def answers(self, position: Position) -> tuple[_Answer, ...]:
        """What is on offer; nothing where the call is over."""
        if position not in self.known:
            self.known[position] = tuple(self._looked_up(position))
        return self.known[position]

    def _looked_up(self, position: Position) -> Iterator[_Answer]:
        if position.state in self.loaded.scenario.endings:
            return
        for offered in self.compiled.offered(position):
            advance = self.compiled.take(position, offered.id)
            decision = self.values.decision(position, offered.id, advance)
            cost = marks(decision, self.values.yardsticks).cost
            yield _Answer(offered.id, cost, advance.position, decision)


@dataclass(frozen=True, slots=True)
class Played:
    """One whole play. `taken` are its decisions as the record keeps them."""

    ground: Ground
    trainee: Trainee
    seed: int
    taken: tuple[Chose, ...]
    ending: str
    card: Scorecard


def grounds(library: Library, cache: Cache) -> tuple[Ground, ...]:
    """Every variant of every shipped call, with its values."""
    found = []
    for entry in library.listing().entries:
        if entry.playable:
            loaded = library.load(entry.path)
            for variant in loaded.scenario.variants:
                found.append(Ground(loaded, variant.id, cache.values(loaded.scenario, loaded.rubric, variant.id)))
    return tuple(found)


def play_all(fields: Sequence[Ground], trainees: Sequence[Trainee], count: int, seed: int) -> Iterator[Played]:
    """So many plays, no two of a variant alike, the trainees by turns; who finds nothing new passes.

    Raises ValueError where all have passed.
    """
    dice = random.Random(f"plays {seed}")
    found = passed = 0
    for trainee in cycle(trainees):
        if found == count:
            return
        played = _new_play(dice.choice(fields), trainee, dice)
        passed = passed + 1 if played is None else 0
        if passed > PATIENCE * len(trainees):
            raise ValueError(f"no more than {found} different plays were found")
        if played is not None:
            found += 1
            played.ground.played.add(_steps(played))
            yield played


def _new_play(ground: Ground, trainee: Trainee, dice: random.Random) -> Played | None:
    """A play that nobody has played yet; None where none was found."""
    found = (_play(ground, trainee, dice) for _try in range(TRIES))
    return next((played for played in found if _steps(played) not in ground.played), None)


def _steps(played: Played) -> tuple[str, ...]:
    return tuple(taken.choice for taken in played.taken)


def _play(ground: Ground, trainee: Trainee, dice: random.Random) -> Played:
    seed = dice.randrange(2**31)
    position, taken, decisions = ground.compiled.start(ground.variant), list[Chose](), list[Decision]()
    while answers := ground.answers(position):
        answer = dice.choices(answers, [trainee.weigh(one.cost) for one in answers])[0]
        number = len(taken) + 1
        shown = shuffled([one.choice for one in answers], seed, number)
        taken.append(Chose(number, position.state, answer.choice, dice.randrange(2_000, 20_000), shown))
        decisions.append(answer.decision)
        position = answer.after
    outcome = ground.loaded.scenario.endings[position.state].outcome
    card = scorecard(ground.loaded.rubric, ground.values.yardsticks, decisions, outcome)
    return Played(ground, trainee, seed, tuple(taken), position.state, card)
