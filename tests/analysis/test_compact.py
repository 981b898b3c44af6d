"""Rows of numbers are the same rows, however many positions there are."""

from __future__ import annotations

from sys import getsizeof

import pytest

from simulator.analysis.compact import LARGE, amounts_for, boundless, row_for


@pytest.mark.parametrize("positions", [1, LARGE, LARGE + 1])
def test_rows_hold_what_they_are_given(positions: int) -> None:
    row = row_for(positions)
    made = row(number * 3 for number in range(4))
    made.extend([2**31 - 1])
    made[0] = 7
    assert list(row(made)) == [7, 3, 6, 9, 2**31 - 1]
    assert list(reversed(made)) == [2**31 - 1, 9, 6, 3, 7]
    assert list(amounts_for(positions, 3)) == [0.0, 0.0, 0.0]


def test_rows_for_many_positions_are_small() -> None:
    numbers = list(range(10_000))
    assert getsizeof(row_for(LARGE + 1)(numbers)) < getsizeof(row_for(LARGE)(numbers)) / 1.9


@pytest.mark.parametrize("most", [1, 2**40, 2**80])
def test_numbers_may_be_as_large_as_they_like(most: int) -> None:
    numbers = [most] * (LARGE + 1)
    assert list(boundless(numbers)) == numbers
    assert boundless(numbers[:5]) == numbers[:5]
