"""The lines of an export: a table as CSV for spreadsheets, or as JSON Lines for programs.

A text that a spreadsheet could take for a formula has an apostrophe in front of it in CSV, and what nobody can see is
replaced by a sign in both.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Final

from simulator.model.unseen import visible, visible_lines
from simulator.report.columns import Table

_FORMULAS: Final = tuple("=+-@＝＋－＠")
"""What a formula begins with, for one spreadsheet or another."""


def csv_lines(table: Table, rows: Iterable[dict[str, object]]) -> Iterator[bytes]:
    """A head and a line for each row, as RFC 4180 has them: commas, CRLF, UTF-8."""
    yield csv_line([column.name for column in table.columns])
    for row in rows:
        yield csv_line([_cell(row[column.name]) for column in table.columns])


def json_lines(table: Table, rows: Iterable[dict[str, object]]) -> Iterator[bytes]:
    """An object for each row, its columns in their order, UTF-8."""
    for row in rows:
        told = {column.name: _value(row[column.name]) for column in table.columns}
        yield json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n"


def time_words(moment: datetime) -> str:
    """A time as exports write it: UTC, to the millisecond."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def harmless(text: str) -> str:
    """A text on one line that no spreadsheet takes for a formula."""
    shown = visible(text)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULAS) else shown


def csv_line(cells: Sequence[object], end: str = "\r\n") -> bytes:
    """One line, ended as RFC 4180 has it; empty where a cell is None. Texts are to be `harmless` before."""
    line = io.StringIO()
    csv.writer(line, lineterminator=end).writerow(cells)
    return line.getvalue().encode("utf-8")


def _cell(value: object) -> str:
    """A value as a cell. Figures are no texts: one below 0 keeps its sign."""
    plain = _value(value)
    match plain:
        case None:
            return ""
        case bool():
            return "true" if plain else "false"
        case list():
            return harmless(" ".join(map(str, plain)))
        case int() | float():
            return str(plain)
        case _:
            return harmless(str(plain))


def _value(value: object) -> object:
    """A value as JSON has it."""
    match value:
        case None:
            return None
        case datetime():
            return time_words(value)
        case tuple() | list():
            return [visible(str(one)) for one in value]
        case float():
            return round(value, 6)
        case bool() | int():
            return value
        case _:
            return visible_lines(str(value))
