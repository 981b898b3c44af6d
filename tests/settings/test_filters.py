"""Filters that are kept: what was kept is read again, and a file that says anything else is refused."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.model.mode import Mode
from simulator.record import Column, Order, Wanted
from simulator.settings import SettingsError, find_places
from simulator.settings.filters import FILE, FILTERS_MAX, Kept, forget_filter, keep_filter, kept_filters
from simulator.settings.places import Places

FULL = Kept(
    Wanted(
        trainees=frozenset({"a", "b"}),
        scenario="late-parcel",
        mode=Mode.EXAM,
        passed=False,
        reviewed=True,
        least=40.0,
        since=datetime(2026, 3, 2, tzinfo=UTC),
        text="Zoé",
    ),
    Order(Column.FINAL, descending=False),
)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Somebody's files."""
    return find_places({"ROLECALL_HOME": str(tmp_path / "home")})


def test_what_is_kept_is_read_again_until_it_is_forgotten(places: Places) -> None:
    assert kept_filters(places) == {}
    keep_filter(places, " My  team ", FULL)
    keep_filter(places, "all", Kept())
    assert kept_filters(places) == {"My team": FULL, "all": Kept()}
    keep_filter(places, "all", FULL)
    forget_filter(places, "My team")
    assert kept_filters(places) == {"all": FULL}


def test_there_are_only_so_many_and_each_has_a_name(places: Places) -> None:
    for name in ("", "a\x1bb", "x" * 300):
        with pytest.raises(SettingsError):
            keep_filter(places, name, FULL)
    for number in range(FILTERS_MAX):
        keep_filter(places, f"filter {number}", FULL)
    with pytest.raises(SettingsError, match="already"):
        keep_filter(places, "one more", FULL)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"filters": 1}',
        '{"filters": {"a": {}}}',
        '{"filters": {"a": {"sort": "score"}}}',
        '{"filters": {"a": {"sort": "score", "descending": true, "viewer": "x"}}}',
        '{"filters": {"a": {"sort": "score", "descending": true, "least": NaN}}}',
        '{"filters": {"a": {"sort": "score", "descending": true, "mode": "nap"}}}',
        '{"filters": {"a": {"sort": "score", "descending": true, "since": "2026-01-01"}}}',
        '{"filters": {"a": {"sort": "score", "descending": true, "trainees": [1]}}}',
        '{"filters": {"a\\u001b[2J": {"sort": "score", "descending": true}}}',
        "[" * 100_000,
    ],
)
def test_a_file_that_says_something_else_is_refused(places: Places, text: str) -> None:
    places.user_file.parent.mkdir(parents=True)
    places.user_file.with_name(FILE).write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match="cannot be read"):
        kept_filters(places)


@given(data=st.binary(max_size=100))
def test_nothing_in_the_file_raises_anything_else(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    places = find_places({"ROLECALL_HOME": str(tmp_path_factory.getbasetemp() / "filters")})
    places.user_file.parent.mkdir(parents=True, exist_ok=True)
    places.user_file.with_name(FILE).write_bytes(data)
    with pytest.raises(SettingsError):
        kept_filters(places)
