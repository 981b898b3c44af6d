"""After a call, line by line: two questions, the debrief, trying again, keeping it as a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.library import Loaded
from simulator.model.mode import Mode
from simulator.model.reviews import Question, Reflected
from simulator.plain.playing import Playing, play
from simulator.record import Record
from simulator.session.wish import Wish
from tests.memory import CACHE
from tests.plain.talk import console, take

POOR = ("2", "1", "1", "1", "1", "1")
"""Answers that end the small call in practice, always at some ending."""


@pytest.fixture
def ended(record: Record, parcel: Loaded) -> tuple[str, ...]:
    """What is typed to play the small call to its end, from the mode on."""
    with_mode = ("", "")
    told = take(record, parcel, *POOR, variant="gift")
    return (*with_mode, *POOR[: told.text.count("Your answer")])


def reflections(record: Record) -> list[tuple[Question, str | None]]:
    """What was kept, the newest session first."""
    return [
        (one.review.question, one.words)
        for summary in record.sessions()
        for one in record.reviews(summary.session)
        if isinstance(one.review, Reflected)
    ]


def test_two_questions_come_before_the_debrief_and_are_kept(
    record: Record, parcel: Loaded, ended: tuple[str, ...]
) -> None:
    said = take(record, parcel, *ended, " I kept calm. ", "", "", person=True)
    assert said.over
    lines = said.lines
    assert (
        lines.index("What went well?")
        < lines.index("What would you change?")
        < lines.index("Debrief: The parcel of Mo Reed")
    )
    before = said.text[: said.text.index("Debrief:")]
    assert "of 100" not in before
    assert "passed" not in before
    assert "What went well? I kept calm." in lines
    assert reflections(record) == [(Question.WENT_WELL, "I kept calm.")]


def test_a_script_is_asked_nothing(record: Record, parcel: Loaded) -> None:
    said = take(record, parcel, *POOR)
    assert said.over
    assert "What went well?" not in said.text
    assert "Try again" not in said.text


def test_the_debrief_is_told_even_where_the_input_ends(record: Record, parcel: Loaded, ended: tuple[str, ...]) -> None:
    said = take(record, parcel, *ended, "Calm.", person=True)
    assert said.over
    assert "Decision by decision" in said.text
    assert reflections(record) == [(Question.WENT_WELL, "Calm.")]


def test_a_number_tries_again_from_that_decision(record: Record, parcel: Loaded, ended: tuple[str, ...]) -> None:
    last = str(len(ended) - 2)
    said = take(record, parcel, *ended, "", "", "99", last, "1", "", person=True)
    assert said.over
    assert f"Type a number from 1 to {last}" in said.text
    assert f"Tried again from decision {last} of another session." in said.text
    assert said.text.count("What went well?") == 1, "who tries again was asked before"
    assert sum(summary.branched for summary in record.sessions()) == 1


def test_trying_again_from_an_exam_is_said_to_be_practice(
    record: Record, parcel: Loaded, ended: tuple[str, ...]
) -> None:
    sentence = "Trying again is practice, and no exam"
    assert sentence not in take(record, parcel, *ended, "", "", "", person=True).text
    exam = take(record, parcel, *ended[1:], "", "", "1", "q", person=True, mode=Mode.EXAM)
    told = exam.text
    assert told.index(sentence) < told.index("Try again from which decision?")
    (left,) = record.all_unfinished()
    assert record.started(left.session).mode is Mode.PRACTICE


def test_a_retry_that_is_left_can_be_gone_on_with(record: Record, parcel: Loaded, ended: tuple[str, ...]) -> None:
    said = take(record, parcel, *ended, "", "", "1", "q", person=True)
    assert not said.over
    assert "The call is kept." in said.text
    assert len(record.all_unfinished()) == 1


def test_f_keeps_it_as_a_page(record: Record, parcel: Loaded, ended: tuple[str, ...], tmp_path: Path) -> None:
    talk, told = console(*ended, "", "", "f", "", person=True)
    wish = Wish(trainee="Ana", seed=1, variant="gift")
    assert play(Playing(talk, record, CACHE, parcel, "parcel", wish, tmp_path / "kept"))
    (file,) = (tmp_path / "kept").iterdir()
    assert f"Kept as a page to read and print: {file}" in told.getvalue()
    assert file.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_page_that_cannot_be_written_is_told(
    record: Record, parcel: Loaded, ended: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "kept").write_text("in the way", encoding="utf-8")
    talk, told = console(*ended, "", "", "f", "", person=True)
    wish = Wish(trainee="Ana", seed=1, variant="gift")
    assert play(Playing(talk, record, CACHE, parcel, "parcel", wish, tmp_path / "kept"))
    assert "The page cannot be written to" in told.getvalue()
