"""Rows as CSV for a spreadsheet, in which no text may become a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from simulator.model.unseen import visible

_FORMULA = ("=", "+", "-", "@", "\t")
"""What a spreadsheet takes for the beginning of a formula."""


def rows_as_csv(rows: Sequence[Mapping[str, object]]) -> str:
    """The rows under the names of their fields, which all of them have; empty where a value is None."""
    told = io.StringIO()
    if rows:
        writer = csv.writer(told, lineterminator="\n")
        writer.writerow(rows[0])
        writer.writerows([_cell(value) for value in row.values()] for row in rows)
    return told.getvalue()


def _cell(value: object) -> object:
    """A value as a spreadsheet shows it: a text that begins like a formula gets an apostrophe before it."""
    if not isinstance(value, str):
        return value
    shown = visible(value)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) else shown
