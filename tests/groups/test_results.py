"""The figures of a group from the results of its calls."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.sampling import wilson
from simulator.groups.results import Mean, Results
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
    found = Results(
        [
            result("ana", 80, 0, criteria={"empathy": 60, "clarity": None}),
            result("ana", 60, 1, criteria={"empathy": 120, "clarity": 30}),
            result("ben", 20, 0, criteria={"empathy": -10}),
        ]
    ).criteria_by_trainee()
    assert [(one.trainee, one.score) for one in found] == [("ben", Mean(20, 1)), ("ana", Mean(70, 2))]
    assert found[0].criteria == {"empathy": Mean(0, 1)}
    assert found[1].criteria == {"empathy": Mean(80, 2), "clarity": Mean(30, 1)}


def test_a_pass_rate_has_wilson_s_interval() -> None:
    sessions = [result("ana", 90, 0), result("ana", 50, 1), result("ben", 75, 0), result("ben", 95, 0, scenario="two")]
    easy, hard = reversed(Results(sessions).pass_rates())
    assert (easy.scenario, easy.rate.value) == ("two", 1)
    assert (hard.title, hard.trainees, hard.calls, hard.passed) == ("Parcel", 2, 3, 2)
    assert hard.rate.interval == wilson(2, 3)


def test_the_first_try_is_held_against_the_latest_of_the_same_trainee() -> None:
    sessions = [result("ana", 40, 0), result("ana", 10, 1), result("ana", 80, 2), result("ben", 50, 0)]
    sessions += [result("cid", 60, 4), result("cid", 70, 9)]
    (found,) = Results(reversed(sessions)).first_and_latest()
    assert (found.trainees, found.first, found.latest) == (2, 50, 75)
    assert (found.change.value, found.change.interval) == (25, None)
    many = [result(name, score, day) for name in "abcdef" for day, score in ((0, 40), (1, 50))]
    assert Results(many).first_and_latest()[0].change.interval == (10, 10)


def test_what_does_not_count_is_left_out() -> None:
    helped = [result("ana", 90, 0, hinted=True), result("ana", 90, 1, mode=Mode.GUIDED)]
    none = Results(helped)
    assert (none.calls, none.criteria_by_trainee(), none.pass_rates(), none.first_and_latest()) == (0, (), (), ())
    tried = Results([*helped, result("ana", 50, 3), result("ana", 50, 2)])
    assert tried.first_tries() == {"parcel-ana-2"}


def test_a_call_is_called_what_it_was_last_called() -> None:
    sessions = [replace(result("ana", 50, day), title=title) for day, title in ((1, "Old"), (5, "New"), (3, "Between"))]
    assert Results(sessions).titles == {"parcel": "New"}


@given(SESSIONS, st.randoms(use_true_random=False))
def test_the_order_of_sessions_means_nothing(sessions: list[Summary], dice: Any) -> None:
    shuffled = sessions[:]
    dice.shuffle(shuffled)
    one, other = Results(sessions), Results(shuffled)
    assert other.pass_rates() == one.pass_rates()
    assert other.first_and_latest() == one.first_and_latest()
    assert other.first_tries() == one.first_tries()
    means = {found.trainee: found.score.value for found in one.criteria_by_trainee()}
    assert {found.trainee: found.score.value for found in other.criteria_by_trainee()} == pytest.approx(means)


@given(SESSIONS)
def test_every_session_is_in_one_row(sessions: list[Summary]) -> None:
    results = Results(sessions)
    trainees = results.criteria_by_trainee()
    assert sum(one.score.calls for one in trainees) == results.calls == len(sessions)
    assert sum(one.calls for one in results.pass_rates()) == len(sessions)
    assert all(0 <= mean.value <= 100 for one in trainees for mean in one.criteria.values())
    for one in results.first_and_latest():
        assert one.change.value == pytest.approx(one.latest - one.first)
