"""What a line that went wrong belongs to where it begins at one column or another; its keys tell which is likelier."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from simulator.language.schema_places import Fit, Location, fit
from simulator.language.traps_lines import dashes_of, indent_of, key_of, opens_text
from simulator.language.traps_values import WORDS

_BRACED: Final = re.compile(r":\s+\{\s*([\w-]+)\s*:")
_LONGEST: Final = 1000


@dataclass(slots=True)
class _Open:
    """A mapping that the next line may go on with: where its keys begin, what it is, and its keys so far."""

    column: int
    location: Location
    keys: list[str]
    text: int | None = None
    """Where the lines of the text begin that the last key opened, 0 before the first of them; None for no text."""


class Owners:
    """The mappings that are open below some lines, each by its column."""

    def __init__(self, above: Iterable[str]) -> None:
        self._open = [_Open(0, (), [])]
        for line in above:
            self._take(line[:_LONGEST])

    @property
    def columns(self) -> list[int]:
        """The columns at which the next line would go on with what is open, the innermost first."""
        return [one.column for one in reversed(self._open)]

    def suits(self, content: str, column: int, below: str = "") -> tuple[int, int]:
        """How well `content`, a line without its indent, suits `column`, and then how well what it holds does.

        The lower, the better. `below` is the next line.
        """
        dashes, key = dashes_of(content), key_of(content)
        owner = self._owner(column)
        if owner.text is not None and column > owner.column:
            is_key = key in WORDS or content == f"{key}:"
            return (Fit.UNKNOWN if is_key else Fit.KNOWN), owner.text not in (0, column)
        if not key:
            return Fit.UNKNOWN, 0
        beside = not dashes and column == owner.column
        if beside and key in owner.keys:
            return len(Fit), 0
        location = owner.location if beside else _below(owner, dashes)
        return fit(key, location), _suits_inside(content, below, column, (*location, key))

    def _take(self, line: str) -> None:
        key, dashes = key_of(line), dashes_of(line)
        indent = indent_of(line)
        column = indent + len(dashes)
        owner = self._owner(indent)
        if owner.text is not None and indent > owner.column:
            owner.text = owner.text or indent
            return
        if not key:
            return
        if dashes or column != owner.column:
            owner = _Open(column, _below(owner, dashes), [])
            self._open = [*(one for one in self._open if one.column < column), owner]
        else:
            self._open = [one for one in self._open if one.column <= column]
        owner.keys.append(key)
        owner.text = 0 if opens_text(line) else None

    def _owner(self, column: int) -> _Open:
        """The innermost mapping that is not further in than a line or a dash at `column`."""
        return next(one for one in reversed(self._open) if one.column <= column)


def _below(owner: _Open, dashes: str) -> Location:
    """What stands under the last key of `owner`: a mapping, or an item of a list of them."""
    items = [0] * dashes.count("-")
    return (*owner.location, *owner.keys[-1:], *items)


def _suits_inside(content: str, below: str, column: int, location: Location) -> int:
    """How well the first key of what a line holds suits `location`: between braces, or in the line below."""
    if found := _BRACED.search(content):
        return fit(found[1], location)
    if not content.endswith(":") or dashes_of(below):
        return Fit.KNOWN
    return fit(key_of(below), location) if indent_of(below) > column else Fit.UNKNOWN
