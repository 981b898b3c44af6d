"""The figures of a group from the results of its calls."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.sampling import wilson
from simulator.groups.results import Mean, criteria_by_trainee, first_and_latest, first_tries, pass_rates
from simulator.model.mode import Mode
from simulator.record import Summary
from tests.groups.making import result

SESSIONS = st.lists(
    st.builds(
        result,
        st.sampled_from("abc"),
        st.floats(-50, 100),
        st.integers(0, 9),
        scenario=st.sampled_from(["one", "two"]),
        criteria=st.fixed_dictionaries({"empathy": st.none() | st.floats(-50, 150)}),
    ),
    max_size=12,
    unique_by=lambda one: one.session,
)


def test_criteria_are_means_of_what_assesses_them_and_who_needs_help_stands_on_top() -> None:
    found = criteria_by_trainee(
        [
            result("ana", 80, 0, criteria={"empathy": 60, "clarity": None}),
            result("ana", 60, 1, criteria={"empathy": 120, "clarity": 30}),
            result("ben", 20, 0, criteria={"empathy": -10}),
        ]
    )
    assert [(one.trainee, one.score) for one in found] == [("ben", Mean(20, 1)), ("ana", Mean(70, 2))]
    assert found[0].criteria == {"empathy": Mean(0, 1)}
    assert found[1].criteria == {"empathy": Mean(80, 2), "clarity": Mean(30, 1)}


def test_a_pass_rate_has_wilson_s_interval() -> None:
    sessions = [result("ana", 90, 0), result("ana", 50, 1), result("ben", 75, 0), result("ben", 95, 0, scenario="two")]
    easy, hard = reversed(pass_rates(sessions))
    assert (easy.scenario, easy.rate.value) == ("two", 1)
    assert (hard.title, hard.trainees, hard.calls, hard.passed) == ("Parcel", 2, 3, 2)
    assert hard.rate.interval == wilson(2, 3)


def test_the_first_try_is_held_against_the_latest_of_the_same_trainee() -> None:
    sessions = [result("ana", 40, 0), result("ana", 10, 1), result("ana", 80, 2), result("ben", 50, 0)]
    sessions += [result("cid", 60, 4), result("cid", 70, 9)]
    (found,) = first_and_latest(reversed(sessions))
    assert (found.trainees, found.first, found.latest) == (2, 50, 75)
    assert (found.change.value, found.change.interval) == (25, None)
    many = [result(name, score, day) for name in "abcdef" for day, score in ((0, 40), (1, 50))]
    assert first_and_latest(many)[0].change.interval == (10, 10)


def test_what_does_not_count_is_left_out() -> None:
    helped = [result("ana", 90, 0, hinted=True), result("ana", 90, 1, mode=Mode.GUIDED)]
    for figures in (criteria_by_trainee, pass_rates, first_and_latest, first_tries):
        assert not figures(helped)
    assert first_tries([*helped, result("ana", 50, 3), result("ana", 50, 2)]) == {"parcel-ana-2"}


@given(SESSIONS, st.randoms(use_true_random=False))
def test_the_order_of_sessions_means_nothing(sessions: list[Summary], dice: Any) -> None:
    shuffled = sessions[:]
    dice.shuffle(shuffled)
    for figures in (criteria_by_trainee, pass_rates, first_and_latest, first_tries):
        assert figures(shuffled) == figures(sessions)


@given(SESSIONS)
def test_every_session_is_in_one_row(sessions: list[Summary]) -> None:
    assert sum(one.score.calls for one in criteria_by_trainee(sessions)) == len(sessions)
    assert sum(one.calls for one in pass_rates(sessions)) == len(sessions)
    assert all(0 <= mean.value <= 100 for one in criteria_by_trainee(sessions) for mean in one.criteria.values())
    for one in first_and_latest(sessions):
        assert one.change.value == pytest.approx(one.latest - one.first)
