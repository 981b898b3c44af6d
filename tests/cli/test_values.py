"""What the values of options may be."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.cli.values import age, day, whole_number


@contextmanager
def refused_with(words: str) -> Iterator[None]:
    """Whatever is inside may be refused, in these words only."""
    refusal = ""
    try:
        yield
    except click.BadParameter as refused:
        refusal = refused.message
    assert not refusal or words in refusal


@pytest.mark.parametrize(
    ("text", "days"), [("90d", 90), ("90j", 90), ("6m", 180), ("2y", 730), ("2A", 730), (" 0d ", 0), ("1000y", 365_000)]
)
def test_an_age_is_a_number_and_a_unit(text: str, days: int) -> None:
    assert age(text) == timedelta(days=days)


@given(st.text(max_size=12) | st.from_regex(r"\A\d{1,9}[dmyjah]\Z"))
def test_any_text_is_an_age_that_can_be_taken_from_now_or_none(text: str) -> None:
    with refused_with("is no age"):
        assert datetime.now().astimezone() - age(text)


def test_a_day_begins_at_midnight_here() -> None:
    found = day("2026-09-01")
    assert (found.year, found.month, found.day, found.hour, found.minute) == (2026, 9, 1, 0, 0)
    assert found.tzinfo is not None


@given(st.text(max_size=12) | st.dates().map(str))
def test_any_text_is_a_day_or_none(text: str) -> None:
    with refused_with("is no day"):
        assert day(text).tzinfo is not None


@given(st.text(max_size=40) | st.integers(-10, 20).map(str))
def test_any_text_is_a_number_within_the_limits_or_none(text: str) -> None:
    with refused_with("from 0 to 9"):
        assert whole_number(0, 9)(text) in range(10)
