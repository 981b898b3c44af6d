"""Skills, history and the next call line by line: all that the screens show, as numbers and sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.library import Library
from simulator.model.mode import Mode
from simulator.plain.console import InputEnded
from simulator.plain.home import PlainHome
from simulator.record import Record
from simulator.session import reviewed_of
from simulator.session.review_writing import note
from simulator.session.reviewed import Said
from simulator.session.wish import Wish
from tests.library.little import NONE, put
from tests.memory import CACHE
from tests.plain.talk import console
from tests.session.desk import begin, parcel, play

BEST = ("ask", "on", "courier", "facts")
WORST = ("hurry", "tell-all", "refund", "nothing")


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    """A library with the small call and another one."""
    put(tmp_path / "calls")
    put(tmp_path / "calls", "second.yaml", id="id: second", title='title: "A second call"')
    return tmp_path / "calls"


@pytest.fixture
def played(record: Record) -> Record:
    """Two calls of practice, one of them guided, and an exam."""
    for seed, (mode, choices) in enumerate(((Mode.PRACTICE, WORST), (Mode.GUIDED, BEST), (Mode.EXAM, BEST)), start=1):
        play(begin(record, parcel(), mode, seed=seed), *choices).debrief("en")
    return record


def visit(record: Record, folder: Path, *lines: str) -> str:
    """What is told at home to somebody who types `lines` and leaves."""
    talk, told = console(*lines, "q", person=True)
    PlainHome(talk, Library((folder,), CACHE, NONE), record, Wish("Ana", seed=1)).run()
    return told.getvalue()


def test_a_beginner_is_welcomed_and_told_where_to_begin(record: Record, calls: Path) -> None:
    told = visit(record, calls)
    assert "Welcome. Your skills show here once you have played a first call without help." in told
    assert "Next: The parcel of Mo Reed: customer satisfaction, level 2 (tense), in English, 3 minutes." in told
    assert "A good call to begin with" in told


def test_skills_and_the_next_call_stand_beside_the_prompt(played: Record, calls: Path) -> None:
    lines = visit(played, calls).splitlines()
    place = lines.index("Your skills, from 2 calls:")
    assert lines[place + 1].startswith("Listening: ")
    assert ", likely between " in lines[place + 1]
    assert any(line.startswith("Next: A second call: ") for line in lines[place:])
    assert "Best score: 100. Played 3 times. Suggested again " in "\n".join(lines)


def test_n_takes_the_next_call(played: Record, calls: Path) -> None:
    told = visit(played, calls, "n", "q")
    assert "Which mode?" in told


def test_calls_are_searched(record: Record, calls: Path) -> None:
    told = visit(record, calls, "/second tense", "/zzz")
    assert "1 call\n1. A second call: " in told
    assert "0 calls\n" in told


def test_the_history_says_who_sees_what(played: Record, calls: Path) -> None:
    told = visit(played, calls, "h", "q")
    assert "Practice is private until you share it; trainers see your exams and what you share" in told
    sessions = [line for line in told.splitlines() if line.startswith(("1. The", "2. The", "3. The"))][-3:]
    assert sessions[0].endswith("exam: 100 of 100, passed. An exam: trainers see it.")
    assert "It does not count for your skills. Private: trainers do not see it." in sessions[1]
    assert "practice: 0 of 100, not passed" in sessions[2]


def test_calls_and_progress_are_told(played: Record, calls: Path) -> None:
    told = visit(played, calls, "h", "c", "k", "q")
    assert "The parcel of Mo Reed: played 3 times; first score 0, best 100, latest 100. Suggested again " in told
    assert "Latest calls: 0 and 100." in told


def test_a_debrief_is_read_again(played: Record, calls: Path) -> None:
    told = visit(played, calls, "h", "1", "q")
    assert "Debrief: The parcel of Mo Reed" in told
    assert "Mo Reed" in told[told.index("Decision by decision") :]


def test_practice_is_shared_after_a_question(played: Record, calls: Path) -> None:
    assert "Trainers will see this session" in visit(played, calls, "h", "s3", "n", "q")
    assert "Shared: trainers see it." not in visit(played, calls, "h", "s 3", "n", "q")
    assert "Shared: trainers see it." in visit(played, calls, "h", "s 3", "y", "q")
    assert "without your sharing them" in visit(played, calls, "h", "s1", "y", "q")


def test_practice_is_deleted_after_a_sentence_that_says_what_stays(played: Record, calls: Path) -> None:
    session = list(played.sessions())[2].session
    told = visit(played, calls, "h", "d3", "n", "d3", "y", "q")
    assert told.count("What stays is a tombstone: its id and one hash") == 2
    assert session not in {summary.session for summary in played.sessions()}
    assert "exams are not deleted" in visit(played, calls, "h", "d1", "y", "q")


def test_a_slip_is_told_and_changes_nothing(played: Record, calls: Path) -> None:
    told = visit(played, calls, "h", "9", "s", "sx", "d9", "x1", "q")
    assert told.count("Type a number from 1 to 3, s or d and a number") == 5
    assert len(list(played.sessions())) == 3


def test_an_empty_history_says_so(record: Record, calls: Path) -> None:
    told = visit(record, calls, "h", "", "c", "k", "x", "q")
    assert told.count("You have not played a call to its end yet.") == 3
    assert "Type c, k, or q to go back." in told


def test_the_input_may_end_in_the_history(record: Record, calls: Path) -> None:
    talk, _told = console("h", person=True)
    with pytest.raises(InputEnded):
        PlainHome(talk, Library((calls,), CACHE, NONE), record, Wish("Ana")).run()


def test_a_review_stands_behind_the_debrief_and_is_replied_to(record: Record, calls: Path) -> None:
    session = play(begin(record, parcel(), Mode.EXAM), *BEST).debrief("en").session
    note(record, session, "Claire", "Well asked.", 1)
    told = visit(record, calls, "h", "1", "x too kind", "1", "a", "1", "", "1", "x", "q")
    assert "Reviewed: its debrief says what your trainer thinks of it." in told
    assert "Note by Claire" in told
    assert told.count("Your answer to the review?") == 4
    assert told.count("Kept: your trainer sees it.") == 2
    assert "Say with what you do not agree" in told
    replies = reviewed_of(record, session, "en", cache=CACHE).replies
    assert [(one.said, one.words) for one in replies] == [(Said.DISPUTED, "too kind"), (Said.ACKNOWLEDGED, "")]


def test_a_call_that_nobody_reviewed_asks_for_no_reply(played: Record, calls: Path) -> None:
    assert "Your answer to the review?" not in visit(played, calls, "h", "1", "q")
