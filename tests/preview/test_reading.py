"""What is read of a file at one moment, whatever stands at its path."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from simulator.checking import check_source
from simulator.library import find_rubric, read_source
from simulator.preview.preview import Preview
from simulator.preview.reading import Reading, read, survey
from simulator.words import say
from tests.library.little import RUBRIC, put
from tests.memory import CACHE

BROKEN = {"goto: solve\n        why": "goto: slove\n        why"}


def test_a_good_file_has_a_call_and_hangs_on_its_rubric(tmp_path: Path) -> None:
    path = put(tmp_path)
    reading = read(path)
    assert reading.has_call
    assert (reading.errors, reading.warnings, reading.problem) == (0, 0, None)
    assert reading.paths == (path, tmp_path / RUBRIC)
    assert reading.ground is None
    surveyed = survey(reading)
    assert surveyed.ground is not None
    assert surveyed.file.scenario is reading.file.scenario
    assert surveyed.says_the_same(reading)


def test_what_is_wrong_as_a_whole_is_found_by_the_survey(tmp_path: Path) -> None:
    reading = read(put(tmp_path, **{"once: yes\n        score: {listening: 2}": "score: {listening: 2}"}))
    assert (reading.has_call, reading.errors) == (True, 0)
    surveyed = survey(reading)
    assert [one.code for one in surveyed.file.diagnostics] == ["E406"]
    assert (surveyed.has_call, surveyed.errors) == (True, 1)


def test_what_the_file_allows_is_not_told_as_in_a_check(tmp_path: Path) -> None:
    nothing = 'nothing: {do: crm, label: "Nothing", goto: helped'
    path = put(tmp_path, **{f'{nothing}, why: "Nobody will know."}}': f"{nothing}}} # check: allow W401 it is plain"})
    reading = read(path)
    assert (reading.errors, reading.warnings) == (0, 0)
    surveyed = survey(reading)
    assert surveyed.file.diagnostics == check_source(read_source(path), find_rubric(path, CACHE)).diagnostics == ()
    assert [one.diagnostic.code for one in surveyed.file.allowed] == ["W401"]


@pytest.mark.parametrize("edit", [{}, BROKEN, {"id: parcel": "id: parcel # check: allow W401 not needed"}])
def test_a_reading_says_what_a_check_says(tmp_path: Path, edit: dict[str, str]) -> None:
    path = put(tmp_path, **edit)
    checked = check_source(read_source(path), find_rubric(path, CACHE))
    assert survey(read(path)).file.diagnostics == checked.diagnostics


def test_a_broken_file_has_diagnostics_and_no_call(tmp_path: Path) -> None:
    reading = read(put(tmp_path, **BROKEN))
    assert not reading.has_call
    assert [one.code for one in reading.file.diagnostics] == ["E301"]
    assert survey(reading) is reading


def test_a_rubric_is_no_call(tmp_path: Path) -> None:
    put(tmp_path)
    reading = read(tmp_path / RUBRIC)
    assert (reading.has_call, reading.file.diagnostics, reading.problem) == (False, (), None)
    assert survey(reading) is reading


def test_a_rubric_that_changes_changes_the_reading(tmp_path: Path) -> None:
    path, rubric = put(tmp_path), tmp_path / RUBRIC
    before = read(path)
    assert read(path).says_the_same(before)
    rubric.write_text(rubric.read_text("utf-8").replace("pass_mark: 60", "pass_mark: 50"), "utf-8")
    assert not read(path).says_the_same(before)
    rubric.unlink()
    gone = read(path)
    assert not gone.has_call
    assert gone.paths == (path, rubric), "it is waited for"


def unreadable(folder: Path, name: str) -> Path:
    path = folder / "call.yaml"
    match name:
        case "binary":
            path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\r" * 200)
        case "huge":
            path.write_bytes(b"# a line\n" * 200_000)
        case "folder":
            path.mkdir()
        case "empty":
            path.write_bytes(b"")
        case "latin":
            path.write_bytes('title: "Prélèvement"'.encode("latin-1"))
        case "pipe":
            os.mkfifo(path)
        case "loop":
            path.symlink_to(path)
        case "nul":
            return folder / "a\0b.yaml"
    return path


WAYS = ["missing", "binary", "huge", "folder", "empty", "latin", "loop", "nul"]
WAYS += [] if sys.platform == "win32" else ["pipe"]


@pytest.mark.parametrize("name", WAYS)
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str) -> None:
    reading = read(unreadable(tmp_path, name))
    assert not reading.has_call
    said = say(reading.problem) if reading.problem else say(reading.file.diagnostics[0].headline)
    assert said.endswith((".", ").", "`"))
    assert reading.paths[0].name in said or reading.file.diagnostics
    assert survey(reading) is reading


@pytest.mark.parametrize("name", WAYS)
def test_the_last_good_call_stays_whatever_becomes_of_the_file(tmp_path: Path, name: str) -> None:
    path = put(tmp_path, "call.yaml")
    good = Preview().read(read(path))
    assert good.trial is not None
    assert not good.is_old
    path.unlink()
    after = good.read(read(unreadable(tmp_path, name)))
    assert after.trial is good.trial
    assert after.is_old


def test_a_file_that_is_mended_goes_on_where_one_stood(tmp_path: Path) -> None:
    preview = Preview(agent="Ana").read(read(put(tmp_path)))
    assert preview.trial is not None
    preview = preview.tried(preview.trial.choose("on"))
    broken = preview.read(read(put(tmp_path, **BROKEN)))
    assert broken.is_old
    mended = broken.read(read(put(tmp_path, **{"So what now?": "And what now?"})))
    assert not mended.is_old
    assert mended.trial is not None
    assert mended.trial.position.state == "solve"
    assert [one.text for one in mended.trial.transcript][-1] == "And what now?"
    assert mended.trial.transcript[0].text == "Is that Ana? My parcel is late."


def test_a_note_is_there_until_something_is_done(tmp_path: Path) -> None:
    preview = Preview().read(read(put(tmp_path)))
    assert preview.trial is not None
    preview = preview.tried(preview.trial.restart("illness"))
    gone: Reading = read(put(tmp_path, **{"  illness:\n": "  fever:\n"}))
    changed = preview.read(gone)
    assert [say(note) for note in changed.notes] == ["The variant `illness` is gone; this is `gift`."]
    surveyed = changed.read(survey(gone))
    assert surveyed.notes == changed.notes
    assert surveyed.trial is changed.trial
    assert changed.trial is not None
    assert changed.tried(changed.trial.restart()).notes == ()


def test_nothing_is_there_before_the_first_good_call(tmp_path: Path) -> None:
    preview = Preview().read(read(tmp_path / "none.yaml"))
    assert (preview.trial, preview.is_old) == (None, False)
