"""Where a group loses points, and what the answers tell."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.items import FEWEST
from simulator.groups.decisions import Decided, decision_figures, never_taken, telling_choices
from simulator.model.scenario import SILENCE
from tests.groups.making import decided

ROWS = st.lists(
    st.builds(
        decided,
        st.sampled_from(["ask", "hurry", SILENCE]),
        state=st.sampled_from(["hello", "solve"]),
        cost=st.integers(0, 50),
        first=st.booleans(),
    ),
    max_size=20,
)


def group(strong: str = "ask", weak: str = "hurry", *, size: int = FEWEST, third: str = "wait") -> list[Decided]:
    """Trainees of whom the upper half take one choice and the lower half another; a third is there as well."""
    return [
        decided(
            strong if 2 * place >= size else weak,
            trainee=f"t{place}",
            offered=("ask", "hurry", third),
            cost=0 if 2 * place >= size else 20,
            rest=float(place),
        )
        for place in range(size)
    ]


def test_decisions_stand_by_all_points_lost_there() -> None:
    rows = [decided("hurry", cost=9), decided("ask")] + [decided("hurry", state="solve", cost=4)] * 4
    first, second = decision_figures(rows)
    assert (first.state, first.met, first.lost, first.total) == ("solve", 4, 4, 16)
    assert (second.state, second.met, second.lost, second.total) == ("hello", 2, 4.5, 9)


def test_each_answer_has_its_share_of_those_who_had_it_on_offer() -> None:
    rows = [
        decided("ask"),
        decided("ask"),
        decided("hurry", cost=8),
        decided("ask", offered=("ask",)),
        decided(SILENCE),
    ]
    (found,) = decision_figures(rows)
    told = {answer.choice: (answer.taken, answer.offered, answer.cost) for answer in found.answers}
    assert told == {"ask": (3, 5, 0), "hurry": (1, 4, 8), SILENCE: (1, 5, 0)}
    assert [answer.choice for answer in found.answers] == ["ask", "hurry", SILENCE]
    assert found.answers[0].share == 0.6


def test_what_the_strong_take_and_the_weak_do_not() -> None:
    decisions = decision_figures(group())
    (found,) = telling_choices(decisions)
    assert found.answer.choice == "ask"
    assert (found.answer.telling.strong, found.answer.telling.weak) == (1, 0)
    right = found.decision.difficulty.right
    assert right is not None
    assert right.value == 0.5


def test_what_nobody_takes() -> None:
    (found,) = never_taken(decision_figures(group()))
    assert (found.answer.choice, found.answer.offered, found.answer.cost) == ("wait", FEWEST, None)


def test_nothing_is_said_of_few() -> None:
    decisions = decision_figures(group(size=FEWEST - 1))
    assert never_taken(decisions) == telling_choices(decisions) == ()
    assert decisions[0].difficulty.right is None


def test_only_first_tries_tell_the_strong_from_the_weak() -> None:
    later = [row._replace(first=False) for row in group()]
    decisions = decision_figures(later + group(strong="hurry", weak="ask"))
    assert telling_choices(decisions)[0].answer.choice == "hurry"
    assert {answer.telling.n for answer in decisions[0].answers} == {FEWEST}
    assert decisions[0].met == 2 * FEWEST


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_means_nothing_and_none_is_lost(rows: list[Decided], dice: Any) -> None:
    found, shuffled = decision_figures(rows), rows[:]
    dice.shuffle(shuffled)
    assert decision_figures(shuffled) == found
    assert sum(one.met for one in found) == len(rows)
    assert sum(one.total for one in found) == pytest.approx(sum(row.cost for row in rows))
    for one in found:
        assert sum(answer.taken for answer in one.answers) == one.met
        assert all(0 <= answer.share <= 1 for answer in one.answers)
