"""A trainee with a past: sessions of the calls of a library, with scores that are made up and the same every time."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from simulator.library import Entry, Library
from simulator.model.events import Ended, Started
from simulator.model.mode import Mode
from simulator.model.source import text_hash
from simulator.record import Record, new_session_id

BEGIN = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)
TEXT = "rolecall: 1\n"
"""Nobody plays these sessions again; a text there must be."""
CRITERIA = ("empathy", "listening", "clarity", "adaptability", "ownership", "compliance", "creativity")


def season(record: Record, library: Library, trainee: str, count: int) -> tuple[str, ...]:
    """Record so many ended sessions, two a day, slowly getting better; their ids, the oldest first."""
    entries = [entry for entry in library.listing().entries if entry.playable]
    person = record.people.id_for(trainee) if count else ""
    return tuple(_session(record, entries, person, number, count) for number in range(count))


def _session(record: Record, entries: Sequence[Entry], person: str, number: int, count: int) -> str:
    dice = random.Random(number)
    entry = entries[number * 7 % len(entries)]
    at = BEGIN + timedelta(hours=12 * number)
    session = new_session_id(at, dice.randbytes(10))
    mode = (Mode.PRACTICE, Mode.PRACTICE, Mode.EXAM, Mode.GUIDED)[number % 4]
    started = Started(
        session=session,
        scenario=entry.id,
        scenario_hash=text_hash(TEXT),
        rubric="customer-relations",
        rubric_hash=text_hash(TEXT),
        variant="first",
        mode=mode,
        seed=number,
        trainee=person,
        language=entry.language,
        engine="1",
    )
    record.start(started, TEXT, TEXT, at=at)
    level = 35 + 45 * number / count
    scores = {name: min(100.0, max(0.0, dice.gauss(level - 5 * place, 18))) for place, name in enumerate(CRITERIA)}
    score = sum(scores.values()) / len(scores)
    critical = ("undue-fees",) if number % 9 == 4 else ()
    passed = score >= 70 and not critical
    ended = Ended("end", "success" if passed else "failure", score, passed, critical, 9)
    criteria: dict[str, float | None] = {**scores, "resilience": None}
    record.end(
        session, ended, title=entry.title, role=entry.role, criteria=criteria, at=at + timedelta(minutes=entry.minutes)
    )
    return session
