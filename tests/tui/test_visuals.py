"""How text is laid out: nothing is lost, nothing is wider than its place, and what belongs together stays together."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.style import Style
from textual.visual import RenderOptions, Visual

from simulator.tui.markdown import inline, markdown
from simulator.tui.text import labelled, plain, stacked
from simulator.tui.visuals import Beside, Cell, Columns, Prose, Stack, covered

TEXTS = st.text(alphabet="abc de\u00a0fé\u202f?!🧨漢", max_size=80)
WIDTHS = st.integers(2, 60)


def lines_of(visual: Visual, width: int) -> list[str]:
    options = RenderOptions(lambda style: style if isinstance(style, Style) else Style(), {})
    strips = visual.render_strips(width, None, Style(), options)
    assert all(strip.cell_length <= width for strip in strips)
    assert len(strips) == visual.get_height({}, width)
    return [strip.text.rstrip(" ") for strip in strips]


@given(TEXTS, WIDTHS)
def test_prose_loses_nothing_but_blanks(text: str, width: int) -> None:
    said = "".join(lines_of(Prose(plain(text)), width))
    assert re.sub(r"\s", "", said) == re.sub(r"\s", "", text)


@pytest.mark.parametrize("width", range(12, 40))
def test_no_line_begins_with_french_punctuation(width: int) -> None:
    text = "Et donc, quoi\u00a0? Il faut régler\u202f! «\u00a0compte clos\u00a0» : 186,40\u00a0€ en 12\u00a0h."
    for line in lines_of(Prose(plain(text)), width):
        assert line.lstrip()[:1] not in "?!»€"
        assert not line.rstrip().endswith("«")


@given(TEXTS, TEXTS, st.integers(12, 60))
def test_a_margin_and_its_body_stand_side_by_side(margin: str, body: str, width: int) -> None:
    for stays in (True, False):
        said = " ".join(lines_of(Beside([plain(margin)], Prose(plain(body)), 6, stays=stays), width))
        for letter in set(re.sub(r"[\s…]", "", body)):
            assert said.count(letter) >= body.count(letter)


def test_on_a_narrow_screen_the_margin_stands_above() -> None:
    beside = Beside([plain("Nadia"), plain("angry")], Prose(plain("No, and no again.")), 8)
    assert lines_of(beside, 60) == ["Nadia     No, and no again.", "angry"]
    assert lines_of(beside, 30) == ["Nadia", "  No, and no again."]


@given(st.lists(TEXTS, min_size=1, max_size=4), st.integers(30, 80))
def test_columns_are_one_line_of_exactly_the_width(texts: list[str], width: int) -> None:
    cells = [Cell(plain(text), 0 if place == 0 else 5) for place, text in enumerate(texts)]
    (line,) = lines_of(Columns(cells), width)
    assert cell_len(line) <= width


def test_columns_leave_out_what_has_no_room() -> None:
    columns = Columns([Cell(plain("Title")), Cell(plain("short"), 5, until=40), Cell(plain("in full"), 7, room=40)])
    assert lines_of(columns, 30) == ["Title                    short"]
    assert lines_of(columns, 40)[0].split() == ["Title", "in", "full"]


@given(st.text(alphabet="abc de\u00a0fé?!", max_size=80), st.integers(0, 90), WIDTHS)
def test_words_that_are_not_yet_said_keep_their_place(text: str, count: int, width: int) -> None:
    whole = plain(text, "bold")
    assert len(lines_of(Prose(covered(whole, count)), width)) == len(lines_of(Prose(whole), width))
    assert covered(whole, len(text)).plain == whole.plain


def test_a_stack_is_as_high_as_its_parts() -> None:
    stack = stacked([plain("one"), labelled("Label", plain("two three"), 8), Stack([Prose(plain("four"))])])
    assert lines_of(stack, 50) == ["one", "Label     two three", "four"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("One\nparagraph.\n\nAnother.", ["One paragraph.", "", "Another."]),
        ("Items:\n\n- one\n  goes on\n- two", ["Items:", "", "• one goes on", "• two"]),
        ("1. first\n2) second", ["1. first", "2. second"]),
        ("# Head #\nText", ["Head", "", "Text"]),
        ("> said\n> again", ["│ said again"]),
        ("[the law](https://x.example/a_b) and ![a picture](x.png)", ["the law and a picture"]),
        ("2 * 3 * 4, a_name_here, **open, [b]", ["2 * 3 * 4, a_name_here, **open, [b]"]),
        ("", []),
    ],
)
def test_markdown_is_laid_out(written: str, read: list[str]) -> None:
    assert lines_of(markdown(written), 60) == read


def test_bold_italics_and_code_are_styles() -> None:
    content = inline("a **bold** *slanted* _too_ `code`")
    assert content.plain == "a bold slanted too code"
    assert [span.style for span in content.spans] == ["bold", "italic", "italic", "$secondary"]


@given(st.text(alphabet="ab *_`[]()>#-1.\n\\", max_size=60))
def test_no_markdown_loses_a_letter(text: str) -> None:
    said = "".join(lines_of(markdown(text), 200))
    assert [c for c in said if c in "ab"] == [c for c in re.sub(r"\]\([^()\s]*\)", "", text) if c in "ab"]


@given(st.text(max_size=40), st.integers(0, 50))
def test_spans_stay_inside_their_text(text: str, count: int) -> None:
    hidden = covered(plain(text, "bold"), count)
    assert all(span.end <= len(hidden.plain) for span in hidden.spans)
