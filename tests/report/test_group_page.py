"""The page of a group: who can do what, a sign beside each colour; pass rates, progress, and where points are lost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.rubric import Band, Bilingual
from simulator import words
from simulator.library import Library
from simulator.model.mode import Mode
from simulator.model.unseen import UNSEEN
from simulator.record import Record
from simulator.report.figures_group import members, weeks_of_scores
from simulator.report.figures_rates import Rate
from simulator.report.gathering import Wanted
from simulator.report.group_gathering import GatheredGroup, gather_group
from simulator.report.group_page import page
from simulator.report.heat import FEW, SIGNS, STARTS, heat, legend
from tests.report.html import Page, digest
from tests.report.test_figures import summary
from tests.report.trainees import BEST, NAME, POOR, take

TODAY = date(2026, 11, 26)
OTHER = "Bo"


def gathered(record: Record, library: Library, *names: str, viewer: str = "", language: str = "en") -> GatheredGroup:
    """What is known of those people."""
    words.use(language)
    people = [record.people.find(name)[0] for name in names]
    return gather_group(record, library, people, Wanted(viewer, language), lambda _done, _all: None)


@pytest.fixture
def group(record: Record, library: Library) -> Record:
    """A record with two trainees, one of whom knows what to say."""
    take(record, library, *POOR, day=0)
    take(record, library, *BEST, day=8)
    take(record, library, *BEST, day=1, name=OTHER)
    return record


def text_of(found: GatheredGroup) -> str:
    """All that can be read on the page."""
    return " ".join(Page(page(found, TODAY)).text("body")[0].split()).replace("\u00a0", " ")


def test_the_group_is_on_the_page(group: Record, library: Library) -> None:
    found = gathered(group, library, NAME, OTHER)
    text = text_of(found)
    for wanted in (
        "2 trainees", NAME, OTHER, "Sessions from 2 November 2026 to 10 November 2026", "2 of 3 (67%)",
        "Mean score: 50 in the week of 2 November 2026 (2 sessions)",
        "and 100 in the week of 9 November 2026 (1 session).",
        "Where most points are lost", "points lost each time", "First try against latest",
    ):  # fmt: skip
        assert wanted in text, wanted
    assert len(Page(page(found, TODAY)).text("desc")) == 1


def test_every_cell_has_a_sign_and_a_head(group: Record, library: Library) -> None:
    found = gathered(group, library, NAME, OTHER)
    read = Page(page(found, TODAY))
    cells = [
        read.texts[number].strip()
        for number, (tag, one) in enumerate(read.elements)
        if tag == "td" and one.get("class", "")[:1] == "h"
    ]
    assert len(cells) == sum(1 + len(one.criteria) for one in found.group.trainees)
    assert all(one.startswith(SIGNS) and one.endswith("?") for one in cells), "fewer than three calls each"
    assert {one["scope"] for tag, one in read.elements if tag == "th"} == {"col", "row"}


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_nothing_is_more_than_text(group: Record, library: Library, language: str) -> None:
    made = page(gathered(group, library, NAME, OTHER, language=language), TODAY)
    read = Page(made)
    assert read.elements[0][1]["lang"] == language
    assert {"script", "img", "link"} & {tag for tag, _ in read.elements} == set()
    for _tag, attributes in read.elements:
        assert not any(name.startswith("on") or name in ("style", "src", "href", "srcset") for name in attributes)
    assert not UNSEEN.search(made.replace("\n", ""))
    (policy,) = (one["content"] for _tag, one in read.having(**{"http-equiv": "Content-Security-Policy"}))
    assert f"style-src {digest(read.text('style')[0])}" in policy


def test_practice_that_was_not_shared_is_nobody_else_s(group: Record, library: Library) -> None:
    take(group, library, *POOR, day=3, mode=Mode.PRACTICE, name=OTHER)
    assert len(gathered(group, library, NAME, OTHER, viewer="a-trainer").sessions) == 3
    (bo,) = group.people.find(OTHER)
    assert len(gathered(group, library, NAME, OTHER, viewer=bo.id).sessions) == 4


def test_a_group_that_has_played_nothing_has_a_page(record: Record, library: Library) -> None:
    for name in (NAME, OTHER):
        record.people.id_for(name)
    text = text_of(gathered(record, library, NAME, OTHER))
    assert "No session came to its end." in text
    assert "Sessions and time" in text


def test_weeks_and_members_are_told_from_all_sessions() -> None:
    every = [
        summary(1, score=40.0, passed=False), summary(2, day=6, score=-20.0, passed=False),
        summary(3, day=7, score=90.0), summary(4, day=8, hinted=True, trainee="bo", critical=("a", "b")),
    ]  # fmt: skip
    first, second = weeks_of_scores(every, UTC)
    assert (first.monday, first.sessions, first.mean, first.passed) == (date(2026, 11, 23), 2, 20.0, Rate(0, 2))
    assert (second.monday, second.sessions, second.mean) == (date(2026, 11, 30), 1, 90.0)
    ana, bo = members(every, [every[0].session, "another"])
    assert (ana.sessions, ana.minutes, ana.passed, ana.critical, ana.reviewed) == (3, 18.0, Rate(1, 3), 0, 1)
    assert (bo.passed, bo.critical, bo.reviewed) == (Rate(0, 0), 2, 0)


@given(st.floats(0, 100), st.lists(st.integers(1, 100), unique=True, max_size=9))
def test_a_higher_score_never_has_a_lower_sign(score: float, starts: Sequence[int]) -> None:
    ordered = (0, *sorted(starts))
    cells = [heat(value, FEW, ordered) for value in (0, score, 100)]
    assert [one.place for one in cells] == sorted(one.place for one in cells)
    assert all(one.sign == SIGNS[one.place] for one in cells)


def test_the_legend_says_what_the_signs_mean() -> None:
    words.use("en")
    bands = [Band(60, Bilingual("Bien", "Well done")), Band(0, Bilingual("À revoir", "Not yet"))]
    assert legend(bands, "fr").replace("\u00a0", " ").startswith("++ from 60 (Bien), −− from 0 (À revoir)")
    assert legend((), "en").replace("\u00a0", " ").count(" from ") == len(STARTS) + 1
    assert heat(65, FEW - 1, (0, 60)).few
