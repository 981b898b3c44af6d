"""The trainer's table in pages: a page is read from where another one ended, never by counting from the beginning.

A page then costs the same in a table of a thousand sessions and in one of a million, wherever in it one is.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, RowMapping

from simulator.record.database import Store
from simulator.record.filters import parts, without_index
from simulator.record.listing import Listed, Mark, Order, Standing, Wanted
from simulator.record.query import summary_of
from simulator.record.searching import look_up
from simulator.record.walking import Page, Search, count_statement, few_statement, page_statement

PAGE: Final = 100
FEW: Final = 10_000
"""So many sessions are looked up and sorted while nobody notices."""


class Pages:
    """The sessions that a filter lets through, in one order. Every call may raise RecordError."""

    def __init__(self, store: Store, wanted: Wanted, order: Order) -> None:
        self._store = store
        self.wanted = wanted
        self.order = order
        self._search: Search | None = None

    def first(self, size: int = PAGE) -> tuple[Listed, ...]:
        """The first rows."""
        return self._read(Page(self.order, None, size, forward=True))

    def last(self, size: int = PAGE) -> tuple[Listed, ...]:
        """The last rows, in the order of the table."""
        return self._read(Page(self.order, None, size, forward=False))

    def after(self, mark: Mark, size: int = PAGE) -> tuple[Listed, ...]:
        """The rows behind the one that has `mark`."""
        return self._read(Page(self.order, mark, size, forward=True))

    def before(self, mark: Mark, size: int = PAGE) -> tuple[Listed, ...]:
        """The rows before the one that has `mark`, in the order of the table."""
        return self._read(Page(self.order, mark, size, forward=False))

    def count(self) -> int:
        """How many there are. Unlike a page it may take a second or two where there are a million sessions."""
        with self._store.reading() as connection:
            statement = count_statement(self._searched(connection), without_index(connection))
            return int(connection.execute(statement).scalar_one())

    def _read(self, page: Page) -> tuple[Listed, ...]:
        with self._store.reading() as connection:
            statement = page_statement(self._searched(connection), page, without_index(connection))
            rows = [_listed(row, page.column) for row in connection.execute(statement).mappings()]
        return tuple(rows if page.forward else reversed(rows))

    def _searched(self, connection: Connection) -> Search:
        if self._search is None:
            self._search = search_of(connection, self.wanted)
        return self._search


def search_of(connection: Connection, wanted: Wanted) -> Search:
    """The filter with its words looked up, and the part of it that leaves the fewest sessions, if these are few."""
    words = look_up(connection, wanted.text)
    least, few = FEW + 1, None
    for part in parts(wanted, words):
        found = int(connection.execute(few_statement(part, least - 1)).scalar_one())
        if found < least:
            least, few = found, part
    return Search(wanted, words, few)


def _listed(row: RowMapping, column: str) -> Listed:
    summary = summary_of(row)
    return Listed(
        summary=summary,
        name=row["name"] or "",
        standing=Standing(row["reviewed"]),
        final=float(row["final_score"]),
        passed=bool(row["final_passed"]),
        mark=Mark(row[column], summary.session),
    )
