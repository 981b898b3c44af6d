"""`rolecall diff`: its exit status, what becomes of recorded sessions, and what is said where two can't be compared."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from simulator.cli.exits import Exit
from simulator.model.unseen import UNSEEN
from tests.cli.running import Commands
from tests.library.little import put

HELPED = "4\n2\n1\n"
"""A whole call, begun with seed 1 in the variant `gift`."""


def other(parcel: Path, **changes: str) -> Path:
    """Another form of the small call in the same folder."""
    return put(parcel.parent, "new.yaml", **changes)


def test_comments_and_layout_have_no_meaning(rolecall: Commands, parcel: Path) -> None:
    new = other(parcel, **{
        "level: 2": "level:   2  # tense",
        "once: yes": "once: true",
        '"A parcel did not come."': "'A parcel did not come.'",
        "change: {patience: -2}": "change:\n          patience: -2",
        "when: patience == 0": "when: (patience==0)",
    })  # fmt: skip
    ran = rolecall("diff", parcel, new)
    assert (ran.status, ran.out, ran.err) == (Exit.SUCCESS, "Nothing changed in meaning.\n", "")
    assert rolecall("diff", parcel, new, "--format", "json").json == {
        "same": True, "scenario": [], "rubric": [], "variants": [], "sessions": None,
    }  # fmt: skip


def test_a_change_of_words_changes_no_call(rolecall: Commands, parcel: Path) -> None:
    ran = rolecall("diff", parcel, other(parcel, **{"It fits the need.": "It fits what is needed."}))
    assert ran.status == Exit.PROBLEM
    assert "Only words changed: every call ends and scores as before." in ran.out
    assert "Recorded sessions" not in ran.out


def test_a_call_that_is_passed_no_more_is_told_first(rolecall: Commands, parcel: Path) -> None:
    rubric = (parcel.parent / "little-rubric.yaml").read_text(encoding="utf-8")
    strict = parcel.parent / "strict.yaml"
    strict.write_text(rubric.replace("pass_mark: 60", "pass_mark: 100"), encoding="utf-8")
    new = other(parcel, **{"rubric: ./little-rubric.yaml": "rubric: ./strict.yaml"})
    ran = rolecall("diff", parcel, new)
    assert ran.out.count("Was passed, and is not now.") == 2
    assert "Was not passed, and is now." not in ran.out
    assert "Every call ends and scores as before." not in ran.out
    (gift, _illness) = rolecall("diff", parcel, new, "--format", "json").json["variants"]
    assert gift["passed_now"] is None
    assert (gift["passed_no_more"]["old"]["passed"], gift["passed_no_more"]["new"]["passed"]) == (True, False)
    assert rolecall("diff", new, parcel).out.count("Was not passed, and is now.") == 2


def test_a_call_of_the_library_is_compared_by_its_id(rolecall: Commands, tmp_path: Path) -> None:
    (shipped,) = (Path(__file__).parents[2] / "scenarios").rglob("prelevement-rejete.yaml")
    mine = tmp_path / "mine.yaml"
    shutil.copy(shipped, mine)
    assert rolecall("diff", "prelevement-rejete", mine).status == Exit.SUCCESS
    mine.write_text(mine.read_text("utf-8").replace("title: ", "title: # c\n  ", 1), "utf-8")
    assert rolecall("diff", mine, "prelevement-rejete").out == "Nothing changed in meaning.\n"


def test_recorded_sessions_are_played_again_with_the_new_form(rolecall: Commands, parcel: Path) -> None:
    for answers in (HELPED, "4\n2\n2\n", "4\n1\n1\n", "4\n1\n2\n"):
        rolecall("play", parcel, "--plain", "--seed", "1", "--variant", "gift", stdin=answers)
    before = rolecall("sessions", "list", "--format", "json").json
    assert [one["status"] for one in before] == ["ended"] * 4
    same = rolecall("diff", parcel, other(parcel, **{"The line is quiet.": "Quiet."}), "--format", "json").json
    assert same["sessions"] == {"same": 4, "otherwise": [], "untold": [], "other_rules": 0}
    new = other(parcel, **{"score: {care: 2}, goto": "score: {care: 1}, goto", "      refund:": "      pay-back:"})
    told = rolecall("diff", parcel, new, "--format", "json").json["sessions"]
    assert (told["same"], len(told["otherwise"]), len(told["untold"])) == (0, 2, 2)
    assert all(one["new_score"] != one["score"] for one in told["otherwise"])
    assert {one["reason"] for one in told["untold"]} == {"refund is not on offer at decision 2."}
    text = rolecall("diff", parcel, new)
    assert "2 sessions come to another ending or score." in text.out
    assert all(one["session"] in text.out for one in told["otherwise"] + told["untold"])
    assert rolecall("sessions", "list", "--format", "json").json == before


def test_a_session_of_a_variant_that_went_is_told(rolecall: Commands, parcel: Path) -> None:
    rolecall("play", parcel, "--plain", "--seed", "1", "--variant", "gift", stdin=HELPED)
    new = other(
        parcel, **{"  gift: {}\n": "  present: {change: {patience: 1}}\n", "{variant: gift": "{variant: present"}
    )
    ran = rolecall("diff", parcel, new)
    assert "1 session cannot be played any more." in ran.out
    assert "There is no variant gift any more." in ran.out


def test_where_nothing_is_recorded_no_database_is_made(rolecall: Commands, parcel: Path, tmp_path: Path) -> None:
    ran = rolecall("diff", parcel, other(parcel, **{"level: 2": "level: 3"}))
    assert (ran.status, ran.err) == (Exit.PROBLEM, "")
    assert not list((tmp_path / "rc").rglob("*.db"))


@pytest.mark.parametrize(
    ("before", "after"), [("goto: solve\n        why", "goto: slove\n        why"), ("id: parcel", "id: [")]
)
def test_a_faulty_call_has_a_status_of_its_own(before: str, after: str, rolecall: Commands, parcel: Path) -> None:
    ran = rolecall("diff", parcel, other(parcel, **{before: after}))
    assert (ran.status, ran.out) == (Exit.USAGE, "")
    assert "has errors" in ran.err
    assert "^" in ran.err


def test_what_is_not_there_is_told(rolecall: Commands, parcel: Path) -> None:
    assert "There is no file" in rolecall("diff", parcel, "nowhere.yaml").err
    assert rolecall("diff", "xyzzy", parcel).status == Exit.USAGE
    assert rolecall("diff", parcel).status == Exit.USAGE


def test_a_damaged_database_is_no_difference(rolecall: Commands, parcel: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"no database" * 1000)
    ran = rolecall("diff", parcel, other(parcel, **{"level: 2": "level: 3"}), "--database", broken)
    assert (ran.status, ran.out) == (Exit.USAGE, "")


def test_a_hostile_text_moves_no_cursor(rolecall: Commands, parcel: Path) -> None:
    new = other(parcel, **{"You wave it away.": "[red]away[/] \U000e0041 \\n&nbsp;", '"Mo Reed"': '"<b>Mo</b>"'})
    ran = rolecall("diff", parcel, new)
    assert ran.status == Exit.PROBLEM
    assert "[red]away[/]" in ran.out
    assert not UNSEEN.search(ran.out.replace("\n", ""))
