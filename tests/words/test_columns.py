"""How many columns a text takes in a terminal."""

from __future__ import annotations

import pytest

from simulator.words.columns import columns_of


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("é", 1), ("e\u0301", 1), ("漢字", 4), ("", 0)])
def test_width_is_counted_in_columns(text: str, columns: int) -> None:
    assert columns_of(text) == columns
