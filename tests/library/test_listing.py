"""The table of the library: every scenario that there is, and why one cannot be played."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from simulator.library import Cache, Library, walk
from simulator.words import say
from tests.library.little import NONE, put


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    return tmp_path / "calls"


def library(*folders: Path, shipped: Path | None = None, cache: Cache | None = None) -> Library:
    return Library(folders, cache, shipped or NONE)


def test_shipped_scenarios_are_listed_with_what_a_table_needs() -> None:
    (entry,) = [e for e in Library().listing().entries if e.id == "prelevement-rejete"]
    assert entry.title == "Le prélèvement rejeté"
    assert (entry.role, entry.language) == ("collections", "fr")
    assert (entry.level, entry.minutes) == (1, 6)
    assert entry.folder is None
    assert entry.playable


def test_every_shipped_scenario_can_be_played() -> None:
    listing = Library().listing()
    assert listing.entries
    assert listing.problems == ()
    assert [entry.path for entry in listing.entries if not entry.playable] == []


def test_an_own_scenario_is_listed_and_its_rubric_is_not(calls: Path) -> None:
    path = put(calls / "deep" / "er")
    (calls / "notes.yaml").write_text("shopping: [milk]\n")
    (calls / "readme.txt").write_text("not yaml")
    (entry,) = library(calls).listing().entries
    assert (entry.id, entry.title, entry.path, entry.folder) == ("parcel", "The parcel of Mo Reed", path, calls)


def test_an_own_scenario_replaces_a_shipped_one_and_says_so(tmp_path: Path) -> None:
    shipped, own = put(tmp_path / "shipped"), put(tmp_path / "own", title='title: "Mine"')
    (entry,) = library(tmp_path / "own", shipped=tmp_path / "shipped").listing().entries
    assert (entry.path, entry.title, entry.replaces) == (own, "Mine", shipped)


def test_of_two_folders_the_first_wins(tmp_path: Path) -> None:
    first, second = put(tmp_path / "first"), put(tmp_path / "second")
    (entry,) = library(tmp_path / "first", tmp_path / "second").listing().entries
    assert (entry.path, entry.replaces) == (first, second)


def test_two_with_one_id_in_a_folder_are_an_error_that_names_both(calls: Path) -> None:
    first, second = put(calls, "a.yaml"), put(calls, "b.yaml")
    put(calls, "c.yaml", id="id: other")
    listing = library(calls).listing()
    (problem,) = listing.problems
    assert say(problem) == (
        f"Two scenarios in one folder have the id parcel: {first} and {second}. Give one of them another id."
    )
    assert {entry.path.name: entry.playable for entry in listing.entries} == {
        "a.yaml": False,
        "b.yaml": False,
        "c.yaml": True,
    }


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"rolecall: 1\nid: [\n", "E1"),
        (b"states: {}\n", "E2"),
        (b"\xff\xfe\x00\x01", "E101"),
        (b"\0" * 10, "E101"),
        (b"a: " + b"x" * 1_100_000, "E102"),
        (b"a: &a [*a]\nstates: *a\n", "E2"),
        (b"states: " + b"[" * 60 + b"]" * 60, "E112"),
    ],
)
def test_a_broken_file_is_listed_with_its_first_error(calls: Path, content: bytes, code: str) -> None:
    calls.mkdir()
    (calls / "broken.yaml").write_bytes(content)
    (entry,) = library(calls).listing().entries
    assert (entry.id, entry.title, entry.playable) == ("broken", "broken.yaml", False)
    assert entry.problem is not None
    assert [diagnostic.code[: len(code)] for diagnostic in entry.diagnostics] == [code]
    assert entry.problem == entry.diagnostics[0].headline


def test_a_missing_folder_is_a_problem_in_a_sentence(tmp_path: Path) -> None:
    (problem,) = Library([tmp_path / "gone"]).listing().problems
    assert say(problem) == f"There is no folder {tmp_path / 'gone'}."


def test_a_file_in_place_of_a_folder_is_a_problem_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (problem,) = Library([tmp_path / "file"]).listing().problems
    assert "cannot be read" in say(problem)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right that users of Windows seldom have")
def test_links_in_a_circle_are_followed_once(calls: Path) -> None:
    path = put(calls / "a")
    (calls / "a" / "up").symlink_to(calls, target_is_directory=True)
    (calls / "a" / "self").symlink_to(calls / "a" / "self")
    (calls / "a" / "dead.yaml").symlink_to(calls / "nowhere")
    entries = library(calls).listing().entries
    assert [entry.path for entry in entries if entry.playable] == [path]
    assert [entry.path.name for entry in entries if not entry.playable] == ["dead.yaml"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_not_waited_for(calls: Path) -> None:
    calls.mkdir()
    os.mkfifo(calls / "pipe.yaml")
    (entry,) = library(calls).listing().entries
    assert entry.problem is not None
    assert say(entry.problem) == f"{calls / 'pipe.yaml'} is not an ordinary file."


def test_hidden_folders_and_files_are_left_alone(calls: Path) -> None:
    put(calls / ".git")
    put(calls, ".draft.yaml")
    put(calls / "__pycache__")
    assert walk(calls).files == (calls / "little-rubric.yaml",)


def test_a_folder_with_too_many_files_is_read_in_part_and_says_so(calls: Path) -> None:
    calls.mkdir()
    for number in range(2_010):
        (calls / f"{number:04}.yaml").touch()
    walked = walk(calls)
    assert len(walked.files) == 2_000
    (problem,) = walked.problems
    assert "holds too many files" in say(problem)
