"""Rows as CSV for a spreadsheet, in which no text may become a formula."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from simulator.report.export_lines import csv_line, harmless


def rows_as_csv(rows: Sequence[Mapping[str, object]]) -> str:
    """The rows under the names of their fields, which all of them have; empty where a value is None."""
    every: list[list[object]] = [list(rows[0])] if rows else []
    every += [[_cell(value) for value in row.values()] for row in rows]
    return b"".join(csv_line(cells, end="\n") for cells in every).decode("utf-8")


def _cell(value: object) -> object:
    """A value as a spreadsheet shows it; figures are no texts."""
    return harmless(value) if isinstance(value, str) else value
