"""How far reviewers agree: against tables of established packages, and what must hold of any marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.agreement import LEVELS, LINEAR, QUADRATIC, Row, agreement, ordinal_alpha, weighted_kappa, within_one
from scoring.sampling import Estimate
from tests.scoring.tables import near, table

LEVEL = st.sampled_from(LEVELS)
PAIRS = st.lists(st.tuples(LEVEL, LEVEL), min_size=1, max_size=12)


def marks(reviewers: int = 4) -> st.SearchStrategy[list[tuple[int | None, ...]]]:
    """Marks of so many reviewers, some of them missing."""
    mark = st.one_of(st.none(), LEVEL)
    return st.lists(st.tuples(*[mark] * reviewers), min_size=1, max_size=10)


def figures(found: Estimate | None) -> Any:
    return None if found is None else {"value": found.value, "interval": found.interval and [*found.interval]}


def equals(found: Estimate | None, expected: dict[str, Any] | None) -> bool:
    if found is None:
        return expected is None
    return expected is not None and (found.value, found.interval) == (
        near(expected["value"]),
        near(expected["interval"]),
    )


@pytest.mark.parametrize("row", table("agreement"), ids=lambda row: str(row["name"]))
def test_agreement_equals_the_golden_table(row: dict[str, Any]) -> None:
    found = agreement(row["marks"], row["name"])
    for name in ("within_one", "kappa", "linear_kappa", "alpha"):
        estimate = getattr(found, name)
        assert equals(estimate, row.get(name)), (name, figures(estimate), row.get(name))
    assert found.reviewers == len(row["marks"][0])
    assert found.calls == sum(sum(mark is not None for mark in call) > 1 for call in row["marks"])


def test_the_published_example_of_alpha() -> None:
    assert ordinal_alpha(table("agreement")[0]["marks"]) == pytest.approx(0.815, abs=5e-4)


def test_kappa_by_hand() -> None:
    pairs = [(1, 1), (1, 2), (3, 3), (3, 2)]
    assert weighted_kappa(pairs, LINEAR) == pytest.approx(1 - 0.5 / 1.0)
    assert weighted_kappa(pairs, QUADRATIC) == pytest.approx(1 - 0.5 / 1.5)


@given(PAIRS, st.sampled_from([LINEAR, QUADRATIC]))
def test_kappa_is_the_same_whoever_comes_first_and_at_most_1(pairs: list[tuple[int, int]], power: int) -> None:
    found = weighted_kappa(pairs, power)
    assert found == weighted_kappa([(b, a) for a, b in pairs], power)
    assert found is None or -1 - 1e-9 <= found <= 1


@given(PAIRS)
def test_kappa_is_the_same_on_a_scale_that_is_turned_round(pairs: list[tuple[int, int]]) -> None:
    turned = [(6 - a, 6 - b) for a, b in pairs]
    assert weighted_kappa(turned) == pytest.approx(weighted_kappa(pairs))


@given(marks(), st.permutations(range(4)), st.randoms(use_true_random=False))
def test_neither_the_order_of_reviewers_nor_that_of_calls_matters(
    rows: list[tuple[int | None, ...]], order: list[int], dice: Any
) -> None:
    other: list[Row] = [[row[place] for place in order] for row in rows]
    dice.shuffle(other)
    assert ordinal_alpha(other) == pytest.approx(ordinal_alpha(rows))
    assert within_one(other) == pytest.approx(within_one(rows))


@given(marks())
def test_alpha_is_at_most_1_and_the_same_on_a_scale_that_is_turned_round(rows: list[tuple[int | None, ...]]) -> None:
    found = ordinal_alpha(rows)
    assert found is None or found <= 1 + 1e-9
    turned = [[None if mark is None else 6 - mark for mark in row] for row in rows]
    assert ordinal_alpha(turned) == pytest.approx(found)


@given(st.lists(LEVEL, min_size=2, max_size=10).filter(lambda levels: len(set(levels)) > 1), st.integers(2, 5))
def test_who_always_agree_agree_perfectly(levels: list[int], reviewers: int) -> None:
    rows = [(level,) * reviewers for level in levels]
    found = agreement(rows, "a")
    assert (found.reviewers, found.calls) == (reviewers, len(levels))
    assert found.alpha is not None
    assert found.alpha.value == pytest.approx(1)
    assert found.within_one is not None
    assert found.within_one.value == 1
    if reviewers == 2:
        assert found.kappa is not None
        assert found.kappa.value == 1
    else:
        assert found.kappa is None


@given(marks(), st.lists(LEVEL, min_size=1, max_size=3))
def test_calls_with_one_mark_say_nothing_of_agreement(rows: list[tuple[int | None, ...]], alone: Sequence[int]) -> None:
    more = [*rows, *((level, None, None, None) for level in alone)]
    assert ordinal_alpha(more) == ordinal_alpha(rows)
    assert within_one(more) == within_one(rows)


def test_one_reviewer_agrees_with_nobody() -> None:
    found = agreement([(1,), (2,), (5,)], "a")
    assert (found.reviewers, found.calls) == (1, 0)
    assert (found.within_one, found.kappa, found.linear_kappa, found.alpha) == (None, None, None, None)


def test_no_marks_are_no_agreement() -> None:
    for rows in ([], [(None, None)], [()]):
        found = agreement(rows, "a")
        assert (found.reviewers, found.calls, found.within_one, found.alpha) == (0, 0, None, None)


def test_where_all_marks_are_the_same_no_coefficient_says_anything() -> None:
    found = agreement([(3, 3)] * 8, "a")
    assert found.within_one == Estimate(1.0, (1.0, 1.0))  # type: ignore[arg-type]
    assert (found.kappa, found.linear_kappa, found.alpha) == (None, None, None)


def test_a_reviewer_who_always_gives_the_same_mark_agrees_by_chance() -> None:
    assert weighted_kappa([(3, 1), (3, 4), (3, 5), (3, 2)]) == 0


def test_who_gave_no_mark_is_no_reviewer() -> None:
    with_two = agreement([(1, 2), (4, 4), (2, 2)], "a")
    with_a_third = agreement([(1, None, 2), (4, None, 4), (2, None, 2)], "a")
    assert with_a_third == with_two
    assert with_two.kappa is not None
    assert replace(with_two, alpha=None) != with_two
