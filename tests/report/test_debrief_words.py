"""What a debrief says about lost points adds up: in both languages, in every form, to the score that is shown."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from simulator import words
from simulator.model.mode import Mode
from simulator.model.scenario import Outcome
from simulator.plain.debrief import debrief_lines
from simulator.record import Record, open_record
from simulator.report.debrief_page import page
from simulator.report.debrief_words import apart_words, curve_words, lost_on, out_of_reach_words, sum_words
from simulator.session import Debrief
from tests.report.html import Page
from tests.session.desk import begin, parcel, play, play_at_random, random_call


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """One record for all calls."""
    with open_record(str(tmp_path_factory.mktemp("words") / "rolecall.db")) as opened:
        yield opened


@pytest.fixture(scope="module")
def debriefs(record: Record) -> list[Debrief]:
    """Two hundred random calls, played at random; in a few, faulty ones, silence is worth most."""
    found = []
    for seed in range(200):
        dice = random.Random(seed)
        loaded = random_call(seed)
        variant = dice.choice(loaded.scenario.variants).id
        found.append(play_at_random(begin(record, loaded, Mode.EXAM, seed=seed, variant=variant), dice).debrief("en"))
    return found


def sound(debriefs: list[Debrief]) -> list[Debrief]:
    """Those of calls without that fault."""
    found = [debrief for debrief in debriefs if all(row.cost >= 0 for row in debrief.decisions)]
    assert len(found) > 100
    return found


def numbers(text: str) -> list[int]:
    """The whole numbers in a sentence."""
    return [int(found) for found in re.findall(r"-?\d+", text)]


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_the_sentence_of_lost_points_adds_up(debriefs: list[Debrief], language: str) -> None:
    words.use(language)
    for debrief in debriefs:
        said = sum_words(debrief)
        if not any(row.shown_cost for row in debrief.decisions):
            assert debrief.shown == 100
            assert numbers(said) == []
            continue
        parts, _stop, total = said.partition(". ")
        lost, where = numbers(parts)[::2], numbers(parts)[1::2]
        assert sum(lost) == debrief.lost
        assert where == [row.number for row in debrief.decisions if row.shown_cost]
        if debrief.lost <= 100:
            assert numbers(total) == [100, debrief.lost, debrief.shown]
        else:
            assert (numbers(total), debrief.shown) == ([debrief.lost, 100], 0)


def test_outcome_and_score_are_told_apart_where_they_differ(debriefs: list[Debrief]) -> None:
    """Never where one explains the other: a pass, a critical error, a failure with too few points."""
    one = replace(debriefs[0], pass_mark=70, struck_out=False, passed=False, score=50.0, outcome=Outcome.SUCCESS)
    assert "too low to pass" in apart_words(one)
    assert apart_words(replace(one, passed=True, score=80.0)) == ""
    assert apart_words(replace(one, struck_out=True)) == ""
    failed = replace(one, outcome=Outcome.FAILURE)
    assert apart_words(failed) == ""
    assert "never passed" in apart_words(replace(failed, score=70.0))
    for told in (one, replace(failed, score=90.0)):
        assert apart_words(told) in [*debrief_lines(told, "Mo Reed")]
        assert apart_words(told) in Page(page(told, "Mo Reed")).text("body")[0]


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_the_sentence_of_the_curve_ends_at_the_score(debriefs: list[Debrief], language: str) -> None:
    words.use(language)
    for debrief in debriefs:
        said = numbers(curve_words(debrief))
        assert said[0] == 100
        if debrief.lost:
            assert said[1::2][-1] == debrief.shown
            gained = any(row.shown_cost < 0 for row in debrief.decisions)
            assert gained or said[1::2] == sorted(said[1::2], reverse=True)


def test_lines_say_what_the_sentence_says(debriefs: list[Debrief]) -> None:
    for debrief in sound(debriefs):
        lines = list(debrief_lines(debrief, "Caller"))
        assert sum_words(debrief) in lines
        heads = [line for line in lines if re.match(r"Decision \d+: ", line)]
        lost = [int(found[1]) for head in heads if (found := re.search(r", (\d+) points? lost", head))]
        assert sum(lost) == debrief.lost
        criteria = [line for line in lines if re.search(r": \d+ of 100, ", line) and "of the score" in line]
        by_criterion = [int(found[1]) for line in criteria if (found := re.search(r", (-?\d+) points? lost", line))]
        rest = debrief.other.shown_lost if debrief.other else 0
        assert sum(by_criterion) + rest == debrief.lost


def test_a_page_says_what_the_sentence_says(debriefs: list[Debrief]) -> None:
    for debrief in sound(debriefs)[:40]:
        found = Page(page(debrief, "Caller"))
        assert sum_words(debrief) in found.text("main")[0]
        drawn = [int(text.lstrip("−")) for text in found.text("text") if text.startswith("−")]
        assert sum(drawn) == debrief.lost


def test_a_call_that_passed_was_never_out_of_reach(debriefs: list[Debrief]) -> None:
    for debrief in debriefs:
        critical = any(row.critical for row in debrief.decisions)
        out = critical or debrief.decisions[-1].reachable < debrief.pass_mark
        assert bool(out_of_reach_words(debrief)) == out
        assert not (debrief.passed and out)


def test_at_most_three_criteria_are_named(record: Record) -> None:
    told = play(begin(record, parcel(), variant="gift", seed=999), "hurry", "tell-all", "refund", "nothing").debrief(
        "en"
    )
    assert [lost_on(row, told) for row in told.decisions] == ["Listening", "Listening and Care", "", "Care"]


def test_a_page_is_small(debriefs: list[Debrief], tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(page(debriefs[0], "Caller"), encoding="utf-8")
    assert path.stat().st_size < 100_000
