"""The blind key test shows no more than it should, and marks what it is given."""

from __future__ import annotations

import pytest

from docs.blind_key import KeyTest, Sheet
from tests.strategies.shipped import SMALLEST, shipped


@pytest.fixture(scope="module")
def asked() -> KeyTest:
    case = shipped(SMALLEST)
    return KeyTest(case.scenario, case.rubric, case.scenario.variants[0].id, seed=1)


def test_a_sheet_has_the_choices_and_not_a_word_of_the_call(asked: KeyTest) -> None:
    sheet, told = (
        "\n".join(Sheet([asked], 1).lines()),
        "\n".join(asked.told([question.key[0] for question in asked.questions])),
    )
    choices = [line for line in told.splitlines() if line.startswith("  ")]
    assert sorted(line for line in sheet.splitlines() if line.startswith("  ")) == sorted(choices)
    assert [line for line in sheet.splitlines() if not line.startswith("  ")] == [
        f"{number}." for number in range(1, len(asked.questions) + 1)
    ]


def test_the_key_gets_everything_right(asked: KeyTest) -> None:
    count, sheet = len(asked.questions), Sheet([asked], 1)
    key = " ".join(f"{n}{question.key[0]}" for n, (_test, question) in enumerate(sheet.order, start=1))
    assert next(iter(sheet.marked(key))) == f"{SMALLEST}: {count} of {count} right: 100%"
    assert [*sheet.marked("")][-1] == f"all: 0 of {count} right: 0%"
    assert [*asked.told([question.key[0] for question in asked.questions])][-1] == f"\n{count} of {count} right: 100%"


def test_what_comes_is_told_only_behind_the_answer(asked: KeyTest) -> None:
    first = [*asked.told([])]
    assert not any(line.startswith("Your answer") for line in first)
    second = [*asked.told(["a"])]
    assert second[: len(first)] == first
    assert second[len(first)].startswith(f"Your answer: a; best: {asked.questions[0].key}")
