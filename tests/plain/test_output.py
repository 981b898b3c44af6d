"""Whatever is played, and whatever an author wrote: plain output is plain."""

from __future__ import annotations

import random
import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator import words
from simulator.library import Library
from simulator.model.mode import Mode
from simulator.model.unseen import UNSEEN
from simulator.plain.home import PlainHome
from simulator.record import open_record
from simulator.session.wish import Wish
from tests.library.little import CALLS, NONE, SCENARIO
from tests.memory import CACHE
from tests.plain.talk import console, take
from tests.practice.seasoned import season
from tests.strategies.shipped import SOME

DRAWN = re.compile("[\u2500-\u259f\u25a0-\u25ff\u2800-\u28ff]")
"""Lines, boxes, blocks, bars and dots: pictures that a screen reader spells out."""

ASKS = re.compile(r"^(Your answer \(number, \? for help\):|Article \(number, Enter for none\):)$", re.MULTILINE)


def plain(text: str) -> None:
    """Fail where a terminal would obey something, or a screen reader meet a picture."""
    assert not UNSEEN.search(text.replace("\n", ""))
    assert not DRAWN.search(text)


@pytest.mark.parametrize("language", words.LANGUAGES)
@pytest.mark.parametrize("scenario", SOME)
@pytest.mark.parametrize("mode", Mode)
def test_a_shipped_call_is_told_plainly(scenario: str, mode: Mode, language: str, tmp_path: Path) -> None:
    loaded = Library((), CACHE).load(scenario)
    dice = random.Random(f"{scenario}{mode}{language}")
    words.use(language)
    with open_record(str(tmp_path / "rolecall.db")) as record:
        typed = [dice.choice(["1", "2", "3", "?", "c", "r", "t", "h", "u", "k\n2"]) for _ in range(400)]
        said = take(record, loaded, *typed, mode=mode, silence=True)
    assert said.over
    plain(said.text)


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_home_and_history_are_told_plainly(language: str, tmp_path: Path) -> None:
    words.use(language)
    library = Library((), CACHE)
    with open_record(str(tmp_path / "rolecall.db")) as record:
        season(record, library, "Ana", 24)
        typed = ["/6", "zzz", "h", "c", "k", "1", "s 2", "y", "d3", "y", "?", "", "q", "n", "q", "q"]
        talk, told = console(*typed, person=True)
        PlainHome(talk, library, record, Wish("Ana", seed=1)).run()
    plain(told.getvalue())
    questions = [line for line in told.getvalue().splitlines() if "?" in line]
    assert len(questions) >= 12
    english = {"calls", "skills", "likely", "trainers", "passed", "private"}
    if language == "fr":
        assert not [word for word in english if f" {word} " in told.getvalue()]


HOSTILE = st.text(st.sampled_from("\x1b[31m\x07\x00\x9b\u202e\u2066\u200b\ufeff\u2028\t\r é"), min_size=1, max_size=30)


@settings(max_examples=25)
@given(HOSTILE)
def test_what_is_typed_comes_back_unarmed(typed: str) -> None:
    """Through a whole call: the answer that is none is quoted."""
    with tempfile.TemporaryDirectory() as folder, open_record(str(Path(folder) / "rolecall.db")) as record:
        loaded = Library((), CACHE, NONE).load(CALLS / SCENARIO)
        plain(take(record, loaded, "!" + typed.replace("\r", " "), "4", "2", "1").text)


def test_every_question_stands_on_a_line_of_its_own(tmp_path: Path) -> None:
    loaded = Library((), CACHE).load("more-than-i-pay-now")
    with open_record(str(tmp_path / "rolecall.db")) as record:
        told = take(record, loaded, *["k", "1"], *["1"] * 30).text
    answers = told.count("Your answer") + told.count("Article (")
    assert len(ASKS.findall(told)) == answers > 5
