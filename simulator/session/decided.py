"""What was decided in an ended session, decision by decision, and what each cost; for tables and statistics."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from scoring.evidence import Decision, Marks
from scoring.scorecard import scorecard
from simulator.library import Cache
from simulator.model.events import Chose, Hinted, LookedUp, Typed, Undone
from simulator.record import Recorded, Replay
from simulator.session.errors import SessionError
from simulator.session.restoring import recorded, restored
from simulator.session.worth import decisions_of, values_for

if TYPE_CHECKING:
    from simulator.record import Record


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision as it stood at the end of the session."""

    number: int
    state: str
    choice: str
    """The id of the choice, or `silence`."""
    offered: tuple[str, ...]
    """In shown order."""
    took_ms: int
    at: datetime
    """When it was recorded, in UTC."""
    hints: int
    looked_up: tuple[str, ...]
    undone: int
    """How often an answer was taken back here."""
    typed: str
    """What the trainee would have said; empty where nothing was typed, or it was erased."""
    marks: Marks | None = None
    """What the machine says of it; None where this version cannot play the session again."""
    critical: tuple[str, ...] = ()


def decided_of(record: Record, session: str, cache: Cache) -> tuple[Decided, ...]:
    """The decisions of an ended session, by number. Raises RecordError."""
    found = recorded(record, session)
    told = as_recorded(found.events, found.typed)
    marked = _marked(found, cache)
    if len(marked) != len(told):
        return told
    return tuple(
        replace(one, marks=marks, critical=decision.critical)
        for one, (decision, marks) in zip(told, marked, strict=True)
    )


def as_recorded(events: Sequence[Recorded], words: Mapping[int, str]) -> tuple[Decided, ...]:
    """The decisions as the events tell them, without those that were taken back; `words` by the event's number."""
    chosen, typed = dict[int, tuple[Chose, datetime]](), dict[int, str]()
    hints, undone, looked_up = Counter[int](), Counter[int](), defaultdict[int, list[str]](list)
    for one in events:
        match one.event:
            case Chose() as event:
                chosen[event.decision] = event, one.at
            case Undone(decision=number):
                undone[number] += 1
                chosen.pop(number, None)
            case Hinted(decision=number):
                hints[number] += 1
            case LookedUp(decision=number, article=article):
                looked_up[number].append(article)
            case Typed(decision=number):
                typed[number] = words.get(one.number, "")
    return tuple(
        Decided(
            number=number,
            state=event.state,
            choice=event.choice,
            offered=event.shown,
            took_ms=event.took_ms,
            at=at,
            hints=hints[number],
            looked_up=tuple(looked_up[number]),
            undone=undone[number],
            typed=typed.get(number, ""),
        )
        for number, (event, at) in sorted(chosen.items())
    )


def _marked(found: Replay, cache: Cache) -> tuple[tuple[Decision, Marks], ...]:
    """Each decision and what the machine says of it; nothing where the session cannot be played again."""
    try:
        play, progress = restored(found, "", cache)
        if progress.position.state not in play.scenario.endings:
            return ()
        values = values_for(play, cache)
    except SessionError:
        return ()
    decisions = decisions_of(progress, values)
    outcome = play.scenario.endings[progress.position.state].outcome
    return tuple(zip(decisions, scorecard(play.rubric, values.yardsticks, decisions, outcome).marks, strict=True))
