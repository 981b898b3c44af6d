"""The figures of a call are those of its scorecard, to the last digit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.evidence import Decision
from scoring.scorecard import scorecard
from scoring.tally import Move, Tally, tally
from scoring.yardsticks import Yardsticks
from tests.scoring.test_scorecard import RUBRIC, YARDSTICKS, losing

POINTS = st.integers(-4, 4)
DECISIONS = st.lists(
    st.builds(losing, POINTS, POINTS, POINTS, critical=st.sampled_from(((), ("rude",), ("threat", "rude")))), max_size=8
)


def moves(decisions: Sequence[Decision], yardsticks: Yardsticks) -> list[Move]:
    """The same decisions as a tally takes them."""
    return [
        Move(
            one.points, yardsticks.value(one.points), one.critical, one.value_before, one.value_after,
            one.best_points_before, one.best_points_after,
        )
        for one in decisions
    ]  # fmt: skip


@given(DECISIONS, st.sampled_from(("success", "partial", "failure")))
def test_a_tally_says_what_the_scorecard_says(decisions: list[Decision], outcome: str) -> None:
    card = scorecard(RUBRIC, YARDSTICKS, decisions, outcome)
    criteria = {criterion.id: criterion.score for criterion in card.criteria}
    expected = Tally(card.score, card.passed, card.critical, card.outcome, criteria)
    assert tally(RUBRIC, YARDSTICKS, moves(decisions, YARDSTICKS), outcome) == expected


@pytest.mark.parametrize("decisions", [[], [losing(1, 2, 3)]])
def test_where_nothing_can_be_lost_nothing_is(decisions: list[Decision]) -> None:
    flat = replace(YARDSTICKS, best=1.0, blind=1.0)
    found = tally(RUBRIC, flat, moves(decisions, flat), "success")
    assert (found.score, found.passed, set(found.criteria.values())) == (100.0, True, {None})
