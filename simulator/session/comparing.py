"""Recorded sessions laid beside another form of their call: what the same choices come to in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from simulator.library import Cache, Loaded
from simulator.model.message import Message
from simulator.record import Record, Summary
from simulator.session.errors import SessionError
from simulator.session.restoring import by_these_rules, recorded
from simulator.session.scored import come_to
from simulator.session.stepping import made, steps_of

_SAME = 1e-6
"""Two scores closer than this are the same."""


@dataclass(frozen=True, slots=True)
class Otherwise:
    """A session whose choices come to another ending or score."""

    session: str
    ending: str
    score: float
    passed: bool
    new_ending: str
    new_score: float
    new_passed: bool


@dataclass(frozen=True, slots=True)
class Untold:
    """A session whose choices can't be made any more, and why."""

    session: str
    reason: Message


@dataclass(slots=True)
class Replays:
    """What became of the ended sessions of a call. Grows while they are played again."""

    same: int = 0
    """How many come to the same ending and score."""
    otherwise: list[Otherwise] = field(default_factory=list)
    untold: list[Untold] = field(default_factory=list)
    other_rules: int = 0
    """How many were recorded under other rules, and not played again."""


def replays_with(record: Record, scenarios: Collection[str], loaded: Loaded, cache: Cache) -> Replays:
    """What the choices of every ended session of the calls with those ids come to in `loaded`. Raises RecordError."""
    found = Replays()
    for summary in _ended(record, scenarios):
        try:
            _add(found, record, summary, loaded, cache)
        except SessionError as error:
            found.untold.append(Untold(summary.session, error.message))
    return found


def _ended(record: Record, scenarios: Collection[str]) -> Iterator[Summary]:
    for scenario in dict.fromkeys(scenarios):
        yield from record.sessions(scenario=scenario)


def _add(found: Replays, record: Record, summary: Summary, loaded: Loaded, cache: Cache) -> None:
    told = steps_of(recorded(record, summary.session), cache)
    if not by_these_rules(told.started):
        found.other_rules += 1
        return
    variant = told.started.variant
    steps = made(loaded.scenario, variant, told.choices)
    ending, card = come_to(steps, loaded.scenario, loaded.rubric, variant, cache)
    same = (summary.ending, summary.passed) == (ending.id, card.passed) and abs(summary.score - card.score) <= _SAME
    if same:
        found.same += 1
        return
    before = summary.ending, summary.score, summary.passed
    found.otherwise.append(Otherwise(summary.session, *before, ending.id, card.score, card.passed))
