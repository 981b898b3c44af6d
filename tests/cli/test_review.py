"""`rolecall review`: a session told as it was played, and what trainers and its trainee say of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.cli.exits import Exit
from tests.cli.running import Commands, Ran
from tests.cli.test_sessions import play

TRAINER = ("--trainee", "Claire")


@pytest.fixture
def session(rolecall: Commands, parcel: Path) -> str:
    """An exam that Ana has taken; its id."""
    return play(rolecall, parcel, "--mode", "exam")


def correct(rolecall: Commands, session: str, points: object = 2, **other: str) -> Ran:
    """Claire corrects the first decision."""
    options = {"decision": "1", "criterion": "care", "reason": "A warm voice.", **other}
    named = [part for name, value in options.items() for part in (f"--{name}", value)]
    return rolecall("review", "correct", session, "--points", points, *named, *TRAINER)


def test_a_session_is_told_as_it_was_played(rolecall: Commands, session: str) -> None:
    ran = rolecall("review", "show", session, *TRAINER)
    assert (ran.status, ran.err) == (Exit.SUCCESS, "")
    told = ran.out.splitlines()
    assert told[0] == "Ana, exam: The parcel of Mo Reed"
    assert "Nobody has reviewed this session yet." in told
    start = told.index("Decision 1: very costly, 68 points lost (Listening and Care).")
    assert told[start + 1] == "Mo Reed, wary: Is that Ana? My parcel is late."
    assert told[start + 2] == "Hidden in the exam: Patience 3 of 5."
    assert [line[:2] for line in told[start + 3 : start + 6]] == ["1.", "2.", "3."]
    assert told[start + 6] == "Taken: 4. Let me find it. (very costly, 68 points)"
    assert "The call is over. Mo Reed is helped." in told


def test_both_scores_stand_side_by_side(rolecall: Commands, session: str) -> None:
    ran = correct(rolecall, session)
    assert ran.out.splitlines() == [
        "Reviewed score: 32 of 100, not passed; by the machine 4.",
        "Reviewed, not signed off.",
    ]
    told = rolecall("review", "show", session, *TRAINER).out
    assert "Not passed: 4 of 100, Not yet; 60 to pass.\nReviewed score: 32 of 100" in told
    assert "Care: 74 of 100 reviewed, 23 by the machine." in told
    assert "Corrected: Care: 2 points instead of 0. A warm voice. (Claire, " in told
    found = rolecall("review", "show", session, "--format", "json", *TRAINER).json
    assert (found["debrief"]["shown"], found["reviewed"]["shown"]) == (4, 32)


def test_a_sign_off_gives_a_code_that_verify_knows(rolecall: Commands, session: str) -> None:
    ran = rolecall("review", "sign", session, "Fine.", *TRAINER)
    *_scores, standing, code = ran.out.splitlines()
    assert standing == "Reviewed and signed off."
    assert code.startswith("Code of the sign-off: ")
    written_down = code.split(": ")[1]
    assert written_down in rolecall("review", "show", session).out
    assert rolecall("sessions", "verify", session, "--code", f"{session}={written_down}").status == Exit.SUCCESS
    assert rolecall("sessions", "verify", session, "--code", f"{session}=0000-0000").status == Exit.PROBLEM
    assert correct(rolecall, session).out.splitlines()[-1] == "Reviewed, not signed off."


def test_the_trainee_reads_disputes_and_is_answered(rolecall: Commands, session: str) -> None:
    rolecall("review", "note", session, "--decision", "1", "Ask first.", *TRAINER)
    assert "waits for an answer" in rolecall("review", "dispute", session, "I did.").out
    assert "Reviewed, not" in rolecall("review", "answer", session, "When?", *TRAINER).out
    assert rolecall("review", "acknowledge", session).status == Exit.SUCCESS
    told = rolecall("review", "show", session).out
    said = ["Note by Claire", "Ana does not agree", "Claire answered", "Ana has read the review"]
    assert all(one in told for one in said)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ("note {} --decision 9 Well. --trainee Claire", "There is no decision 9"),
        ("note {} Well.", "is your own"),
        ("correct {} --decision 1 --criterion care --points 3 --reason Why --trainee Claire", "Give from -2 to 2"),
        ("correct {} --decision 1 --criterion x --points 1 --reason Why --trainee Claire", "no criterion x"),
        ("sign {}", "is your own"),
        ("dispute {} No", "Nobody has reviewed"),
        ("acknowledge {} --trainee Claire", "Nobody has reviewed"),
        ("answer {} No --trainee Claire", "nothing to answer"),
    ],
)
def test_what_makes_no_sense_is_refused(rolecall: Commands, session: str, arguments: str, sentence: str) -> None:
    ran = rolecall("review", *arguments.format(session).split())
    assert (ran.status, ran.out) == (Exit.PROBLEM, "")
    assert sentence in ran.err


def test_practice_that_was_not_shared_stays_unseen(rolecall: Commands, parcel: Path) -> None:
    private = play(rolecall, parcel)
    for arguments in (("show", private), ("note", private, "Well."), ("sign", private)):
        ran = rolecall("review", *arguments, *TRAINER)
        assert (ran.status, ran.out) == (Exit.PROBLEM, "")
        assert "which they have not shared" in ran.err
    rolecall("sessions", "share", private)
    assert rolecall("review", "note", private, "Well.", *TRAINER).status == Exit.SUCCESS


def test_the_trainee_finds_the_review_behind_the_session(rolecall: Commands, session: str) -> None:
    assert "Review" not in rolecall("sessions", "show", session).out.splitlines()
    correct(rolecall, session)
    rolecall("review", "note", session, "A good call.", *TRAINER)
    told = rolecall("sessions", "show", session).out
    _debrief, review = told.split("\nReview\n")
    lines = review.splitlines()
    assert lines[:2] == [
        "Reviewed score: 32 of 100, not passed; by the machine 4.",
        "Care: 74 of 100 reviewed, 23 by the machine.",
    ]
    assert lines[2].startswith("Note by Claire")
    assert lines[4] == "Decision 1"
    assert lines[5].startswith("Corrected: Care: 2 points instead of 0. A warm voice.")
    found = rolecall("sessions", "show", session, "--format", "json").json
    assert (found["debrief"]["shown"], found["review"]["reviewed"]["shown"]) == (4, 32)


def test_without_a_terminal_a_replay_is_lines(rolecall: Commands, session: str) -> None:
    assert rolecall("review", "replay", session).out == rolecall("review", "show", session).out


def test_words_of_a_review_move_no_cursor(rolecall: Commands, session: str) -> None:
    rolecall("review", "note", session, "Well\x1b[2Jdone\u202e!\n\nQuite.", *TRAINER)
    told = rolecall("review", "show", session).out
    assert "\x1b" not in told
    assert "\u202e" not in told
