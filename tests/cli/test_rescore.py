"""`rolecall rescore`: a corrected rubric or call is tried on what was recorded before anything is published."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from simulator.cli.exits import Exit
from simulator.library import Library
from simulator.model.mode import Mode
from simulator.record import Record, open_record
from tests.cli.running import Commands
from tests.library.little import CALLS, NONE, put
from tests.memory import CACHE
from tests.session.desk import begin, play

BEST = ("ask", "on", "courier", "facts")
WORSE = ("ask", "hurry", "on", "courier", "facts")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Ana's record: an exam at its best, and one with a fault in it."""
    path = put(tmp_path / "calls")
    loaded = Library((), CACHE, NONE).load(path)
    file = tmp_path / "rc" / "rolecall.db"
    file.parent.mkdir()
    with open_record(str(file)) as record:
        for seed, choices in enumerate((BEST, WORSE), start=1):
            play(begin(record, loaded, Mode.EXAM, seed=seed), *choices).debrief("en")
    return file


def rubric(tmp_path: Path, **changes: str) -> Path:
    """The rubric of the small call, words replaced."""
    text = (CALLS / "little-rubric.yaml").read_text(encoding="utf-8")
    for before, after in {"pass_mark: 60": "pass_mark: 99", **changes}.items():
        assert before in text
        text = text.replace(before, after, 1)
    path = tmp_path / "corrected.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def _scores(copy: str) -> list[float]:
    lines = [json.loads(line) for line in copy.splitlines()]
    return [line["score"] for line in lines if line["line"] == "scorecard"]


def kept(file: Path) -> list[tuple[float, bool, str]]:
    """The scorecards that were added, over all sessions."""
    with open_record(str(file)) as record:
        return [_plain(record, session) for session in record.ended_with()]


def _plain(record: Record, session: str) -> tuple[float, bool, str]:
    found = record.scorecards(session)
    assert len(found) <= 1
    return (found[0].score, found[0].passed, found[0].rubric_hash) if found else (0.0, False, "")


def test_who_fails_by_a_stricter_rubric_is_named_and_nothing_is_changed(
    rolecall: Commands, database: Path, tmp_path: Path
) -> None:
    before = rolecall("sessions", "list", "--format", "json").json
    told = rolecall("rescore", "--rubric", rubric(tmp_path), "--format", "json").json
    assert [one["now"]["passed"] for one in told["sessions"]] == [True, False]
    assert [one["before"]["score"] for one in told["sessions"]] == [one["now"]["score"] for one in told["sessions"]]
    ran = rolecall("rescore", "--rubric", rubric(tmp_path))
    assert (ran.status, ran.err) == (Exit.SUCCESS, "")
    assert "2 sessions were scored anew." in ran.out
    assert "Nothing was changed." in ran.out
    assert [one["passed"] for one in before] == [True, True]
    (turned,) = (line for line in ran.out.splitlines() if "Ana" in line)
    assert turned.endswith("does not pass now")
    assert kept(database) == [(0.0, False, "")] * 2
    assert rolecall("sessions", "list", "--format", "json").json == before


def test_scores_are_published_beside_the_old_ones_once(rolecall: Commands, database: Path, tmp_path: Path) -> None:
    other = rubric(tmp_path, **{"weight: 10": "weight: 90"})
    before = rolecall("sessions", "list", "--format", "json").json
    ran = rolecall("rescore", "--rubric", other, "--publish")
    assert (ran.status, "the old ones stay" in ran.out) == (Exit.SUCCESS, True)
    first = kept(database)
    assert len({digest for _, _, digest in first} - {""}) == 1
    assert rolecall("rescore", "--rubric", other, "--publish", "--jobs", "2").out == ran.out
    assert kept(database) == first
    assert rolecall("sessions", "list", "--format", "json").json == before
    session = before[0]["session"]
    assert "Scored anew on" in rolecall("sessions", "show", session).out
    assert len(rolecall("sessions", "show", session, "--format", "json").json["scorecards"]) == 1
    assert rolecall("sessions", "verify").out == "2 sessions are right.\n"
    copy = rolecall("people", "export", "Ana").out
    assert sorted(_scores(copy)) == sorted(score for score, _, _ in first)
    (tmp_path / "copy.jsonl").write_text(copy, encoding="utf-8")
    elsewhere = ("--database", tmp_path / "elsewhere.db")
    assert rolecall("sessions", "import", tmp_path / "copy.jsonl", *elsewhere).err == ""
    assert len(rolecall("sessions", "list", "--format", "json", *elsewhere).json) == 2


def test_what_was_published_is_proven_by_the_rubric_that_it_names(
    rolecall: Commands, database: Path, tmp_path: Path
) -> None:
    assert rolecall("rescore", "--rubric", rubric(tmp_path), "--publish").status == Exit.SUCCESS
    harsher = put(tmp_path / "harsher", **{"score: {listening: -1}": "score: {listening: -2}"})
    assert rolecall("rescore", "--scenario", harsher, "--publish").status == Exit.SUCCESS
    assert rolecall("sessions", "verify").out == "2 sessions are right.\n"
    with closing(sqlite3.connect(database)) as behind:
        behind.execute("UPDATE scorecards SET passed = 1 WHERE passed = 0 AND score < 99")
        behind.commit()
    ran = rolecall("sessions", "verify")
    assert (ran.status, ran.err) == (Exit.PROBLEM, "")
    first, *_, last = ran.out.splitlines()
    assert "The scorecard of " in first
    assert "“passed” is stored as True, and comes out as False." in first
    assert last == "1 session is not as it was."


@pytest.mark.usefixtures("database")
def test_a_corrected_call_is_tried_on_its_own_sessions(rolecall: Commands, tmp_path: Path) -> None:
    harsher = put(tmp_path / "harsher", **{"score: {listening: -1}": "score: {listening: -2}"})
    told = rolecall("rescore", "--scenario", harsher, "--format", "json").json
    assert len(told["sessions"]) == 2
    assert told["sessions"][1]["now"]["score"] < told["sessions"][1]["before"]["score"]
    gone = put(tmp_path / "gone", **{"      hurry:\n": "      rush:\n"})
    told = rolecall("rescore", "--scenario", gone, "--format", "json").json
    assert [one["reason"] for one in told["untold"]] == ["hurry is not on offer at decision 2."]


def test_others_private_practice_is_left_out(rolecall: Commands, database: Path, tmp_path: Path) -> None:
    loaded = Library((), CACHE, NONE).load(tmp_path / "calls" / "parcel.yaml")
    with open_record(str(database)) as record:
        play(begin(record, loaded, seed=9), *BEST).debrief("en")
    told = rolecall("rescore", "--rubric", rubric(tmp_path), "--format", "json", "--trainee", "Eva").json
    assert {one["mode"] for one in told["sessions"]} == {"exam"}


@pytest.mark.usefixtures("database")
def test_a_rubric_with_another_id_is_about_no_session(rolecall: Commands, tmp_path: Path) -> None:
    ran = rolecall("rescore", "--rubric", rubric(tmp_path, **{"id: little": "id: other"}))
    assert (ran.status, "0 sessions were scored anew." in ran.out) == (Exit.SUCCESS, True)


@pytest.mark.usefixtures("database")
def test_something_must_have_been_corrected(rolecall: Commands, tmp_path: Path) -> None:
    ran = rolecall("rescore")
    assert (ran.status, ran.out) == (Exit.USAGE, "")
    assert "--rubric FILE" in ran.err
    ran = rolecall("rescore", "--rubric", tmp_path / "none.yaml")
    assert ran.status != Exit.SUCCESS
    assert "Traceback" not in ran.err
