"""What a call tests is worked out once, and is what its briefing says; the last listing stands at once."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.library import Cache, Entry, Library
from simulator.session import emphasis_of
from tests.library.little import NONE, put
from tests.memory import CACHE


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    put(tmp_path / "calls")
    put(tmp_path / "calls", "second.yaml", id="id: second")
    return tmp_path / "calls"


def library(folder: Path, cache: Path) -> Library:
    """The calls of a folder, with a memory of its own."""
    return Library((folder,), Cache(cache), NONE)


def listed(found: Library) -> list[Entry]:
    return list(found.listing().entries)


@pytest.mark.parametrize("call", ["prelevement-rejete", "more-than-i-pay-now"])
def test_it_is_what_the_briefing_says(call: str) -> None:
    shipped = Library((), CACHE)
    weighing = shipped.weighing(shipped.find(call))
    assert weighing is not None
    told = emphasis_of(shipped.load(call), "en", CACHE)
    assert weighing.shares == {row.id: pytest.approx(row.weight) for row in told}
    assert weighing.labels["empathy"].fr == "Empathie"
    assert all(stake >= 3 for stake in weighing.stakes.values())


def test_it_is_known_without_the_file(calls: Path, tmp_path: Path) -> None:
    here = library(calls, tmp_path / "cache")
    (first, _) = listed(here)
    found = here.weighing(first)
    first.path.unlink()
    assert found is not None
    assert library(calls, tmp_path / "cache").weighing(first) == found


def test_another_text_is_weighed_anew(calls: Path, tmp_path: Path) -> None:
    here = library(calls, tmp_path / "cache")
    entry = listed(here)[0]
    assert here.weighing(entry) is not None
    entry.path.unlink()
    assert here.weighing(replace(entry, text_hash="0" * 64)) is None


def test_a_file_that_was_damaged_is_as_if_it_were_not_there(calls: Path, tmp_path: Path) -> None:
    here = library(calls, tmp_path / "cache")
    entry = listed(here)[0]
    found = here.weighing(entry)
    for file in (tmp_path / "cache" / "weighings").iterdir():
        text = file.read_text(encoding="utf-8")
        for damaged in ('"shares":[', '"shares":{"empathy":"much"', '"nothing":{'):
            file.write_text(text.replace('"shares":{', damaged, 1), encoding="utf-8")
            assert here.weighing(entry) == found


def test_the_last_listing_is_what_can_be_played(calls: Path, tmp_path: Path) -> None:
    (calls / "broken.yaml").write_text("rolecall: 1\nstates: [\n")
    here = library(calls, tmp_path / "cache")
    assert here.last_listing() is None
    playable = tuple(entry for entry in here.listing().entries if entry.playable)
    for again in (here, library(calls, tmp_path / "cache")):
        last = again.last_listing()
        assert last is not None
        assert last.entries == playable
    assert library(tmp_path, tmp_path / "cache").last_listing() is None, "other folders, another listing"


def test_a_listing_that_says_the_same_is_not_written_again(calls: Path, tmp_path: Path) -> None:
    here = library(calls, tmp_path / "cache")
    here.listing()
    here.listing()
    (kept,) = (tmp_path / "cache" / "listings").iterdir()
    os.utime(kept, ns=(1, 1))
    here.listing()
    assert kept.stat().st_mtime_ns == 1
    put(calls, "third.yaml", id="id: third")
    here.listing()
    assert kept.stat().st_mtime_ns > 1


@pytest.mark.parametrize("text", ["", "[1]", '[{"id": 3}]', "{}", "[" * 5000])
def test_a_listing_that_was_damaged_is_not_known(calls: Path, tmp_path: Path, text: str) -> None:
    from simulator.library.index import key_of

    here = library(calls, tmp_path / "cache")
    here.cache.keep_listing(key_of((calls, NONE)), text)
    found = here.last_listing()
    assert found is None or found.entries == ()
