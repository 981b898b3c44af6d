"""Markdown read aloud."""

from __future__ import annotations

import pytest

from simulator.plain.marks import without_marks


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("**Never** name the *debt* in `public`.", "Never name the debt in public."),
        ("## Who may know\n\nNobody else.", "Who may know\n\nNobody else."),
        ("See [the law](https://example.org/a_b).", "See the law."),
        ("* one\n+ two\n- three", "- one\n- two\n- three"),
        ("2 * 3 * 4 stays, and so does a_name_like_this.", "2 * 3 * 4 stays, and so does a_name_like_this."),
        ("**a *b* c**", "a b c"),
    ],
)
def test_marks_are_left_out_and_words_stay(written: str, read: str) -> None:
    assert without_marks(written) == read
