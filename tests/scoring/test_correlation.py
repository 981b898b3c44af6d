"""Correlations: against tables of established packages, and what must hold of any pairs."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.correlation import pearson, ranks, spearman, spearman_estimate
from tests.scoring.tables import near, table

PAIRS = st.lists(st.tuples(st.integers(-20, 20), st.integers(-20, 20)), min_size=1, max_size=15)


@pytest.mark.parametrize("row", table("ranks"), ids=lambda row: str(row["seed"]))
def test_correlations_equal_the_golden_table(row: dict[str, Any]) -> None:
    pairs = [(skill, score) for skill, score in row["pairs"]]
    found = spearman_estimate(pairs, row["seed"])
    assert found is not None
    assert found.value == near(row["spearman"])
    assert found.interval == near(row["interval"])
    assert pearson(pairs) == near(row["pearson"])
    assert ranks([score for _, score in pairs]) == row["ranks"]


@given(PAIRS)
def test_a_correlation_lies_from_minus_1_to_1_and_goes_both_ways(pairs: list[tuple[int, int]]) -> None:
    for of in (pearson, spearman):
        found = of(pairs)
        assert found is None or -1 <= found <= 1
        assert of([(b, a) for a, b in pairs]) == pytest.approx(found)
        assert of([(a, -b) for a, b in pairs]) == pytest.approx(None if found is None else -found)


@given(PAIRS)
def test_ranks_see_the_order_alone(pairs: list[tuple[int, int]]) -> None:
    assert spearman([(a, b**3) for a, b in pairs]) == pytest.approx(spearman(pairs))


def test_ties_share_the_mean_of_their_ranks() -> None:
    assert ranks([5, 1, 5, 3, 5]) == [4, 1, 4, 2, 4]


def test_what_never_changes_goes_with_nothing() -> None:
    assert pearson([(1, 2), (1, 3)]) is None
    assert spearman([(1, 2), (4, 2)]) is None
    assert spearman([]) is None
