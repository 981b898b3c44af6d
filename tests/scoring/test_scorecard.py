"""The scorecard of a call: its sums, its pass and what is shown of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scoring.evidence import Decision, Verdict
from scoring.rubric import Band, Bilingual, Criterion, Rubric
from scoring.scorecard import Scorecard, reaches, scorecard, shown
from scoring.yardsticks import Yardsticks

LABEL = Bilingual("", "")
RUBRIC = Rubric(
    "three",
    LABEL,
    70,
    (Band(90, LABEL), Band(70, LABEL), Band(0, LABEL)),
    tuple(
        Criterion(name, LABEL, weight, LABEL) for name, weight in (("empathy", 40), ("clarity", 40), ("ownership", 20))
    ),
)
YARDSTICKS = Yardsticks(
    criteria=("empathy", "clarity", "ownership"),
    weights=(40.0, 40.0, 20.0),
    ranges=(8.0, 8.0, 1.0),
    factors=(5.0, 5.0, 5.0),
    best=40.0,
    blind=-10.0,
    blind_lost=(5.0, 4.0, 1.0),
    decisions=4.0,
)
"""5 * 5 + 5 * 4 + 5 * 1 = 50 = best - blind: one unit of value is 2 points, and ownership is not assessed."""


def losing(empathy: int, clarity: int, ownership: int, **more: object) -> Decision:
    """A decision that loses so many points, from a moment where ten on each are to be had."""
    lost = (empathy, clarity, ownership)
    decision = Decision(
        points=tuple(4 - one for one in lost),
        critical=(),
        value_before=150.0,
        value_after=90.0,
        best_points_before=(10.0, 10.0, 10.0),
        best_points_after=(6.0, 6.0, 6.0),
    )
    return replace(decision, **more)  # type: ignore[arg-type]


def card(*decisions: Decision, outcome: str = "success") -> Scorecard:
    return scorecard(RUBRIC, YARDSTICKS, decisions, outcome)


def test_a_call_without_a_loss_scores_100() -> None:
    found = card(losing(0, 0, 0), losing(0, 0, 0))
    assert (found.score, found.shown, found.passed, found.band) == (100.0, 100, True, 90)
    assert [c.score for c in found.criteria] == [100.0, 100.0, None]
    assert [m.verdict for m in found.marks] == [Verdict.BEST, Verdict.BEST]


def test_a_call_that_loses_what_blind_clicking_loses_scores_0() -> None:
    found = card(losing(3, 2, 0), losing(2, 2, 1))
    assert found.score == pytest.approx(0)
    assert [c.score for c in found.criteria] == [pytest.approx(0), pytest.approx(0), None]


def test_what_is_lost_on_each_criterion_by_hand() -> None:
    found = card(losing(1, 0, 0), losing(0, 2, 1))
    assert found.score == pytest.approx(100 - 2 * 5 * 4)
    assert [m.cost for m in found.marks] == [pytest.approx(10), pytest.approx(30)]
    empathy, clarity, ownership = found.criteria
    assert (empathy.score, empathy.points_lost, empathy.effective_weight) == pytest.approx((80, 10, 0.5))
    assert (clarity.score, clarity.points_lost, clarity.effective_weight) == pytest.approx((50, 20, 0.4))
    assert (ownership.score, ownership.shown) == (None, None)
    assert (found.other.weight, found.other.points_lost) == pytest.approx((0.1, 10))


def test_a_call_worse_than_blind_clicking_keeps_its_figure_and_shows_0() -> None:
    found = card(losing(7, 4, 0))
    assert found.score == pytest.approx(-10)
    assert (found.shown, found.band) == (0, 0)
    assert found.criteria[0].score == pytest.approx(-40)
    assert found.criteria[0].shown == 0


def test_a_criterion_on_which_a_costly_decision_gained_shows_100() -> None:
    found = card(losing(4, -1, 0))
    assert found.criteria[1].score == pytest.approx(125)
    assert found.criteria[1].shown == 100
    assert found.criteria[1].points_lost == pytest.approx(-10)


def test_the_mark_is_passed_from_its_own_figure_on() -> None:
    assert card(losing(3, 0, 0)).score == pytest.approx(70)
    assert card(losing(3, 0, 0)).passed
    assert not card(losing(3, 0, 0), losing(0, 1, 0)).passed


def test_a_critical_error_or_a_failure_is_no_pass_whatever_the_score() -> None:
    critical = card(
        losing(0, 0, 0, critical=("false-threat",)), losing(0, 0, 0, critical=("harassment", "false-threat"))
    )
    assert (critical.passed, critical.score) == (False, 100.0)
    assert critical.critical == ("false-threat", "harassment")
    assert not card(losing(0, 0, 0), outcome="failure").passed
    assert card(losing(0, 0, 0), outcome="partial").passed


@pytest.mark.parametrize(
    ("score", "whole"), [(70.0, 70), (70 - 1e-12, 70), (69.999, 69), (0.4, 0), (-3.2, 0), (100.0, 100)]
)
def test_scores_are_shown_rounded_down(score: float, whole: int) -> None:
    assert shown(score) == whole


@given(st.floats(-200, 100), st.integers(0, 100))
def test_a_shown_score_at_the_mark_is_a_pass(score: float, mark: int) -> None:
    assert reaches(score, mark) == (shown(score) >= mark if mark else score >= -1e-9)


def test_where_best_is_blind_every_call_scores_100() -> None:
    found = scorecard(RUBRIC, replace(YARDSTICKS, blind=40.0), [losing(2, 0, 0)], "success")
    assert found.score == 100
    assert adds_up(found)


@st.composite
def calls(draw: st.DrawFn) -> tuple[Yardsticks, list[Decision]]:
    """Yardsticks and decisions that agree with each other: `V = a . U` everywhere, no decision better than the best."""
    factors = draw(st.lists(st.floats(0.5, 20), min_size=1, max_size=5))
    vectors = st.tuples(*(st.integers(-10, 10) for _ in factors))
    blind_lost = tuple(map(float, draw(vectors)))

    def value(points: tuple[int, ...]) -> float:
        return sum(a * p for a, p in zip(factors, points, strict=True))

    spread = sum(a * lost for a, lost in zip(factors, blind_lost, strict=True))
    assume(spread > 0.5)
    decisions = []
    for points, after, lost in draw(st.lists(st.tuples(vectors, vectors, vectors), max_size=8)):
        if value(lost) < 0:
            continue
        before = tuple(map(sum, zip(points, after, lost, strict=True)))
        decisions.append(
            Decision(points, (), value(before), value(after), tuple(map(float, before)), tuple(map(float, after)))
        )
    names, size = tuple(f"c{n}" for n in range(len(factors))), len(factors)
    yardsticks = Yardsticks(names, (1.0,) * size, (1.0,) * size, tuple(factors), spread, 0.0, blind_lost, 6.0)
    return yardsticks, decisions


@given(calls())
def test_the_scorecard_adds_up_over_decisions_and_over_criteria(call: tuple[Yardsticks, list[Decision]]) -> None:
    yardsticks, decisions = call
    rubric = replace(RUBRIC, criteria=tuple(Criterion(name, LABEL, 1, LABEL) for name in yardsticks.criteria))
    found = scorecard(rubric, yardsticks, decisions, "success")
    assert found.score == pytest.approx(100 - sum(m.cost for m in found.marks), abs=1e-9)
    assert adds_up(found)
    assert sum(yardsticks.effective_weights) == pytest.approx(1, abs=1e-9)


@given(calls())
def test_the_score_is_the_value_of_the_losses(call: tuple[Yardsticks, list[Decision]]) -> None:
    yardsticks, decisions = call
    found = scorecard(RUBRIC, yardsticks, decisions, "success")
    lost = sum(d.value_before - yardsticks.value(d.points) - d.value_after for d in decisions)
    assert found.score == pytest.approx(100 - 100 * lost / yardsticks.spread, abs=1e-6, rel=1e-9)


def adds_up(found: Scorecard) -> bool:
    """Whether criteria and `other` make up the score, and their losses what is missing from 100."""
    assessed = sum(c.effective_weight * c.score for c in found.criteria if c.score is not None)
    whole = assessed + 100 * found.other.weight - found.other.points_lost
    lost = sum(c.points_lost for c in found.criteria)
    tolerance = 1e-9 * max(1.0, abs(found.score), *(abs(c.points_lost) for c in found.criteria))
    return abs(whole - found.score) < tolerance and abs(100 - lost - found.score) < tolerance
