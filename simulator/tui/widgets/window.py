"""The part of a long table that is held: the rows around what is looked at, a few pages, and where they are in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Generic, TypeVar

T = TypeVar("T")

MOST: Final = 500
"""As many rows as are held, however far one goes."""


@dataclass(frozen=True, slots=True)
class Window(Generic[T]):
    """Rows that follow each other in a table."""

    rows: tuple[T, ...] = ()
    begins: bool = True
    """Whether the first row is the table's first."""
    ends: bool = True
    """Whether the last row is the table's last."""
    before: int | None = 0
    """How many rows are before the first; None where that is not known."""
    behind: int | None = 0
    """How many rows are behind the last; None where that is not known."""

    @classmethod
    def at_beginning(cls, rows: Sequence[T], size: int) -> Window[T]:
        """The first page of a table, with fewer rows than `size` where these are all."""
        whole = len(rows) < size
        return cls(tuple(rows), True, whole, 0, 0 if whole else None)

    @classmethod
    def at_end(cls, rows: Sequence[T], size: int) -> Window[T]:
        """The last page of a table."""
        whole = len(rows) < size
        return cls(tuple(rows), whole, True, 0 if whole else None, 0)

    def with_next(self, rows: Sequence[T], size: int) -> Window[T]:
        """With the page behind the last row; as many of the first rows go as are too many."""
        every = (*self.rows, *rows)
        gone = max(0, len(every) - MOST)
        return Window(
            every[gone:],
            self.begins and not gone,
            len(rows) < size,
            None if self.before is None else self.before + gone,
            0 if len(rows) < size else None if self.behind is None else max(0, self.behind - len(rows)),
        )

    def with_previous(self, rows: Sequence[T], size: int) -> Window[T]:
        """With the page before the first row; as many of the last rows go as are too many."""
        turned = self._turned().with_next(tuple(reversed(rows)), size)
        return turned._turned()

    def with_row(self, place: int, row: T) -> Window[T]:
        """With another row at a place among those that are held."""
        return replace(self, rows=(*self.rows[:place], row, *self.rows[place + 1 :]))

    def of(self, count: int) -> Window[T]:
        """The same, in a table of so many rows: where it is can be told from either end."""
        if self.before is None and self.behind is not None:
            return replace(self, before=max(0, count - self.behind - len(self.rows)))
        return self

    def _turned(self) -> Window[T]:
        return Window(tuple(reversed(self.rows)), self.ends, self.begins, self.behind, self.before)
