"""What is held of a long table: it is a piece of the table wherever one goes, and never a long one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from simulator.tui.widgets.window import MOST, Window

SIZE = 100


@given(st.integers(0, 3_000), st.lists(st.sampled_from(["next", "previous", "first", "last"]), max_size=40))
def test_what_is_held_is_a_piece_of_the_table(count: int, steps: list[str]) -> None:
    table = tuple(range(count))
    window = Window.at_beginning(table[:SIZE], SIZE)
    for step in steps:
        match step:
            case "first":
                window = Window.at_beginning(table[:SIZE], SIZE)
            case "last":
                window = Window.at_end(table[-SIZE:], SIZE)
            case "next" if not window.ends:
                last = window.rows[-1]
                window = window.with_next(table[last + 1 : last + 1 + SIZE], SIZE)
            case "previous" if not window.begins:
                first = window.rows[0]
                window = window.with_previous(table[max(0, first - SIZE) : first], SIZE)
            case _:
                continue
        rows = window.rows
        assert len(rows) <= MOST
        assert rows == table[rows[0] : rows[-1] + 1] if rows else not table
        if rows:
            assert not (window.begins and rows[0] != 0)
            assert not (window.ends and rows[-1] != count - 1)
            assert window.before in (None, rows[0])
            assert window.behind in (None, count - 1 - rows[-1])
            assert window.of(count).before == rows[0]
