"""Tables as CSV and JSON Lines: what is written is read back as it was, and no cell is more than a cell."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.model.unseen import UNSEEN
from simulator.report.columns import Column, Kind, Table
from simulator.report.export_lines import csv_lines, harmless, json_lines

TABLE = Table("t", "A row.", tuple(Column(kind.value, kind, "It.") for kind in Kind))
ROW = {
    "text": 'Café, "l\'été"',
    "whole": -3,
    "number": -12.5,
    "flag": False,
    "time": datetime(2026, 11, 23, 10, 0, 0, 1_500, tzinfo=timezone(timedelta(hours=1))),
    "day": date(2026, 11, 23),
    "list": ("told-others", "=false-threat"),
}
NOTHING = dict.fromkeys(ROW)


def written(*rows: dict[str, object]) -> list[list[str]]:
    """The CSV file, read as a spreadsheet reads it."""
    text = b"".join(csv_lines(TABLE, rows)).decode("utf-8")
    return list(csv.reader(io.StringIO(text, newline="")))


def test_a_row_as_it_stands_in_a_file() -> None:
    assert b"".join(csv_lines(TABLE, [ROW, NOTHING])).decode() == (
        "text,whole,number,flag,time,day,list\r\n"
        '"Café, ""l\'été""",-3,-12.5,false,2026-11-23T09:00:00.001Z,2026-11-23,told-others =false-threat\r\n'
        ",,,,,,\r\n"
    )
    assert b"".join(json_lines(TABLE, [ROW, NOTHING])).decode() == (
        '{"text":"Café, \\"l\'été\\"","whole":-3,"number":-12.5,"flag":false,"time":"2026-11-23T09:00:00.001Z",'
        '"day":"2026-11-23","list":["told-others","=false-threat"]}\n'
        '{"text":null,"whole":null,"number":null,"flag":null,"time":null,"day":null,"list":null}\n'
    )


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "＝1", "－1", "\t=1", "\r=1"])
def test_a_text_is_no_formula(text: str) -> None:
    (cell,) = written({**NOTHING, "text": text})[1][:1]
    assert cell[0] not in "=+-@＝＋－＠\t\r"
    assert json.loads(next(json_lines(TABLE, [{**NOTHING, "text": "=1"}])))["text"] == "=1"


def test_a_list_that_begins_like_a_formula_is_none() -> None:
    assert written({**NOTHING, "list": ("=1", "a")})[1][-1] == "'=1 a"


@given(st.text(max_size=40), st.lists(st.text(max_size=10), max_size=3), st.integers(), st.floats(-1e6, 1e6))
def test_whatever_the_text_there_are_as_many_cells_as_columns(
    text: str, ids: list[str], whole: int, number: float
) -> None:
    row = {**ROW, "text": text, "list": tuple(ids), "whole": whole, "number": number}
    head, cells = written(row)
    assert len(head) == len(cells) == len(TABLE.columns)
    assert not UNSEEN.search("".join(cells))
    assert float(cells[2]) == round(number, 6)
    (line,) = json_lines(TABLE, [row])
    assert json.loads(line)["whole"] == whole
    assert line.count(b"\n") == 1


def test_a_harmless_text_stays_as_it_is() -> None:
    assert harmless("L'appel – 10 % = bien") == "L'appel – 10 % = bien"
    assert harmless("two\nlines") == "two lines"


def test_times_are_told_in_utc() -> None:
    assert written({**NOTHING, "time": datetime(2026, 1, 1, tzinfo=UTC)})[1][4] == "2026-01-01T00:00:00.000Z"
