"""The library line by line: calls are listed, picked by number, played, and listed again."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator import words
from simulator.library import Library
from simulator.plain.console import InputEnded
from simulator.plain.home import PlainHome
from simulator.record import Record
from simulator.session.wish import Wish
from tests.library.little import NONE, put
from tests.memory import CACHE
from tests.plain.talk import console


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    """A library with two calls, a faulty one, and a file that has nothing to do with calls."""
    put(tmp_path / "calls")
    put(
        tmp_path / "calls", "french.yaml", id="id: colis", title='title: "Le colis"', **{"language: en": "language: fr"}
    )
    (tmp_path / "calls" / "broken.yaml").write_text("rolecall: 1\nstates: [\n")
    (tmp_path / "calls" / "notes.yaml").write_text("shopping: [milk]\n")
    return tmp_path / "calls"


def visit(record: Record, folder: Path, *lines: str, person: bool = True, **wishes: object) -> str:
    """What is told at home to somebody who types `lines` and leaves with q."""
    talk, told = console(*lines, "q", person=person)
    wish = Wish(**{"trainee": "Ana", "seed": 1, "variant": "gift", **wishes})  # type: ignore[arg-type]
    PlainHome(talk, Library((folder,), CACHE, NONE), record, wish).run()
    return told.getvalue()


def test_calls_are_listed_with_what_one_picks_them_by(record: Record, calls: Path) -> None:
    lines = visit(record, calls).splitlines()
    assert lines[1:4] == [
        "2 calls",
        "1. The parcel of Mo Reed: customer satisfaction, level 2 (tense), in English, 3 minutes.",
        "2. Le colis: customer satisfaction, level 2 (tense), in French, 3 minutes.",
    ]
    assert lines[4].startswith("Not playable: ")
    assert "broken.yaml" in lines[4]
    assert "notes.yaml" not in "".join(lines)


def test_the_language_in_use_comes_first(record: Record, calls: Path) -> None:
    words.use("fr")
    assert visit(record, calls).splitlines()[2].startswith("1. Le colis")


def test_a_call_is_picked_played_and_its_best_score_told(record: Record, calls: Path) -> None:
    told = visit(record, calls, "1", "2", "", "3", "3", "1", "1", "", "", "")
    assert told.count("2 calls") == 2
    assert "Passed: 100 of 100" in told
    assert "3 minutes. Best score: 100." in told[told.index("Debrief:") :]


def test_a_slip_is_told_and_the_list_stays(record: Record, calls: Path) -> None:
    told = visit(record, calls, "3", "0", "01x", "x")
    assert told.count("Type a number from 1 to 2, or q to leave.") == 4
    assert told.count("2 calls") == 1
    assert visit(record, calls, "").count("2 calls") == 2


def test_one_may_go_back_from_a_call(record: Record, calls: Path) -> None:
    told = visit(record, calls, "1", "q", "1", "3", "q")
    assert told.count("2 calls") == 3
    assert record.all_unfinished() == ()


def test_a_call_that_was_left_is_gone_on_with_from_home(record: Record, calls: Path) -> None:
    visit(record, calls, "1", "", "", "3", "q")
    told = visit(record, calls, "1", "y", "3", "1", "1", "", "", "")
    assert "The call goes on." in told
    assert "Which mode?" not in told
    assert "Debrief:" in told


def test_a_script_plays_by_the_same_numbers(record: Record, calls: Path) -> None:
    told = visit(record, calls, "1", "3", "3", "3", "1", "1", person=False)
    assert "Debrief:" in told
    assert "Mode: exam." in told


def test_an_empty_library_says_so(record: Record, tmp_path: Path) -> None:
    told = visit(record, tmp_path / "nothing", "1")
    assert "0 calls" in told
    assert "Type q to leave." in told
    assert "There is no folder" in told


def test_the_input_may_end_at_home(record: Record, calls: Path) -> None:
    talk, _told = console(person=False)
    with pytest.raises(InputEnded):
        PlainHome(talk, Library((calls,), CACHE, NONE), record, Wish("Ana")).run()
