"""The attestation: what was done and what came of it, and blanks where nobody has said what belongs there."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from simulator import words
from simulator.library import Library
from simulator.model.unseen import UNSEEN
from simulator.record import Record
from simulator.report.attestation_page import Known, page
from tests.report.html import Page
from tests.report.trainees import BEST, NAME, POOR, gathered, take

TODAY = date(2026, 11, 26)
NOTHING = Known()
BLANKS = 6
"""Organisation, employer, title, place, day, signatory."""


def made(record: Record, library: Library, known: Known = NOTHING, language: str = "en") -> str:
    """The attestation of the trainee."""
    found = gathered(record, library, language=language)
    codes = record.codes([summary.session for summary in found.figures.sessions])
    return page(found, codes, known, TODAY)


def text_of(text: str) -> str:
    """All that can be read on the page."""
    return " ".join(Page(text).text("body")[0].split()).replace("\u00a0", " ")


def test_it_says_what_was_done_and_what_came_of_it(record: Record, library: Library) -> None:
    session = take(record, library, *POOR, day=0)
    take(record, library, *BEST, day=15)
    read = Page(made(record, library))
    assert read.text("h1") == ["Certificate of training"]
    text = text_of(made(record, library))
    for wanted in (
        NAME, "Sessions from 2 November 2026 to 17 November 2026", "in 2 sessions",
        "Find out why Mo Reed needs it (met)",
        "1 of 2 sessions that count were passed, with 60 points or more", "1 critical error was made",
        "Signature and stamp", record.code(session), "vouches for that",
    ):  # fmt: skip
        assert wanted in text, wanted
    levels = [int(tag[1]) for tag, _ in read.elements if tag in ("h1", "h2", "h3")]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_nothing_is_invented(record: Record, library: Library) -> None:
    take(record, library, *BEST, day=0)
    assert len([one for _tag, one in Page(made(record, library)).having(**{"class": "blank"})]) == BLANKS
    known = Known("Centre <b>Nord</b>", "Calls & care", "Lille", "Mme Roche, director")
    read = Page(made(record, library, known))
    assert len(list(read.having(**{"class": "blank"}))) == BLANKS - len(known)
    for entry in known:
        assert entry in read.text("dd")


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_it_stands_alone_in_both_languages(record: Record, library: Library, language: str) -> None:
    take(record, library, *POOR, day=0)
    text = made(record, library, language=language)
    read = Page(text)
    assert read.elements[0][1]["lang"] == language
    assert {"script", "img", "link"} & {tag for tag, _ in read.elements} == set()
    assert not any(name in ("style", "src", "href") for _tag, one in read.elements for name in one)
    assert {one["scope"] for tag, one in read.elements if tag == "th"} == {"col", "row"}
    assert not UNSEEN.search(text.replace("\n", ""))


def test_of_nothing_it_attests_nothing(record: Record, library: Library) -> None:
    record.people.id_for(NAME)
    text = text_of(made(record, library))
    assert "No session came to its end." in text
    assert "No session counts yet" in text
