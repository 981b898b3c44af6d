"""A class of trainees who play by dice of known skill: the same calls, days and answers every time."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

from scoring.review import Correction
from simulator.engine import compiled_of, step
from simulator.library import Cache, Loaded
from simulator.model.mode import Mode
from simulator.record import Record, new_session_id
from simulator.session import Call, World, debrief_of, open_call
from simulator.session.review_writing import correct, sign

BEGIN: Final = datetime(2026, 9, 7, 8, 0, tzinfo=UTC)
_SLOWEST: Final = 40
"""Seconds that a decision takes at most."""


@dataclass(frozen=True)
class Pupil:
    """A trainee: how likely they answer best in their first session and in their last, and how many they take."""

    name: str
    first: float
    last: float
    sessions: int
    exams: tuple[int, ...] = ()
    """The numbers (from 0) of the sessions that are exams."""


def teach(record: Record, cache: Cache, pupil: Pupil, calls: Sequence[Loaded]) -> None:
    """Play all sessions of `pupil`, each of the calls in turn, some days apart, and share the practice."""
    dice = random.Random(pupil.name)
    record.people.id_for(pupil.name, at=BEGIN, new_id=str(UUID(bytes=dice.randbytes(16), version=4)))
    at = BEGIN + timedelta(hours=dice.randrange(1, 8), minutes=dice.randrange(60))
    for number in range(pupil.sessions):
        loaded = calls[number % len(calls)]
        mode = Mode.EXAM if number in pupil.exams else Mode.PRACTICE
        variant = dice.choice(loaded.scenario.variants).id
        begun = at + timedelta(days=number * 70 // pupil.sessions + dice.randrange(3), minutes=dice.randrange(90))
        world = _world(begun, dice)
        call = open_call(
            record, loaded, pupil.name, mode, seed=dice.randrange(2**31), variant=variant, world=world, cache=cache
        )
        skill = pupil.first + (pupil.last - pupil.first) * number / max(1, pupil.sessions - 1)
        _play(call, cache, dice, skill)
        call.debrief("fr")
        if mode is Mode.PRACTICE:
            record.share(call.session, at=begun + timedelta(hours=2))


def review(record: Record, cache: Cache, pupil: Pupil, trainer: str) -> None:
    """Have a trainer be kinder to the costliest decision of the pupil's first exam, and stand by the score."""
    person = record.people.id_of(pupil.name)
    exam = list(record.sessions(trainee=person, mode=Mode.EXAM))[-1]
    record.people.id_for(trainer, at=BEGIN, new_id=str(UUID(int=0, version=4)))
    world = _world(exam.ended + timedelta(days=1), random.Random(trainer))
    costliest = max(debrief_of(record, exam.session, "fr", cache=cache).decisions, key=lambda row: row.cost)
    criterion, _points = max(costliest.lost, key=lambda pair: pair[1])
    wanted = Correction(costliest.number, criterion, 2)
    correct(record, exam.session, trainer, wanted, "Le ton disait le reste.", cache=cache, world=world)
    sign(record, exam.session, trainer, cache=cache, world=world)


def _play(call: Call, cache: Cache, dice: random.Random, skill: float) -> None:
    values = cache.values(call.scenario, call.rubric, call.variant)
    stepper = compiled_of(call.scenario)
    position = stepper.start(call.variant)
    while not call.over:
        best = values.best_choices(position)
        choice = best[0] if dice.random() < skill else dice.choice([offered.id for offered in call.shown])
        position = step(stepper, position, choice).position
        call.choose(choice, dice.randrange(3_000, _SLOWEST * 1_000))


def _world(begun: datetime, dice: random.Random) -> World:
    """A clock that moves on some seconds each time it is looked at, dice, and ids that are the same every time."""
    clock = _ticking(begun, random.Random(dice.random()))
    return World(lambda: next(clock), dice.randrange, lambda: new_session_id(begun, dice.randbytes(10)))


def _ticking(begun: datetime, dice: random.Random) -> Iterator[datetime]:
    at = begun
    while True:
        yield at
        at += timedelta(seconds=dice.randrange(8, _SLOWEST))
