"""What a point is worth, what a criterion weighs, and how far best and blind are apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scoring.yardsticks import Yardsticks, factor

TWO = Yardsticks(
    criteria=("empathy", "clarity"),
    weights=(30.0, 10.0),
    ranges=(6.0, 2.0),
    factors=(5.0, 2.5),
    best=40.0,
    blind=-10.0,
    blind_lost=(8.0, 4.0),
    decisions=5.0,
)
"""5 * 8 + 2.5 * 4 = 50 = best - blind."""


@pytest.mark.parametrize(("reach", "worth"), [(8.0, 2.5), (4.0, 5.0), (3.9, 5.0), (0.0, 5.0), (-1.0, 5.0)])
def test_a_point_is_worth_the_weight_over_the_range_but_at_most_a_quarter_of_it(reach: float, worth: float) -> None:
    assert factor(20, reach) == pytest.approx(worth)


def test_the_value_of_points_is_their_sum_by_factors() -> None:
    assert TWO.value((2, -1)) == 7.5


def test_spread_and_scale() -> None:
    assert TWO.spread == 50
    assert TWO.scale == 2


def test_the_score_is_100_for_the_best_call_and_0_for_blind_clicking() -> None:
    assert [TWO.score(value) for value in (40, -10, 15, -20)] == [100, 0, 50, -20]
    assert replace(TWO, blind=40.0).score(40) == 100, "nothing can be lost"


def test_nominal_shares_are_those_of_the_weights() -> None:
    assert TWO.nominal == (0.75, 0.25)


def test_effective_weights_are_the_shares_of_what_blind_clicking_loses() -> None:
    assert TWO.effective_weights == pytest.approx((0.8, 0.2))


def test_where_best_is_blind_nothing_can_be_lost_and_the_nominal_shares_hold() -> None:
    flat = replace(TWO, blind=TWO.best)
    assert flat.scale == 0
    assert flat.effective_weights == flat.nominal
    assert not flat.assessed(0)


def test_no_weight_at_all_gives_no_shares() -> None:
    assert replace(TWO, weights=(0.0, 0.0)).nominal == (0.0, 0.0)


@pytest.mark.parametrize(("lost", "assessed"), [(3.0, True), (2.9, False), (-4.0, False)])
def test_a_criterion_is_assessed_from_three_points_that_blind_clicking_loses(lost: float, assessed: bool) -> None:
    assert replace(TWO, blind_lost=(lost, 1.0)).assessed(0) is assessed


def test_the_spread_in_points_counts_by_the_mean_factor_of_the_criteria_in_play() -> None:
    assert TWO.spread_in_points == pytest.approx(50 / 3.75)
    assert replace(TWO, ranges=(6.0, 0.0)).spread_in_points == pytest.approx(10)
    assert replace(TWO, ranges=(0.0, 0.0)).spread_in_points == 0
