"""What a decision tells of those who took it: against tables of established packages, and where it tells nothing."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.items import FEWEST, Answer, Difficulty, Discrimination, difficulty, discrimination
from tests.scoring.tables import near, table

ANSWERS = st.lists(st.builds(Answer, st.booleans(), st.integers(0, 100)), min_size=FEWEST, max_size=FEWEST + 20)


@pytest.mark.parametrize("row", table("items"), ids=lambda row: f"{len(row['answers'])} answers")
def test_items_equal_the_golden_table(row: dict[str, Any]) -> None:
    answers = [Answer(*answer) for answer in row["answers"]]
    found = discrimination(answers)
    assert found.n == len(answers)
    assert found.value == near(row["discrimination"])
    assert (found.strong, found.weak) == (near(row["strong"]), near(row["weak"]))
    hard = difficulty([answer.took for answer in answers])
    assert hard.right is not None
    assert hard.right.value == near(row["share"])
    assert hard.right.interval == near(row["interval"])


@given(ANSWERS, st.randoms(use_true_random=False))
def test_the_order_of_answers_does_not_matter(answers: list[Answer], dice: Any) -> None:
    found, shuffled = discrimination(answers), answers[:]
    dice.shuffle(shuffled)
    other = discrimination(shuffled)
    assert (other.strong, other.weak) == (found.strong, found.weak)
    assert other.value == pytest.approx(found.value)


@given(ANSWERS)
def test_who_takes_it_and_who_does_not_say_the_opposite(answers: list[Answer]) -> None:
    found = discrimination(answers)
    other = discrimination([Answer(not took, rest) for took, rest in answers])
    assert found.value is None or -1 <= found.value <= 1
    assert other.value == pytest.approx(None if found.value is None else -found.value)
    assert other.strong == pytest.approx(None if found.strong is None else 1 - found.strong)


@given(st.lists(st.builds(Answer, st.booleans(), st.integers(0, 100)), max_size=FEWEST - 1))
def test_few_answers_say_nothing_but_how_few_they_are(answers: list[Answer]) -> None:
    assert discrimination(answers) == Discrimination(len(answers), None, None, None)
    assert difficulty([took for took, _ in answers]) == Difficulty(len(answers), None)


def test_a_choice_that_the_strong_take_and_the_weak_do_not() -> None:
    found = discrimination([Answer(score >= 50, score) for score in range(0, 100, 2)])
    assert (found.strong, found.weak) == (1, 0)
    assert found.value is not None
    assert found.value > 0.8


def test_where_all_score_the_same_there_are_neither_strong_nor_weak() -> None:
    answers = [Answer(place % 2 == 0, 70.0) for place in range(40)]
    assert discrimination(answers) == Discrimination(40, None, None, None)


def test_what_everybody_takes_parts_nobody() -> None:
    found = discrimination([Answer(True, score) for score in range(40)])
    assert (found.value, found.strong, found.weak) == (None, 1, 1)
