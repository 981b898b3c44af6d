"""The examples of reports are whole pages that load nothing, in the language that their name says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.report.html import Page, digest

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("kind", ["trainee", "group", "attestation"])
def test_an_example_is_a_page_of_its_own(kind: str, language: str) -> None:
    read = Page((EXAMPLES / f"{kind}.{language}.html").read_text(encoding="utf-8"))
    assert read.elements[0][1]["lang"] == language
    assert len(read.text("h1")) == 1
    (policy,) = (one["content"] for _tag, one in read.having(**{"http-equiv": "Content-Security-Policy"}))
    assert f"style-src {digest(read.text('style')[0])}" in policy
    assert not any(name in ("style", "src", "href") for _tag, one in read.elements for name in one)
