"""The page of one trainee: what was played is on it, in both languages, and nothing of it is more than text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from simulator import words
from simulator.library import Library
from simulator.model.mode import Mode
from simulator.model.unseen import UNSEEN
from simulator.record import Record
from simulator.report.figures_trainee import trainee_figures
from simulator.report.gathering import Gathered, Wanted, gather
from simulator.report.trainee_page import page
from tests.report.html import Page, digest
from tests.report.trainees import BEST, NAME, POOR, gathered, take

TODAY = date(2026, 11, 26)


def text_of(found: Gathered) -> str:
    """All that can be read on the page."""
    return " ".join(Page(page(found, TODAY)).text("body")[0].split())


def test_what_was_played_is_on_the_page(record: Record, library: Library) -> None:
    take(record, library, *POOR, day=0)
    take(record, library, *BEST, day=15)
    found = gathered(record, library)
    read = Page(page(found, TODAY))
    assert read.text("h1") == [NAME]
    text = text_of(found)
    for wanted in (
        "Sessions from 2 November 2026 to 17 November 2026", "1 of 2 (50%)", "95% interval: 9% to 91%",
        "2 calls that count, from 0 to 100 points.", "Told others", "Find out why Mo Reed needs it (met)",
        "Made by RoleCall on 26 November 2026", "critical error", "A little",
    ):  # fmt: skip
        assert wanted in text.replace("\u00a0", " "), wanted
    assert len(read.text("desc")) == 2
    assert {tag for tag, one in read.elements if one.get("class") in ("disc", "cross")} == {"circle", "path"}


def test_every_cell_belongs_to_a_head(record: Record, library: Library) -> None:
    take(record, library, *POOR, day=0)
    read = Page(page(gathered(record, library), TODAY))
    assert {one["scope"] for tag, one in read.elements if tag == "th"} == {"col", "row"}
    assert len(read.text("caption")) == len(read.text("table")) == 3
    levels = [int(tag[1]) for tag, _ in read.elements if tag in ("h1", "h2", "h3")]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_reviewed_score_stands_beside_the_machine_s(record: Record, library: Library) -> None:
    session = take(record, library, *POOR, day=0)
    found = gathered(record, library)
    sessions = tuple(reversed(found.figures.sessions))
    read = Page(page(replace(found, figures=trainee_figures(sessions, {session: 61.5})), TODAY))
    assert "61" in read.text("td")
    assert [one for _tag, one in read.elements if one.get("class") == "reviewed"]
    assert "◆" in read.text("body")[0]
    assert "◆" not in text_of(found)


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_no_name_and_no_title_is_more_than_text(record: Record, library: Library, language: str) -> None:
    take(record, library, *POOR, day=0)
    made = page(gathered(record, library, language=language), TODAY)
    read = Page(made)
    assert read.elements[0][1]["lang"] == language
    assert {"script", "img"} & {tag for tag, _ in read.elements} == set()
    for _tag, attributes in read.elements:
        assert not any(name.startswith("on") or name in ("style", "src", "href", "srcset") for name in attributes)
    assert "{{ 7*7 }}" in read.text("body")[0]
    assert not UNSEEN.search(made.replace("\n", ""))
    (policy,) = (one["content"] for _tag, one in read.having(**{"http-equiv": "Content-Security-Policy"}))
    assert f"style-src {digest(read.text('style')[0])}" in policy
    assert "default-src 'none'; script-src 'none'" in policy


def test_who_looks_sees_no_practice_that_was_not_shared(record: Record, library: Library) -> None:
    take(record, library, *BEST, day=0, mode=Mode.PRACTICE)
    exam = take(record, library, *POOR, day=1)
    found = gathered(record, library, viewer="a-trainer")
    assert [one.session for one in found.figures.sessions] == [exam]
    assert "has not shared is left out" in text_of(found)
    own = gathered(record, library, viewer=found.person.id)
    assert len(own.figures.sessions) == 2
    assert "left out" not in text_of(own)


def test_a_trainee_without_a_finished_call_has_a_page_too(record: Record, library: Library) -> None:
    record.people.id_for(NAME)
    text = text_of(gathered(record, library))
    assert "No session came to its end." in text
    assert "No critical error was made." in text


def test_how_far_it_has_come_is_told(record: Record, library: Library) -> None:
    take(record, library, *BEST, day=0)
    (person,) = record.people.find(NAME)
    told: list[tuple[int, int]] = []
    gather(record, library, person, Wanted(person.id, "en"), lambda done, every: told.append((done, every)))
    assert told == [(0, 1), (1, 1)]
