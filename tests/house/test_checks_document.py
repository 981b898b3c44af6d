"""The document of all pages of explanation says what the pages say, and its links lead somewhere."""

from __future__ import annotations

import re

import pytest

from docs.make_checks import DOCUMENTS, document
from simulator.pages import LANGUAGES, codes, page
from simulator.pages.families import FAMILIES


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_is_that_of_the_pages_as_they_are(language: str) -> None:
    if DOCUMENTS[language].read_text(encoding="utf-8") != document(language):
        pytest.fail("the pages have changed: run `python -m docs.make_checks`", pytrace=False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_in_the_document_and_can_be_linked_to(language: str) -> None:
    text = document(language)
    links, places = re.findall(r"\(#(\w+)\)", text), re.findall(r'<a id="(\w+)">', text)
    assert links == places == [code.lower() for code in codes()]
    for code in codes():
        assert f"\n## {code} – {page(code, language).title}\n" in text


def test_remarks_of_an_example_are_no_headings() -> None:
    assert "\n# TODO ask planning for the real reason\n" in document("en")


def test_every_code_belongs_to_one_family() -> None:
    assert [code for family in FAMILIES for code in family.codes] == list(codes())
