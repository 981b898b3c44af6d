"""Diagnostics as people and programs read them, byte by byte; a hostile file moves no cursor."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator import words
from simulator.language.traps import trap
from simulator.model.diagnostic import Diagnostic
from simulator.model.source import SourceText, Span
from simulator.model.unseen import UNSEEN
from simulator.words.diagnostics import as_json, full, printable, short
from tests.words import diagnostic_pages as pages

LANGUAGES = [path.stem for path in sorted(pages.FOLDER.glob("*.txt"))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_in(language: str) -> None:
    assert pages.page(language) == pages.path(language).read_bytes().decode("utf-8")


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_a_language_has_its_page_when_its_catalogue_is_filled(language: str) -> None:
    advice = f"run `python -m tests.words.diagnostic_pages {language}`, then read what it wrote"
    assert (language in LANGUAGES) == pages.is_translated(language), advice


def shown(text: str, span: Span, width: int = 100) -> tuple[str, str]:
    """The line of the file and the line of the caret, without what stands in front of both."""
    lines = full(trap("E103", "a.yaml", span), SourceText("a.yaml", text), width).split("\n")
    assert lines[3].startswith(f"{span.line} |")
    front = len(f"{span.line} | ")
    return lines[3][front:], lines[4][front:]


def width(text: str) -> int:
    sizes = {"Mn": 0, "Me": 0, "Cf": 0}
    wide = ("W", "F")
    return sum(
        sizes.get(unicodedata.category(sign), 2 if unicodedata.east_asian_width(sign) in wide else 1) for sign in text
    )


def under(line: str, caret: str) -> str:
    """What stands over the caret in a terminal."""
    begin, end = len(caret) - len(caret.lstrip()), len(caret)
    place, covered = 0, ""
    for sign in line:
        if begin <= place < end:
            covered += sign
        place += width(sign)
    return covered


LINES = st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=120) | st.text(
    st.sampled_from("ab \t日\u0301\u202e\x1b\xad👩\u200dé"), max_size=120
)


@given(LINES, st.integers(1, 130), st.integers(1, 40), st.integers(24, 120))
def test_the_caret_stands_under_what_it_points_at(line: str, column: int, length: int, columns: int) -> None:
    row, caret = shown(line, Span(1, column, column + length), columns)
    assert width(row) <= columns
    assert len(caret) <= columns + 1
    assert not UNSEEN.search(row)
    covered = "".join(sign for sign in under(row, caret) if width(sign))
    pointed = "".join(sign for sign in printable(line.rstrip()[column - 1 : column + length - 1]) if width(sign))
    if pointed:
        assert covered
        assert pointed.startswith(covered.rstrip("…"))


@pytest.mark.parametrize(
    ("line", "column", "row", "caret"),
    [
        ("goto: clsoing", 7, "goto: clsoing", "      ^"),
        ("\tgoto: x", 2, "\\tgoto: x", "  ^"),
        ("日本: x", 5, "日本: x", "      ^"),
        ("e\u0301: x", 4, "e\u0301: x", "  ^"),
        ("a\u202eb", 3, "a\\u202eb", "       ^"),
        ("", 1, "", "^"),
        ("a", 9, "a", " ^"),
    ],
)
def test_places_of_the_caret(line: str, column: int, row: str, caret: str) -> None:
    assert shown(line, Span(1, column, column + 1)) == (row, caret)


def test_a_line_of_a_megabyte_is_cut_around_the_caret() -> None:
    row, caret = shown("x" * 500_000 + "goto" + "y" * 500_000, Span(1, 500_001, 500_005), 60)
    assert under(row, caret) == "goto"
    assert (row[0], row[-1], width(row)) == ("…", "…", 56)


HOSTILE = st.text(st.characters(), max_size=40)


@given(HOSTILE, HOSTILE, HOSTILE)
def test_nothing_of_a_file_is_obeyed(name: str, key: str, line: str) -> None:
    diagnostic = trap("E110", name, Span(1, 1, 2), key=key, line=3)
    text = full(diagnostic, SourceText(name, line)) + short(diagnostic) + json.dumps(as_json(diagnostic))
    assert not UNSEEN.search(text)
    assert len(full(diagnostic, SourceText(name, line)).split("\n")) == 6
    assert "\n" not in short(diagnostic)


def test_no_colour_unless_it_is_asked_for() -> None:
    diagnostic = trap("E103", "a.yaml", Span(1, 1, 2))
    source = SourceText("a.yaml", "a b\n")
    assert "\x1b" not in full(diagnostic, source)
    assert full(diagnostic, source, colour=True).count("\x1b[0m") == 7


def test_a_diagnostic_for_programs_keeps_its_keys() -> None:
    diagnostic = trap("E103", "", Span(3, 5, 9))
    assert as_json(diagnostic, "a.yaml") == {
        "code": "E103",
        "severity": "error",
        "file": "a.yaml",
        "line": 3,
        "column": 5,
        "endColumn": 9,
        "headline": "This line cannot be read.",
        "help": "Compare it with the lines around it: the spaces in front, the colon, the quotes.",
    }
    nowhere = as_json(Diagnostic("E100", diagnostic.severity, diagnostic.headline))
    assert [nowhere[key] for key in ("line", "column", "endColumn", "help")] == [None] * 4


def test_a_diagnostic_on_one_line() -> None:
    assert short(trap("E103", "a.yaml", Span(3, 5, 9))) == "a.yaml:3:5: E103 This line cannot be read."
    assert short(trap("E101", "a.yaml", None)) == "a.yaml: E101 This file is not text in UTF-8."
