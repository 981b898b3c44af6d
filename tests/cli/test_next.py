"""`rolecall next` and `rolecall history`: the same as home says, for a shell and for programs."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.cli.exits import Exit
from tests.cli.running import Commands
from tests.library.little import put


@pytest.fixture(autouse=True)
def shortest(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A library with the small call, the easiest and shortest there is in English."""
    folder = tmp_path / "library"
    put(folder, **{"level: 2": "level: 1", "minutes: 3": "minutes: 1"})
    monkeypatch.setenv("ROLECALL_LIBRARY", str(folder))


def take(rolecall: Commands, *options: str, answers: str = "4\n2\n1\n") -> None:
    """Play the small call to its end."""
    rolecall("play", "parcel", "--plain", "--seed", "1", "--variant", "gift", *options, stdin=answers)


def test_somebody_new_is_told_where_to_begin(rolecall: Commands, tmp_path: Path) -> None:
    ran = rolecall("next")
    assert (ran.status, ran.err) == (Exit.SUCCESS, "")
    lines = ran.out.splitlines()
    assert lines[0] == "Next: The parcel of Mo Reed: customer satisfaction, level 1 (routine), in English, 1 minute."
    assert lines[1].startswith("A good call to begin with")
    assert lines[2] == "To take it: rolecall play parcel"
    assert not (tmp_path / "rc" / "rolecall.db").exists(), "to look leaves no trace"


def test_programs_get_the_same(rolecall: Commands) -> None:
    told = rolecall("next", "--format", "json").json
    assert (told["scenario"], told["level"], told["language"], told["tries"]) == ("parcel", 1, "en", 0)
    assert (told["command"], told["suggested_again"], told["best"]) == ("rolecall play parcel", None, None)
    assert told["reason"].startswith("A good call to begin with")
    take(rolecall)
    other = rolecall("next", "--format", "json").json
    assert other["scenario"] != "parcel", "not the call just played"


def test_in_french_it_is_french(rolecall: Commands) -> None:
    told = rolecall("next", "--language", "fr")
    assert told.out.startswith("À suivre")
    assert "en français" in told.out


def test_the_history_is_told(rolecall: Commands) -> None:
    assert "Welcome." in rolecall("history").out
    take(rolecall)
    take(rolecall, "--mode", "exam")
    ran = rolecall("history")
    assert (ran.status, ran.err) == (Exit.SUCCESS, "")
    assert "The parcel of Mo Reed: played 2 times; first score " in ran.out
    assert "Practice is private until you share it" in ran.out
    assert ran.out.count("Private: trainers do not see it.") == 1
    assert ran.out.count("An exam: trainers see it.") == 1
    assert max(map(len, ran.out.splitlines())) < 250


def test_programs_get_the_history(rolecall: Commands) -> None:
    assert rolecall("history", "--format", "json").json == {"skills": [], "calls": [], "sessions": []}
    take(rolecall)
    told = rolecall("history", "--format", "json").json
    (call,), (session,) = told["calls"], told["sessions"]
    assert call["first"] == call["best"] == call["latest"]
    assert (session["seen_by"], session["counts"]) == ("private", True)
    assert all(skill["low"] <= skill["value"] <= skill["high"] for skill in told["skills"])
