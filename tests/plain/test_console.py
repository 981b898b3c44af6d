"""Lines out, answers in: whole lines, nothing that a terminal obeys, and no line that is too long to keep."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.model.unseen import UNSEEN
from simulator.plain.answers import number_in, yes_or_no
from simulator.plain.console import LINE_MAX, Console, InputEnded
from tests.plain.talk import console


def test_an_answer_comes_without_the_blanks_around_it() -> None:
    talk, told = console("  Deux  ", "")
    assert talk.ask("Quoi ?").text == "Deux"
    assert talk.ask("Encore ?").text == ""
    assert told.getvalue() == "Quoi ?\nEncore ?\n"


def test_the_end_of_the_input_is_told_from_an_empty_line() -> None:
    talk, _told = console("")
    talk.ask("?")
    with pytest.raises(InputEnded):
        talk.ask("?")


def test_a_last_line_without_an_end_is_an_answer() -> None:
    talk = Console(io.StringIO("3"), io.StringIO())
    assert talk.ask("?").text == "3"


def test_of_a_line_without_measure_only_the_beginning_is_kept() -> None:
    talk, _told = console("9" * (LINE_MAX * 5 + 7), "2")
    assert talk.ask("?").text == "9" * LINE_MAX
    assert talk.ask("?").text == "2"


@given(st.text(max_size=80))
def test_what_is_told_moves_no_cursor(text: str) -> None:
    talk, told = console("1")
    talk.tell(text)
    talk.tell_text(text)
    talk.ask(text)
    assert not UNSEEN.search(told.getvalue())
    assert told.getvalue().endswith("\n")
    first, *_rest = told.getvalue().split("\n")
    assert "\t" not in first


@given(st.text(max_size=20), st.integers(0, 30))
def test_whatever_is_typed_for_a_number_is_one_of_them_or_none(text: str, last: int) -> None:
    assert number_in(text, last) in (None, *range(1, last + 1))


@pytest.mark.parametrize(
    ("text", "number"),
    [("1", 1), (" 4 ", 4), ("004", 4), ("٣", 3), ("0", None), ("5", None), ("-1", None), ("1.5", None), ("²", None)],
)
def test_a_number_is_read_as_people_write_it(text: str, number: int | None) -> None:
    assert number_in(text, 4) == number


def test_a_yes_is_one_in_both_languages() -> None:
    assert [yes_or_no(word) for word in ("y", "Yes", "o", "OUI ", "n", "No", "non")] == [True] * 4 + [False] * 3
    assert yes_or_no("peut-être") is None
    assert yes_or_no("") is None
