"""Columns that stand under each other, whatever is in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from simulator.cli.tables import table
from simulator.model.unseen import UNSEEN
from simulator.words.columns import columns_of

CELLS = st.text(max_size=12) | st.sampled_from(["é", "e\u0301", "漢字", "👩\u200d🔬", "\x1b[2J", "a\nb", "\t"])


def test_columns_are_as_wide_as_what_is_in_them() -> None:
    assert table(("Name", "N"), [("Léa", "1"), ("Zoé Martin", "10")], right=frozenset({1})) == (
        "Name         N\n"
        "Léa          1\n"
        "Zoé Martin  10"
    )  # fmt: skip


@given(st.lists(st.tuples(CELLS.filter(lambda cell: "|" not in cell), CELLS), max_size=6))
def test_a_row_is_a_line_and_columns_begin_together(rows: list[tuple[str, str]]) -> None:
    lines = table(("One", "|"), [(first, f"|{second}") for first, second in rows]).split("\n")
    assert len(lines) == len(rows) + 1
    assert not any(UNSEEN.search(line) for line in lines)
    assert len({columns_of(line.partition("|")[0]) for line in lines}) == 1
