"""Every page of explanation is whole, and says in French what it says in English."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

import simulator.pages
from simulator.pages import LANGUAGES, codes, page, parse_page


def test_both_languages_have_the_same_pages() -> None:
    names = {
        language: {entry.name for entry in files(simulator.pages).joinpath(language).iterdir()}
        for language in LANGUAGES
    }
    assert names["fr"] == names["en"] == {f"{code}.md" for code in codes()}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", codes())
def test_a_page_is_whole(code: str, language: str) -> None:
    found = page(code, language)
    assert found.code == code
    assert not found.title.endswith(".")
    assert found.what
    assert found.why
    assert all(len(line) <= 150 for line in found.text.splitlines())
    assert found.example or language == "fr" or code in {"E100", "E101", "E102", "E112"}


@pytest.mark.parametrize("code", codes())
def test_the_languages_agree_on_what_is_shown(code: str) -> None:
    english, french = (page(code, language) for language in LANGUAGES)
    assert bool(english.example) == bool(french.example)
    assert english.better.count("```") == french.better.count("```")


@pytest.mark.parametrize("code", codes())
def test_french_has_its_no_break_spaces(code: str) -> None:
    prose = re.sub(r"```.*?```|`[^`\n]*`", "", page(code, "fr").text, flags=re.DOTALL)
    assert re.findall(r".{0,20}(?: [:;?!»]|« )", prose) == []


@pytest.mark.parametrize("code", ["", "W4", "W999", "../W401", "en/W401"])
def test_there_is_no_page_for_what_is_no_code(code: str) -> None:
    with pytest.raises(KeyError):
        page(code, "en")


@pytest.mark.parametrize("text", ["", "# W401 – A title\n", "# W401 – A title\n\n## What\n\nThis.\n"])
def test_what_is_not_a_page_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="a page"):
        parse_page(text, "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", codes())
def test_a_page_falls_into_parts_that_can_be_read_without_a_table(code: str, language: str) -> None:
    parts = page(code, language).parts
    assert len(parts) % 2 == 1
    assert not [part for part in parts[::2] if "```yaml" in part or "\n|" in part]
    assert page(code, language).example in ("", *parts[1::2])
