"""A change of a file is noticed however it is made; real files, a real watch, and no waiting but for what comes."""

from __future__ import annotations

import os
import queue
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.preview.watching import Watch

PATIENCE = 30.0
"""Seconds after which what is waited for does not come any more."""


class Watched:
    """A file, and what is told of it: each time what stands in it then."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.told: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self.watch = Watch([path], lambda: self.told.put(self.text))
        self.watch.start()

    def close(self) -> None:
        """Watch no more."""
        self.watch.stop()
        self.watch.join(PATIENCE)
        assert not self.watch.is_alive()

    @property
    def text(self) -> str | None:
        """What stands in the file; None where there is none."""
        try:
            return self.path.read_text("utf-8")
        except OSError:
            return None

    def wait_for(self, text: str | None) -> None:
        """Wait until the file is told to have this text."""
        while self.told.get(timeout=PATIENCE) != text:
            pass


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    """A file with `one` in it."""
    folder = tmp_path / "calls"
    folder.mkdir()
    (folder / "call.yaml").write_text("one", "utf-8")
    found = Watched(folder / "call.yaml")
    found.path.write_text("begun", "utf-8")
    found.wait_for("begun")
    yield found
    found.close()


def test_a_file_that_is_written(watched: Watched) -> None:
    for text in ("two", "three", "fours", ""):
        watched.path.write_text(text, "utf-8")
        watched.wait_for(text)


def test_a_file_that_is_put_in_the_place_of_the_old_one(watched: Watched) -> None:
    for text in ("two", "three"):
        draft = watched.path.with_suffix(".tmp")
        draft.write_text(text, "utf-8")
        os.replace(draft, watched.path)
        watched.wait_for(text)


def test_a_file_that_is_moved_away_and_written_anew(watched: Watched) -> None:
    for text in ("two", "three"):
        os.replace(watched.path, watched.path.with_suffix(".yaml~"))
        watched.path.write_text(text, "utf-8")
        watched.wait_for(text)


def test_a_file_that_is_deleted_and_comes_back(watched: Watched) -> None:
    watched.path.unlink()
    watched.wait_for(None)
    watched.path.write_text("again", "utf-8")
    watched.wait_for("again")


def test_what_is_deleted_and_made_at_once_was_never_away(watched: Watched) -> None:
    watched.path.unlink()
    watched.path.write_text("two", "utf-8")
    assert watched.told.get(timeout=PATIENCE) == "two"


def test_a_folder_that_is_deleted_and_comes_back(watched: Watched) -> None:
    folder = watched.path.parent
    watched.path.unlink()
    folder.rmdir()
    watched.wait_for(None)
    folder.mkdir()
    watched.path.write_text("again", "utf-8")
    watched.wait_for("again")
    watched.path.write_text("and again", "utf-8")
    watched.wait_for("and again")


def test_a_file_in_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    watched = Watched(tmp_path / "not" / "yet" / "call.yaml")
    watched.path.parent.mkdir(parents=True)
    watched.path.write_text("here", "utf-8")
    watched.wait_for("here")
    watched.close()


def test_a_file_in_a_folder_whose_name_tools_pass_over(tmp_path: Path) -> None:
    folder = tmp_path / "node_modules"
    folder.mkdir()
    watched = Watched(folder / ".call.yaml.swp")
    watched.path.write_text("here", "utf-8")
    watched.wait_for("here")
    watched.close()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_the_file_that_a_link_leads_to(watched: Watched, tmp_path: Path) -> None:
    real = tmp_path / "elsewhere.yaml"
    real.write_text("real", "utf-8")
    watched.path.unlink()
    watched.path.symlink_to(real)
    watched.wait_for("real")
    real.write_text("changed", "utf-8")
    watched.wait_for("changed")


def test_other_files_are_watched_from_now_on(watched: Watched, tmp_path: Path) -> None:
    rubric = tmp_path / "rubrics" / "rubric.yaml"
    watched.watch.look_at([watched.path, rubric])
    rubric.parent.mkdir()
    rubric.write_text("a rubric", "utf-8")
    watched.wait_for("begun")
    watched.path.write_text("two", "utf-8")
    watched.wait_for("two")
    watched.watch.look_at([watched.path])
    watched.path.write_text("three", "utf-8")
    watched.wait_for("three")


def test_a_watch_that_was_stopped_tells_nothing(watched: Watched) -> None:
    watched.close()
    watched.path.write_text("two", "utf-8")
    assert "two" not in [watched.told.get_nowait() for _ in range(watched.told.qsize())]


def test_names_that_no_file_can_have_are_watched_in_vain(tmp_path: Path) -> None:
    watch = Watch([tmp_path / "a\0b", tmp_path / ("x" * 5000)], lambda: None)
    watch.start()
    watch.stop()
    watch.join(PATIENCE)
    assert not watch.is_alive()
