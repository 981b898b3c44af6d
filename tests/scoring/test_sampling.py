"""Wilson's interval, Student's, the bootstrap, and the numbers that it draws by."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from statistics import fmean
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.sampling import (
    MANY_UNITS,
    Estimate,
    Interval,
    bootstrap,
    estimated,
    mean_of,
    numbers,
    share_of,
    student,
    student_quantile,
    wilson,
)
from tests.scoring.tables import near, table


def mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


@pytest.mark.parametrize(
    ("hits", "tries", "low", "high"), [(5, 10, 0.2366, 0.7634), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0)]
)
def test_wilson_s_interval(hits: int, tries: int, low: float, high: float) -> None:
    assert wilson(hits, tries) == pytest.approx((low, high), abs=5e-5)


def test_the_numbers_of_a_seed_are_fixed_for_ever() -> None:
    assert list(islice(numbers("a"), 2)) == [38682895, 3903071697]
    assert list(islice(numbers("b"), 2)) != [38682895, 3903071697]


def test_the_numbers_are_spread_evenly() -> None:
    drawn = [number >> 29 for number in islice(numbers("call/default"), 8_000)]
    assert all(850 < drawn.count(eighth) < 1150 for eighth in range(8))


@pytest.mark.parametrize("row", table("shares"), ids=lambda row: f"{row['hits']} of {row['tries']}")
def test_shares_equal_the_golden_table(row: dict[str, Any]) -> None:
    found = share_of(row["hits"], row["tries"])
    assert found is not None
    assert found.value == row["hits"] / row["tries"]
    assert found.interval == near(row["interval"])


def test_nothing_tried_is_no_share() -> None:
    assert share_of(0, 0) is None


@given(st.integers(1, 500).flatmap(lambda tries: st.tuples(st.integers(0, tries), st.just(tries))))
def test_wilson_s_interval_holds_the_share_and_is_the_mirror_of_the_misses(found: tuple[int, int]) -> None:
    hits, tries = found
    low, high = wilson(hits, tries)
    assert 0 <= low <= hits / tries <= high <= 1
    assert wilson(tries - hits, tries) == pytest.approx((1 - high, 1 - low))


@given(st.lists(st.integers(-100, 100), min_size=5, max_size=20), st.text(max_size=5))
def test_a_bootstrap_is_the_same_each_time_and_stays_within_what_there_is(values: list[int], seed: str) -> None:
    found = bootstrap(values, mean, seed, resamples=50)
    assert found is not None
    assert min(values) <= found.low <= found.high <= max(values)
    assert found == bootstrap(values, mean, seed, resamples=50)


def test_few_units_have_no_interval() -> None:
    assert bootstrap([1, 2, 3, 4], mean, "a") is None
    assert estimated([1, 2, 3, 4], mean, "a") == (2.5, None)


def test_what_the_units_do_not_say_is_no_figure() -> None:
    assert estimated([], mean, "a") is None


def test_where_most_resamples_say_nothing_there_is_no_interval() -> None:
    def mean_of_all(values: Sequence[int]) -> float | None:
        return mean(values) if len(set(values)) == 6 else None

    assert bootstrap(range(6), mean_of_all, "a") is None


def test_of_equal_values_the_interval_is_a_point() -> None:
    assert bootstrap([3] * 8, mean, "a") == (3, 3)


@pytest.mark.parametrize(
    ("degrees", "quantile"),
    [(29, 2.045230), (30, 2.042272), (40, 2.021075), (60, 2.000298), (120, 1.979930), (1_499, 1.961548)],
)
def test_student_s_quantile_is_that_of_the_tables(degrees: int, quantile: float) -> None:
    assert student_quantile(degrees) == pytest.approx(quantile, abs=1e-6)


def test_student_s_interval_of_a_sample_worked_by_hand() -> None:
    """30 values of 0 and 30 of 1: a mean of 0.5, a variance of 15/59, and t(59) = 2.000995."""
    half = 2.000995 * (15 / 59 / 60) ** 0.5
    assert student([0.0, 1.0] * 30) == pytest.approx((0.5 - half, 0.5 + half), abs=1e-6)


@given(st.integers(MANY_UNITS, 60), st.text(max_size=5), st.sampled_from([1, 2]))
def test_student_s_interval_holds_the_true_mean_19_times_in_20(size: int, seed: str, power: int) -> None:
    """Of even values, and of their squares, which are lopsided: the true mean is 1/2 or 1/3."""
    drawn, rounds = numbers(seed), 400
    samples = [[(next(drawn) / 2**32) ** power for _ in range(size)] for _ in range(rounds)]
    held = sum(low <= 1 / (power + 1) <= high for low, high in map(student, samples))
    assert 0.89 * rounds <= held <= 0.995 * rounds


def test_a_mean_has_student_s_interval_from_where_there_are_many_units() -> None:
    few, many = [float(number % 7) for number in range(MANY_UNITS - 1)], [float(n % 7) for n in range(MANY_UNITS)]
    assert mean_of(few, "a") == Estimate(fmean(few), bootstrap(few, mean, "a"))
    assert mean_of(many, "a") == Estimate(fmean(many), student(many))
    assert mean_of([], "a") is None
    assert mean_of([3.0] * 40, "a") == (3.0, Interval(3.0, 3.0))
