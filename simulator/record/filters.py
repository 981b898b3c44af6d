"""A filter of ended sessions in the words of the database."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, TypeAlias

from sqlalchemy import ColumnElement, Connection, and_, false, or_, true
from sqlalchemy.sql.elements import UnaryExpression
from sqlalchemy.sql.operators import custom_op

from simulator.record.codec import time_text
from simulator.record.listing import Standing, Wanted
from simulator.record.searching import Way, Word, ways_to_have
from simulator.record.tables import summaries

Condition: TypeAlias = ColumnElement[bool]
Reading: TypeAlias = Callable[[ColumnElement[Any]], ColumnElement[Any]]
"""How a condition names a column."""

_ESCAPE: Final = "\\"
_EITHER_WAY: Final = summaries.c.open.in_((False, True))
"""Leaves out nothing, and lets an index be used that begins with who may see a session."""


def as_it_is(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """The column, for which an index may be looked up."""
    return column


def without_index(connection: Connection) -> Reading:
    """Names columns so that SQLite looks no index up for them: it would take the first that fits, be it ever so long.

    A server counts rows before it chooses, and finds what it needs in any column of the index that it reads.
    """
    if connection.dialect.name != "sqlite":
        return as_it_is
    return lambda column: UnaryExpression(column, operator=custom_op("+"), type_=column.type)


def conditions(wanted: Wanted, words: Sequence[Word], reading: Reading = as_it_is) -> list[Condition]:
    """The filter, but for whoever looks; `words` are those of its text."""
    only = [reading(column) == value for column, value in exact(wanted).items()]
    return [*only, *_ranges(wanted, reading), *(found(word, reading) for word in words)]


def visible_to(viewer: str | None, reading: Reading = as_it_is) -> Condition:
    """What `viewer` may see: their own, exams, what was shared; all there is where it is None."""
    c = summaries.c
    return true() if viewer is None else or_(reading(c.open) == true(), reading(c.trainee) == viewer)


def parts(wanted: Wanted, words: Sequence[Word]) -> Iterator[Condition]:
    """The parts of the filter that an index finds the sessions of."""
    c = summaries.c
    if wanted.trainee is not None:
        yield c.trainee == wanted.trainee
    if wanted.trainees is not None:
        yield c.trainee.in_(sorted(wanted.trainees))
    if wanted.scenario is not None:
        yield c.scenario == wanted.scenario
    if dates := list(_dates(wanted, as_it_is)):
        yield and_(*dates)
    if scores := list(_scores(wanted, as_it_is)):
        yield and_(_EITHER_WAY, *scores)
    if (ways := ways_to_have(words)) is not None:
        yield or_(false(), *(_had(way) for way in ways))


def _had(way: Way) -> Condition:
    c = summaries.c
    if way.trainees is None:
        return and_(_EITHER_WAY, c.called.in_(way.titles or ()))
    named = c.trainee.in_(way.trainees)
    return named if way.titles is None else and_(named, c.called.in_(way.titles))


def found(word: Word, reading: Reading) -> Condition:
    """Whether a word stands in the title or in the trainee's name."""
    c = summaries.c
    pattern = "%" + "".join(f"{_ESCAPE}{char}" if char in "%_\\" else char for char in word.word) + "%"
    named = reading(c.trainee).in_(word.trainees) if word.trainees is not None else _like(reading(c.named), pattern)
    called = reading(c.called).in_(word.titles) if word.titles is not None else _like(reading(c.called), pattern)
    return or_(named, called)


def _like(column: ColumnElement[Any], pattern: str) -> Condition:
    return column.like(pattern, escape=_ESCAPE)


def exact(wanted: Wanted) -> dict[ColumnElement[Any], object]:
    """The columns that may have one value only, and that value."""
    c = summaries.c
    values = {
        c.trainee: wanted.trainee,
        c.scenario: wanted.scenario,
        c.role: wanted.role,
        c.language: wanted.language,
        c.mode: None if wanted.mode is None else str(wanted.mode),
        c.final_passed: wanted.passed,
        c.erred: wanted.critical,
        c.counts: wanted.counts,
        c.reviewed: int(Standing.OPEN) if wanted.reviewed is False else None,
    }
    return {column: value for column, value in values.items() if value is not None}


def _ranges(wanted: Wanted, reading: Reading) -> Iterator[Condition]:
    c = summaries.c
    if wanted.trainees is not None:
        yield reading(c.trainee).in_(sorted(wanted.trainees))
    if wanted.reviewed:
        yield reading(c.reviewed) > int(Standing.OPEN)
    yield from _dates(wanted, reading)
    yield from _scores(wanted, reading)


def _dates(wanted: Wanted, reading: Reading) -> Iterator[Condition]:
    started = reading(summaries.c.started)
    if wanted.since is not None:
        yield started >= time_text(wanted.since)
    if wanted.until is not None:
        yield started < time_text(wanted.until)


def _scores(wanted: Wanted, reading: Reading) -> Iterator[Condition]:
    final = reading(summaries.c.final_score)
    if wanted.least is not None:
        yield final >= wanted.least
    if wanted.most is not None:
        yield final <= wanted.most
