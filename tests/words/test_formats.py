"""Numbers, durations, dates and lists in both languages."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator import words


@pytest.mark.parametrize(
    ("value", "decimals", "french", "english"),
    [
        (12.5, 1, "12,5", "12.5"),
        (12.0, 1, "12", "12"),
        (1234567.891, 2, "1\u202f234\u202f567,89", "1,234,567.89"),
        (-1234.5, 1, "-1\u202f234,5", "-1,234.5"),
        (-0.04, 1, "0", "0"),
        (100, 0, "100", "100"),
        (0.96, 1, "1", "1"),
        (10, 2, "10", "10"),
    ],
)
def test_a_number_has_the_signs_of_its_language(value: float, decimals: int, french: str, english: str) -> None:
    words.use("fr")
    assert words.number(value, decimals) == french
    words.use("en")
    assert words.number(value, decimals) == english


@given(st.floats(-1e12, 1e12), st.integers(0, 6))
def test_a_number_reads_back_as_the_rounded_value(value: float, decimals: int) -> None:
    words.use("fr")
    read = float(words.number(value, decimals).replace("\u202f", "").replace(",", "."))
    assert read == round(value, decimals)


def test_a_percentage_is_a_share_of_one() -> None:
    words.use("fr")
    assert words.percent(0.125, 1) == "12,5\u202f%"
    assert words.percent(1) == "100\u202f%"
    words.use("en")
    assert words.percent(0.125, 1) == "12.5%"


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        (0, "0 point", "0 points"),
        (0.5, "0,5 point", "0.5 points"),
        (1, "1 point", "1 point"),
        (1.04, "1 point", "1 point"),
        (1.5, "1,5 point", "1.5 points"),
        (1.96, "2 points", "2 points"),
        (-1, "-1 point", "-1 point"),
        (12.5, "12,5 points", "12.5 points"),
    ],
)
def test_points_are_counted_as_they_are_shown(value: float, french: str, english: str) -> None:
    words.use("fr")
    assert words.points(value) == french
    words.use("en")
    assert words.points(value) == english


@pytest.mark.parametrize(
    ("seconds", "written"),
    [
        (0, "0 s"),
        (0.4, "0 s"),
        (45, "45 s"),
        (59.6, "1 min"),
        (180, "3 min"),
        (200, "3 min 20 s"),
        (3600, "1 h"),
        (3905, "1 h 5 min"),
    ],
)
def test_a_duration_never_parts_from_its_units(seconds: float, written: str) -> None:
    shown = words.duration(seconds)
    assert shown.replace("\u00a0", " ") == written
    assert not any(part.isdigit() for part in shown.split(" "))


def test_a_duration_is_not_negative() -> None:
    with pytest.raises(ValueError, match="negative"):
        words.duration(-1)


@pytest.mark.parametrize(
    ("day", "french", "english"),
    [
        (date(2026, 11, 23), ("23\u00a0novembre 2026", "23/11/2026"), ("23\u00a0November 2026", "23 Nov 2026")),
        (date(2027, 2, 1), ("1er\u00a0février 2027", "01/02/2027"), ("1\u00a0February 2027", "1 Feb 2027")),
    ],
)
def test_a_date_is_long_or_short(day: date, french: tuple[str, str], english: tuple[str, str]) -> None:
    words.use("fr")
    assert (words.date(day), words.date(day, short=True)) == french
    words.use("en")
    assert (words.date(day), words.date(day, short=True)) == english


def test_a_day_is_told_as_it_is_seen_from_today() -> None:
    today = date(2026, 11, 30)
    seen = [
        words.day_from(today, date(2026, 11, 1)),
        words.day_from(today, today),
        words.day_from(today, date(2026, 12, 1)),
    ]
    assert [*seen, words.day_from(today, date(2026, 12, 2))] == [
        "today",
        "today",
        "tomorrow",
        "on 2\u00a0December 2026",
    ]
    assert words.day(date(2027, 2, 1)) == "1 Feb"
    words.use("fr")
    assert words.day(date(2027, 2, 1)) == "01/02"
    assert words.day_from(today, date(2026, 12, 2)) == "le 2\u00a0décembre 2026"


def test_a_moment_has_the_time_of_day() -> None:
    words.use("fr")
    assert words.moment(datetime(2026, 11, 23, 9, 5)) == "23/11/2026 09:05"  # noqa: DTZ001 - any zone is shown as it is


def test_a_list_ends_with_and_or_or() -> None:
    words.use("fr")
    assert words.list_of([]) == ""
    assert words.list_of(["a"]) == "a"
    assert words.list_of(["a", "b"]) == "a et b"
    assert words.one_of(["a", "b", "{c}"]) == "a, b ou {c}"
    words.use("en")
    assert words.list_of(["a", "b", "c"]) == "a, b and c"
