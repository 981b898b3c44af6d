"""Sessions to record: the same ones each time, with times and ids that are given and not made."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from simulator.model.events import BranchOf, Chose, Ended, Event, Hinted, Started
from simulator.model.message import Message
from simulator.model.mode import Mode
from simulator.model.source import text_hash
from simulator.record import Checked, Record, Verdict, new_session_id

SCENARIO = "rolecall: 1\nid: refused-debit\n# Prélèvement rejeté\n"
RUBRIC = "rolecall: 1\nid: customer-relations\n"
BEGIN = datetime(2026, 3, 2, 9, 0, 0, tzinfo=UTC)
TRAINEE = "0b6f1c3e-6f8e-4d55-9a60-2d6f1a6d0001"
CRITERIA: dict[str, float | None] = {"empathy": 80.5, "listening": 41.25, "creativity": None}


def minute(number: float) -> datetime:
    """A time so many minutes after the beginning."""
    return BEGIN + timedelta(minutes=number)


def session_id(number: int) -> str:
    """A session's id that is the same each time."""
    return new_session_id(minute(number), number.to_bytes(10, "big"))


def started(
    number: int = 1,
    *,
    trainee: str = TRAINEE,
    scenario: str = "refused-debit",
    scenario_text: str = SCENARIO,
    variant: str = "first",
    mode: Mode = Mode.PRACTICE,
    branch_of: BranchOf | None = None,
) -> Started:
    """How session `number` begins."""
    return Started(
        session=session_id(number),
        scenario=scenario,
        scenario_hash=text_hash(scenario_text),
        rubric="customer-relations",
        rubric_hash=text_hash(RUBRIC),
        variant=variant,
        mode=mode,
        seed=number,
        trainee=trainee,
        language="fr",
        engine="1",
        branch_of=branch_of,
    )


def chose(decision: int) -> Chose:
    """Decision `decision` of any session."""
    return Chose(decision, f"state-{decision}", "listen", 4_200, ("listen", "argue", "hold"))


def ended(score: float = 72.5, *, passed: bool = True, critical: tuple[str, ...] = ()) -> Ended:
    """The end of a call."""
    return Ended("agreement", "success" if passed else "failure", score, passed, critical, 3)


def begin(record: Record, beginning: Started, *events: Event) -> str:
    """Record the beginning of a session and what happened, a minute after each other."""
    at = minute(beginning.seed)
    record.start(beginning, SCENARIO, RUBRIC, at=at)
    for count, event in enumerate(events, start=1):
        record.append(beginning.session, event, at=at + timedelta(minutes=count))
    return beginning.session


def finish(record: Record, session: str, end: Ended, *, role: str = "collections") -> None:
    """End a session ten minutes after it began."""
    at = record.events(session)[0].at + timedelta(minutes=10)
    record.end(session, end, title="Prélèvement rejeté", role=role, criteria=CRITERIA, at=at)


def play(record: Record, number: int = 1, *, hinted: bool = False, end: Ended | None = None, **how: object) -> str:
    """A whole session of three decisions; its id."""
    before: list[Event] = [Hinted(1, "empathy-first")] if hinted else []
    beginning = started(number, **how)  # type: ignore[arg-type]
    session = begin(record, beginning, *before, chose(1), chose(2), chose(3))
    finish(record, session, end or ended())
    return session


def wrong(checked: Iterable[Checked]) -> dict[str, tuple[Message, ...]]:
    """What `verify` found wrong, by session."""
    return {found.session: found.problems for found in checked if found.verdict is Verdict.WRONG}


def tamper(file: Path, *statements: str, values: tuple[object, ...] = ()) -> None:
    """Change a database behind the record's back."""
    with closing(sqlite3.connect(file, timeout=10)) as other:
        for statement in statements:
            other.execute(statement, values if "?" in statement else ())
        other.commit()


def bytes_on_disk(file: Path) -> bytes:
    """All that a database file and its companions hold."""
    return b"".join(part.read_bytes() for part in sorted(file.parent.glob(file.name + "*")))
