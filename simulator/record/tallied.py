"""Reads what a group is told by from `tallies`, and each trainee's first and latest try of a call from an index.

It costs what trainees times calls cost, however many sessions there are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select, true

from simulator.record.codec import is_like_a_time
from simulator.record.database import Store
from simulator.record.query import unreadable
from simulator.record.tables import summaries, tallies
from simulator.record.tallying import POINT
from simulator.record.values import Tallies, Tally, Tries, Try

_WHOLE = tallies.c.criterion == ""
_OF_TRY = (summaries.c.started, summaries.c.session, summaries.c.score)
_SUMS = (func.sum(tallies.c.calls), func.sum(tallies.c.points), func.sum(tallies.c.passed))


def read_tallies(store: Store, trainees: Collection[str] | None, scenario: str | None, viewer: str | None) -> Tallies:
    """What sessions that count come to; None leaves a thing open. Raises RecordError."""
    fits = _conditions(trainees, scenario, viewer)
    with store.reading() as connection:
        tries = _tries(connection, fits)
        return Tallies(
            trainees=_trainees(connection, fits),
            calls=_calls(connection, fits),
            tries=tries,
            titles=_titles(connection, tries),
        )


def _conditions(
    trainees: Collection[str] | None, scenario: str | None, viewer: str | None
) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if trainees is not None:
        found.append(tallies.c.trainee.in_(sorted(trainees)))
    if scenario is not None:
        found.append(tallies.c.scenario == scenario)
    if viewer is not None:
        found.append(or_(tallies.c.open == true(), tallies.c.trainee == viewer))
    return found


def _trainees(connection: Connection, fits: Iterable[ColumnElement[bool]]) -> Mapping[tuple[str, str], Tally]:
    key = (tallies.c.trainee, tallies.c.criterion)
    found = connection.execute(select(*key, *_SUMS).where(*fits).group_by(*key))
    return {(trainee, criterion): _tally(*sums) for trainee, criterion, *sums in found}


def _calls(connection: Connection, fits: Iterable[ColumnElement[bool]]) -> Mapping[str, Tally]:
    key = tallies.c.scenario
    found = connection.execute(select(key, *_SUMS).where(_WHOLE, *fits).group_by(key))
    return {scenario: _tally(*sums) for scenario, *sums in found}


def _tally(calls: int, points: int, passed: int) -> Tally:
    """A server's sums are no plain whole numbers."""
    return Tally(int(calls), int(points) / POINT, int(passed))


def _tries(connection: Connection, fits: Iterable[ColumnElement[bool]]) -> Mapping[tuple[str, str], Tries]:
    """By call and trainee; what trainers see and what they don't is counted apart, and brought together here."""
    of_file = connection.dialect.name == "sqlite"
    found: dict[tuple[str, str], Tries] = {}
    for scenario, trainee, *read in connection.execute(tries_statement(fits, of_file=of_file)):
        if None in read:
            continue  # somebody changed what is counted: `verify` says so
        own = Tries(_try(*read[:3]), _try(*read[3:]))
        before = found.setdefault((scenario, trainee), own)
        if before is not own:
            found[scenario, trainee] = Tries(min(before.first, own.first), max(before.latest, own.latest))
    return found


def tries_statement(fits: Iterable[ColumnElement[bool]], *, of_file: bool) -> Select[Any]:
    """Scenario, trainee, and three columns of the first and of the latest session behind each row of `tallies`.

    An index alone has them. A file knows no LATERAL: it looks each column up, which costs it little.
    """
    key = (tallies.c.scenario, tallies.c.trainee)
    if of_file:
        probes = (_probe([column], newest=newest).scalar_subquery() for newest in (False, True) for column in _OF_TRY)
        return select(*key, *probes).where(_WHOLE, *fits)
    first, latest = (_probe(_OF_TRY, newest=newest).lateral() for newest in (False, True))
    rows = tallies.join(first, true()).join(latest, true())
    return select(*key, *first.c, *latest.c).select_from(rows).where(_WHOLE, *fits)


def _probe(columns: Sequence[ColumnElement[Any]], *, newest: bool) -> Select[Any]:
    """The first or the latest of the sessions that one row of `tallies` is of."""
    c, t = summaries.c, tallies.c
    same = (c.trainee == t.trainee, c.scenario == t.scenario, c.counts == true(), c.open == t.open)
    order = (c.started.desc(), c.session.desc()) if newest else (c.started, c.session)
    return select(*columns).where(*same).order_by(*order).limit(1).correlate(tallies)


def _try(started: str, session: str, score: float) -> Try:
    try:
        if is_like_a_time(started):
            return Try(started, session, float(score))
    except (ValueError, TypeError):
        pass
    raise unreadable(session)


def _titles(connection: Connection, tries: Mapping[tuple[str, str], Tries]) -> Mapping[str, str]:
    """What each call is called in the latest session of it."""
    latest: dict[str, Try] = {}
    for (scenario, _trainee), own in tries.items():
        latest[scenario] = max(latest.get(scenario, own.latest), own.latest)
    c = summaries.c
    wanted = select(c.scenario, c.title).where(c.session.in_([one.session for one in latest.values()]))
    return {scenario: title for scenario, title in connection.execute(wanted)}
