"""The statements that read a page of the trainer's table, and count it.

As a rule the index that sorts is walked from where the page begins, and what the filter refuses is passed over. Where
one part of the filter alone leaves few sessions, that walk could be a long one: these few are looked up by the index
of that part, and sorted.

What trainers may see and what is the viewer's own are two walks, the rows of which are brought together: each of them
then meets hardly any session that is not to be shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, FromClause, Select, and_, false, func, select, true, tuple_, union_all

from simulator.record.filters import Condition, Reading, as_it_is, conditions, exact, visible_to
from simulator.record.listing import Column, Mark, Order, Wanted
from simulator.record.searching import Word
from simulator.record.tables import people, summaries

SORTED_BY: Final = {
    Column.STARTED: summaries.c.started,
    Column.TRAINEE: summaries.c.named,
    Column.CALL: summaries.c.called,
    Column.MODE: summaries.c.mode,
    Column.SCORE: summaries.c.score,
    Column.FINAL: summaries.c.final_score,
    Column.PASSED: summaries.c.final_passed,
    Column.CRITICAL: summaries.c.erred,
    Column.REVIEWED: summaries.c.reviewed,
}


@dataclass(frozen=True, slots=True)
class Search:
    """A filter and what was found out about it: where its words are, and the part that leaves few sessions."""

    wanted: Wanted
    words: tuple[Word, ...] = ()
    few: Condition | None = None

    def conditions(self, reading: Reading) -> list[Condition]:
        """The filter, but for whoever looks."""
        return conditions(self.wanted, self.words, reading)


@dataclass(frozen=True, slots=True)
class Page:
    """Where a page begins (None: at the end of the table that is read from) and which way it is read."""

    order: Order
    mark: Mark | None
    size: int
    forward: bool

    @property
    def column(self) -> str:
        """The name of the column that sorts."""
        return SORTED_BY[self.order.column].name

    def cut(
        self, wanted: Select[Any], rows: FromClause, reading: Reading = as_it_is, *, alike: bool = False
    ) -> Select[Any]:
        """`wanted`, which reads `rows`, sorted and cut to the page; `alike` where all rows have the same to sort by."""
        key, session = rows.c[self.column], rows.c.session
        downwards = self.order.descending == self.forward
        if self.mark is not None and alike:
            wanted = wanted.where(session < self.mark.session if downwards else session > self.mark.session)
        elif self.mark is not None:
            ours, theirs = tuple_(reading(key), reading(session)), (self.mark.value, self.mark.session)
            wanted = wanted.where(ours < theirs if downwards else ours > theirs)
        columns = (session,) if alike else (key, session)
        return wanted.order_by(*(column.desc() if downwards else column for column in columns)).limit(self.size)


def page_statement(search: Search, page: Page, aside: Reading) -> Select[Any]:
    """The rows of a page with their trainees' names. `aside` names a column for which no index shall be looked up."""
    found = _few(search, page, aside) if search.few is not None else _walked(search, page, aside)
    rows = found.subquery("page")
    named = rows.outerjoin(people, people.c.id == rows.c.trainee)
    return page.cut(select(rows, people.c.name).select_from(named), rows)


def walks(search: Search, page: Page, aside: Reading) -> Iterator[Select[Any]]:
    """The statements that each walk an index, one behind the other in the order of the page."""
    column = SORTED_BY[page.order.column]
    fits = search.conditions(lambda one: one if one is column else aside(one))
    # SQLite would sort them by what they all have in common.
    alike = any(one is column for one in exact(search.wanted))
    for shown in _shown(search.wanted.viewer, aside):
        yield page.cut(select(summaries).where(shown, *fits), summaries, alike=alike)


def count_statement(search: Search, aside: Reading) -> Select[Any]:
    """How many sessions there are."""
    fits = search.conditions(aside)
    if search.few is not None:
        return _counted(search.few, visible_to(search.wanted.viewer, aside), *fits)
    counts = [_counted(shown, *fits).scalar_subquery() for shown in _shown(search.wanted.viewer, aside)]
    total: ColumnElement[Any] = counts[0]
    for count in counts[1:]:
        total = total + count
    return select(total)


def few_statement(part: Condition, most: int) -> Select[Any]:
    """How many sessions a part of a filter leaves, counted up to `most` and one more."""
    return select(func.count()).select_from(select(summaries.c.session).where(part).limit(most + 1).subquery())


def _shown(viewer: str | None, aside: Reading) -> tuple[Condition, ...]:
    """What is to be seen, in pieces that have nothing in common."""
    c = summaries.c
    if viewer is None:
        return c.open == true(), c.open == false()
    return c.open == true(), and_(aside(c.open) == false(), c.trainee == viewer)


def _walked(search: Search, page: Page, aside: Reading) -> Select[Any]:
    rows = union_all(*(select(walk.subquery()) for walk in walks(search, page, aside))).subquery("walked")
    return page.cut(select(rows), rows)


def _few(search: Search, page: Page, aside: Reading) -> Select[Any]:
    assert search.few is not None
    fits = (search.few, visible_to(search.wanted.viewer, aside), *search.conditions(aside))
    # A server would sooner walk the index that sorts: it takes what a filter leaves for evenly spread.
    rows = select(summaries).where(*fits).cte("few").prefix_with("MATERIALIZED", dialect="postgresql")
    return page.cut(select(rows), rows, aside)


def _counted(*fits: Condition) -> Select[Any]:
    return select(func.count()).select_from(summaries).where(*fits)
