"""What a trainer's corrected points make of a score: the same measure, the machine's marks untouched."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.evidence import Decision, Verdict
from scoring.review import Correction, reviewed
from scoring.scorecard import Scorecard, scorecard
from tests.scoring.test_scorecard import RUBRIC, YARDSTICKS, losing

lost = st.integers(0, 4)
calls = st.lists(st.builds(losing, lost, lost, lost), min_size=1, max_size=6)


def review(calls: list[Decision], *corrections: Correction, outcome: str = "success") -> Scorecard:
    return reviewed(RUBRIC, YARDSTICKS, calls, outcome, corrections)


@st.composite
def corrected(draw: st.DrawFn) -> tuple[list[Decision], list[Correction]]:
    """A call and corrections of it, some of the same place."""
    call = draw(calls)
    one = st.builds(Correction, st.integers(1, len(call)), st.sampled_from(YARDSTICKS.criteria), st.integers(-2, 2))
    return call, draw(st.lists(one, max_size=8))


def given_points(call: list[Decision], corrections: list[Correction]) -> list[tuple[int, ...]]:
    """The points of each decision once the corrections are made, one after the other."""
    points = [list(decision.points) for decision in call]
    for one in corrections:
        points[one.decision - 1][YARDSTICKS.criteria.index(one.criterion)] = one.points
    return [tuple(each) for each in points]


def test_two_points_more_on_a_criterion_by_hand() -> None:
    call = [losing(1, 0, 0), losing(0, 2, 1)]
    found = review(call, Correction(2, "clarity", 4))
    assert found.score == pytest.approx(60 + 2 * 2 * 5)
    assert [marks.cost for marks in found.marks] == [pytest.approx(10), pytest.approx(10)]
    assert [c.points_lost for c in found.criteria] == [pytest.approx(10), pytest.approx(0), pytest.approx(10)]
    assert found.passed


def test_points_taken_from_a_best_decision_make_it_one_that_costs() -> None:
    found = review([losing(0, 0, 0)], Correction(1, "empathy", 1))
    assert found.score == pytest.approx(100 - 3 * 5 * 2)
    assert found.marks[0].verdict is not Verdict.BEST


def test_more_than_there_was_to_be_had_shows_100() -> None:
    found = review([losing(0, 0, 0)], Correction(1, "empathy", 6))
    assert found.score == pytest.approx(120)
    assert found.shown == 100
    assert found.marks[0].cost == pytest.approx(-20)
    assert found.marks[0].verdict is Verdict.BEST


def test_no_points_undo_a_critical_error_or_a_failure() -> None:
    call = [losing(3, 0, 0, critical=("false-threat",))]
    found = review(call, Correction(1, "empathy", 4))
    assert found.score == pytest.approx(100)
    assert (found.passed, found.critical) == (False, ("false-threat",))
    assert found.marks[0].verdict is Verdict.CRITICAL
    assert not review([losing(3, 0, 0)], Correction(1, "empathy", 4), outcome="failure").passed


@given(calls)
def test_without_a_correction_it_is_the_machine_s_card(call: list[Decision]) -> None:
    assert review(call) == scorecard(RUBRIC, YARDSTICKS, call, "success")


@given(calls, st.data())
def test_to_give_back_what_it_had_changes_nothing(call: list[Decision], data: st.DataObject) -> None:
    number = data.draw(st.integers(1, len(call)))
    place = data.draw(st.integers(0, 2))
    criterion, own = YARDSTICKS.criteria[place], call[number - 1].points[place]
    corrections = [Correction(number, criterion, data.draw(st.integers(-2, 2))), Correction(number, criterion, own)]
    assert review(call, *corrections) == review(call)


@given(corrected())
def test_the_score_is_that_of_the_value_of_the_points_that_hold(
    pair: tuple[list[Decision], list[Correction]],
) -> None:
    call, corrections = pair
    found, machine = review(call, *corrections), review(call)
    points = given_points(call, corrections)
    more = sum(YARDSTICKS.value(new) - YARDSTICKS.value(old.points) for new, old in zip(points, call, strict=True))
    assert found.score == pytest.approx(machine.score + more * YARDSTICKS.scale, abs=1e-9)


@given(corrected())
def test_it_adds_up_over_decisions_and_over_criteria(pair: tuple[list[Decision], list[Correction]]) -> None:
    call, corrections = pair
    found = review(call, *corrections)
    assert found.score == pytest.approx(100 - sum(marks.cost for marks in found.marks), abs=1e-9)
    assessed = [c for c in found.criteria if c.score is not None]
    parts = sum(c.effective_weight * (c.score or 0) for c in assessed)
    assert found.score == pytest.approx(parts + 100 * found.other.weight - found.other.points_lost, abs=1e-9)
    assert found.score == pytest.approx(100 - sum(c.points_lost for c in found.criteria), abs=1e-9)


@given(corrected())
def test_decisions_that_were_not_corrected_keep_their_marks(pair: tuple[list[Decision], list[Correction]]) -> None:
    call, corrections = pair
    touched = {one.decision for one in corrections}
    before, after = review(call).marks, review(call, *corrections).marks
    assert [m for n, m in enumerate(after, 1) if n not in touched] == [
        m for n, m in enumerate(before, 1) if n not in touched
    ]


def test_what_is_not_there_cannot_be_corrected() -> None:
    with pytest.raises(IndexError):
        review([losing(0, 0, 0)], Correction(2, "empathy", 1))
    with pytest.raises(ValueError, match="tuple"):
        review([losing(0, 0, 0)], Correction(1, "charm", 1))


def test_where_nothing_can_be_lost_nothing_can_be_won() -> None:
    flat = replace(YARDSTICKS, blind=YARDSTICKS.best)
    assert reviewed(RUBRIC, flat, [losing(0, 0, 0)], "success", [Correction(1, "empathy", -2)]).score == 100.0
