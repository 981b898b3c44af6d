"""The checks of `verify` on scorecards that were added afterwards: they can be read, and what they are by is there."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from simulator.model.message import N_, Message
from simulator.record import texts
from simulator.record.errors import RecordError
from simulator.record.scorecards import scored
from simulator.record.tables import scorecards
from simulator.record.values import Scored


def readable(connection: Connection, session: str) -> Iterator[Message]:
    """What of a session's added scorecards cannot be read, or is not what its hash says."""
    for row in connection.execute(select(scorecards).where(scorecards.c.session == session)).mappings():
        try:
            one = scored(row)
        except RecordError:
            yield Message(N_("A scorecard that was added to the session afterwards cannot be read."))
            continue
        for digest in (one.scenario_hash, one.rubric_hash):
            try:
                texts.get(connection, digest)
            except RecordError as error:
                yield error.message


def added(connection: Connection, session: str, engine: str) -> tuple[Scored, ...]:
    """The scorecards of that engine that were added to a session, oldest first. Raises RecordError."""
    c = scorecards.c
    wanted = select(scorecards).where(c.session == session, c.engine == engine)
    rows = connection.execute(wanted.order_by(c.at, c.rubric_hash, c.scenario_hash)).mappings()
    return tuple(scored(row) for row in rows)
