"""Scorecards by other texts than a session was played with: added beside its summary, none is ever replaced."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import RowMapping, select

from simulator.record import texts
from simulator.record.codec import read_time, time_text
from simulator.record.database import Store, put_new
from simulator.record.query import unreadable
from simulator.record.tables import scorecards, sessions, summaries
from simulator.record.values import NewScore, Scored


def put(store: Store, new: Iterable[NewScore], engine: str, at: datetime | None) -> None:
    """Add what sessions are worth by other texts; nothing where that is there already. Raises RecordError."""
    with store.writing() as connection:
        moment = time_text(store.now(connection, at))
        for one in new:
            row = {
                "session": one.session,
                "scenario_hash": texts.put(connection, one.scenario_text),
                "rubric_hash": texts.put(connection, one.rubric_text),
                "engine": engine,
                "at": moment,
                "ending": one.played.ending,
                "outcome": one.played.outcome,
                "score": one.played.score,
                "passed": one.played.passed,
                "critical": json.dumps(one.played.critical, ensure_ascii=False),
                "criteria": json.dumps(dict(one.played.criteria), ensure_ascii=False),
            }
            put_new(connection, scorecards, row)


def of_session(store: Store, session: str) -> tuple[Scored, ...]:
    """What was added to a session, oldest first. Raises RecordError for a row that was tampered with."""
    c = scorecards.c
    wanted = select(scorecards).where(c.session == session).order_by(c.at, c.rubric_hash, c.scenario_hash, c.engine)
    with store.reading() as connection:
        return tuple(scored(row) for row in connection.execute(wanted).mappings())


def rubric_hashes(store: Store) -> tuple[str, ...]:
    """The hashes of the rubrics that ended sessions were scored with."""
    wanted = select(sessions.c.rubric_hash).join(summaries, summaries.c.session == sessions.c.id).distinct()
    with store.reading() as connection:
        return tuple(sorted(connection.execute(wanted).scalars()))


def ended_with(store: Store, scenario: str | None, rubrics: Collection[str] | None) -> tuple[str, ...]:
    """The ids of the ended sessions of a call, or scored with one of those rubrics.

    In order of their calls and of their beginning: what a call is worth is looked at once for all of its sessions.
    """
    wanted = select(sessions.c.id).join(summaries, summaries.c.session == sessions.c.id)
    if scenario is not None:
        wanted = wanted.where(sessions.c.scenario == scenario)
    if rubrics is not None:
        wanted = wanted.where(sessions.c.rubric_hash.in_(rubrics))
    with store.reading() as connection:
        return tuple(
            connection.execute(wanted.order_by(sessions.c.scenario_hash, sessions.c.started, sessions.c.id)).scalars()
        )


def scored(row: RowMapping) -> Scored:
    """The scorecard in a row. Raises RecordError for one that was tampered with."""
    try:
        return Scored(
            session=row["session"],
            scenario_hash=row["scenario_hash"],
            rubric_hash=row["rubric_hash"],
            engine=row["engine"],
            at=read_time(row["at"]),
            ending=row["ending"],
            outcome=row["outcome"],
            score=float(row["score"]),
            passed=bool(row["passed"]),
            critical=_names(json.loads(row["critical"])),
            criteria={str(k): None if v is None else float(v) for k, v in json.loads(row["criteria"]).items()},
        )
    except (ValueError, TypeError, AttributeError):
        raise unreadable(row["session"]) from None


def _names(found: Iterable[object]) -> tuple[str, ...]:
    return tuple(map(str, found))
