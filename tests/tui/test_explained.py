"""The pages of the checker on the screen: whole, in both languages, and nothing but words where there is no page."""

from __future__ import annotations

import pytest

from simulator.language.traps import trap
from simulator.model.diagnostic import Diagnostic, Severity
from simulator.model.message import Message
from simulator.model.source import SourceText, Span
from simulator.pages import LANGUAGES, codes, page
from simulator.tui.widgets.page import explanation, page_rows
from tests.tui.test_visuals import lines_of


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_laid_out(language: str) -> None:
    for code in codes():
        found = page(code, language)
        lines = lines_of(page_rows(found), 72)
        assert not [line for line in lines if line.startswith(("## ", "```", "| "))], code
        quoted = {line.removeprefix("│").strip() for line in lines if line.startswith("│")}
        short = [line.strip() for line in found.example.splitlines() if len(line) < 60]
        assert quoted >= set(short), code


def test_a_code_is_explained_by_its_page() -> None:
    title, rows = explanation(trap("E103", "a.yaml", Span(1, 1, 2)), SourceText("a.yaml", "x"))
    assert title == f"E103 – {page('E103', 'en').title}"
    assert "Why it matters for trainees" in lines_of(rows, 72)


def test_without_a_page_there_is_what_was_said() -> None:
    unknown = Diagnostic("E999", Severity.ERROR, Message("It is \x1b[2J bad."), Span(2, 3, 6), Message("Mend it."))
    title, rows = explanation(unknown, SourceText("a.yaml", "one\na bcd e"))
    assert title == "E999"
    assert lines_of(rows, 60) == ["It is \\x1b[2J bad.", "", "2 │ a bcd e", "  │   ^^^", "→ Mend it."]
