"""`rolecall sessions`: what was recorded is listed, told again, verified, passed around and removed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from simulator.cli.exits import Exit
from simulator.cli.naming import short_ids
from tests.cli.running import Commands

HELPED = "4\n2\n1\n"
"""A whole call, begun with seed 1 in the variant `gift`."""


def play(rolecall: Commands, parcel: Path, *options: str, answers: str = HELPED) -> str:
    """Play the small call; the id of its session."""
    known = ids(rolecall)
    rolecall("play", parcel, "--plain", "--seed", "1", "--variant", "gift", *options, stdin=answers)
    (new,) = [session for session in ids(rolecall) if session not in known]
    return new


def ids(rolecall: Commands) -> list[str]:
    """The ids of all sessions, the newest first, the ended ones before the others."""
    return [session["session"] for session in rolecall("sessions", "list", "--format", "json").json]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """The file that sessions are kept in."""
    return tmp_path / "rc" / "rolecall.db"


@pytest.mark.parametrize(
    "verb", ["show abcdef01", "verify", "export", "delete abcdef01 --yes", "purge --older-than 1d"]
)
def test_where_there_is_no_record_none_is_made(verb: str, rolecall: Commands, database: Path) -> None:
    ran = rolecall("sessions", *verb.split())
    assert (ran.status, ran.out) == (Exit.USAGE, "")
    assert "It is made when the first call is taken." in ran.err
    assert not database.parent.exists()


def test_a_list_of_nothing_is_empty_and_makes_nothing(rolecall: Commands, database: Path) -> None:
    ran = rolecall("sessions", "list")
    assert (ran.status, ran.out) == (Exit.SUCCESS, "")
    assert "It is made when the first call is taken." in ran.err
    assert rolecall("sessions", "list", "--format", "json").json == []
    assert not database.parent.exists()


def test_sessions_are_listed_with_what_one_names_them_by(rolecall: Commands, parcel: Path) -> None:
    ended = play(rolecall, parcel)
    waiting = play(rolecall, parcel, "--mode", "exam", answers="3\n")
    ran = rolecall("sessions", "list")
    heads, first, second = ran.out.splitlines()
    assert heads.split() == ["Session", "Begun", "Trainee", "Call", "Mode", "Score", "Result"]
    assert first.startswith(ended[-8:])
    assert first.endswith("not passed")
    assert second.startswith(waiting[-8:])
    assert second.endswith("can be resumed")
    assert max(map(len, ran.out.splitlines())) <= 80
    assert ran.err == "2 sessions\n"


def test_the_list_is_narrowed(rolecall: Commands, parcel: Path) -> None:
    practice = play(rolecall, parcel, answers="3\n3\n1\n1\n")
    exam = play(rolecall, parcel, "--mode", "exam")
    waiting = play(rolecall, parcel, answers="3\n")

    def listed(*filters: str) -> set[str]:
        return {session["session"] for session in rolecall("sessions", "list", "--format", "json", *filters).json}

    assert listed() == {practice, exam, waiting}
    assert listed("--mode", "exam") == {exam}
    assert listed("--mode", "practice") == {practice, waiting}
    assert listed("--passed") == {practice}
    assert listed("--failed") == {exam}
    assert listed("--scenario", "parcel") == {practice, exam, waiting}
    assert listed("--scenario", "other") == set()
    assert listed("--trainee", "ANA") == {practice, exam, waiting}
    assert listed("--since", "2000-01-01") == {practice, exam, waiting}
    assert listed("--since", "9999-12-01") == set()
    assert listed("--limit", "1", "--mode", "practice") == {practice, waiting}
    assert "No session fits." in rolecall("sessions", "list", "--scenario", "other").err


def test_a_program_gets_all_that_is_known(rolecall: Commands, parcel: Path) -> None:
    play(rolecall, parcel)
    play(rolecall, parcel, answers="3\n")
    ended, waiting = rolecall("sessions", "list", "--format", "json").json
    assert (ended["status"], ended["scenario"], ended["variant"], ended["ending"]) == (
        "ended", "parcel", "gift", "helped",
    )  # fmt: skip
    assert ended["decisions"] == 3
    assert set(ended["criteria"]) == {"listening", "care", "calm"}
    assert (waiting["status"], waiting["mode"]) == ("unfinished", "practice")


def test_a_session_is_told_again(rolecall: Commands, parcel: Path) -> None:
    session = play(rolecall, parcel)
    parcel.unlink()
    ran = rolecall("sessions", "show", session)
    assert ran.status == Exit.SUCCESS
    assert ran.out.startswith("The parcel of Mo Reed (parcel, gift)\nAna, practice.\n\nMo Reed, wary: Is that Ana?")
    assert "You: Let me find it." in ran.out
    assert "Decision 3: " in ran.out
    assert "Code of this record: " in ran.out
    told = rolecall("sessions", "show", session, "--format", "json").json
    assert told["session"] == session
    assert told["debrief"]["ending_id"] == "helped"
    assert [heard["kind"] for heard in told["transcript"]][-1] == "ending"


def test_a_session_that_is_not_over_is_told_as_far_as_it_went(rolecall: Commands, parcel: Path) -> None:
    session = play(rolecall, parcel, answers="3\n")
    ran = rolecall("sessions", "show", session)
    assert ran.out.endswith("Mo Reed: A birthday present.\n\nThis session has not ended.\n")
    assert rolecall("sessions", "show", session, "--format", "json").json["debrief"] is None


def test_a_session_is_told_as_a_page(rolecall: Commands, parcel: Path) -> None:
    session = play(rolecall, parcel)
    parcel.unlink()
    ran = rolecall("sessions", "show", session, "--format", "html")
    assert ran.status == Exit.SUCCESS
    assert ran.out.startswith("<!doctype html>\n")
    assert ran.out.endswith("</html>\n")
    assert "The parcel of Mo Reed" in ran.out


def test_there_is_no_page_of_a_call_that_goes_on(rolecall: Commands, parcel: Path) -> None:
    session = play(rolecall, parcel, answers="3\n")
    ran = rolecall("sessions", "show", session, "--format", "html")
    assert (ran.status, ran.out) == (Exit.PROBLEM, "")
    assert "has not come to its end" in ran.err


def test_a_session_is_named_by_a_part_of_its_id(rolecall: Commands, parcel: Path) -> None:
    first = play(rolecall, parcel)
    second = play(rolecall, parcel)
    for named in (first, first.upper(), first[-6:], first[-12:], f" {first[-8:]} "):
        assert rolecall("sessions", "show", named, "--format", "json").json["session"] == first
    shared = next(length for length in range(36, 0, -1) if first[:length] == second[:length])
    assert shared >= 6
    ran = rolecall("sessions", "show", first[:shared])
    assert ran.status == Exit.USAGE
    assert f"Several sessions are called {first[:shared]}: " in ran.err
    assert first in ran.err
    assert second in ran.err


@pytest.mark.parametrize(
    ("named", "sentence"),
    [
        ("12345", "“12345” is no session."),
        ("", "“” is no session."),
        ("%%%%%%%", "“%%%%%%%” is no session."),
        ("______", "“______” is no session."),
        ("parcel", "“parcel” is no session."),
        ("a\x1b[2Jbcdef", "“a�[2Jbcdef” is no session."),
        ("ffffff", "There is no session ffffff."),
        ("00000000-0000-7000-8000-000000000000", "There is no session 00000000-0000-7000-8000-000000000000."),
    ],
)
@pytest.mark.parametrize("verb", ["show", "verify", "export", "delete"])
def test_what_names_no_session_is_told(named: str, sentence: str, verb: str, rolecall: Commands, parcel: Path) -> None:
    play(rolecall, parcel)
    ran = rolecall("sessions", verb, named, *(["--yes"] if verb == "delete" else []))
    if verb != "verify" or named:
        assert (ran.status, ran.out) == (Exit.USAGE, "")
        assert sentence in ran.err
    assert len(ids(rolecall)) == 1


def test_short_ids_tell_sessions_apart() -> None:
    a, b, c = "0" * 28 + "11111111", "1" * 28 + "11111111", "2" * 36
    assert short_ids([c]) == {c: "22222222"}
    assert short_ids([a, b]) == {a: "0" * 1 + "11111111", b: "1" + "11111111"}
    assert short_ids([a, a]) == {a: "11111111"}
    assert short_ids([]) == {}


def test_what_nobody_touched_is_right(rolecall: Commands, parcel: Path) -> None:
    session = play(rolecall, parcel)
    play(rolecall, parcel, answers="3\n")
    ran = rolecall("sessions", "verify")
    assert (ran.status, ran.out, ran.err) == (Exit.SUCCESS, "2 sessions are right.\n", "")
    assert rolecall("sessions", "verify", session[-8:]).out == "1 session is right.\n"


def test_what_somebody_touched_is_named(rolecall: Commands, parcel: Path, database: Path) -> None:
    session = play(rolecall, parcel)
    other = play(rolecall, parcel)
    with closing(sqlite3.connect(database)) as behind:
        behind.execute("UPDATE summaries SET score = 99.0 WHERE session = ?", (session,))
        behind.commit()
    ran = rolecall("sessions", "verify")
    assert ran.status == Exit.PROBLEM
    assert ran.out.splitlines()[0].startswith(f"{session}: ")
    assert "1 session is right.\n1 session is not as it was.\n" in ran.out
    assert rolecall("sessions", "verify", other).status == Exit.SUCCESS


def test_a_damaged_database_is_never_called_right(rolecall: Commands, parcel: Path, database: Path) -> None:
    for _ in range(3):
        play(rolecall, parcel)
    with closing(sqlite3.connect(database)) as behind:
        behind.execute("PRAGMA journal_mode=DELETE")
        (page,) = behind.execute("SELECT rootpage FROM sqlite_master WHERE name = 'events'").fetchone()
    content = bytearray(database.read_bytes())
    size = int.from_bytes(content[16:18], "big")
    content[(page - 1) * size : page * size] = bytes(size)
    database.write_bytes(content)
    ran = rolecall("sessions", "verify")
    assert ran.status == Exit.PROBLEM
    assert "Traceback" not in ran.err
    assert "damaged" in ran.out + ran.err


def test_a_code_that_was_written_down_is_compared(rolecall: Commands, parcel: Path) -> None:
    session = play(rolecall, parcel)
    code = rolecall("sessions", "show", session).out.split()[-1]
    for named in (session, session[-8:]):
        assert rolecall("sessions", "verify", "--code", f"{named}={code}").status == Exit.SUCCESS
    ran = rolecall("sessions", "verify", "--code", f"{session}=0000-0000")
    assert ran.status == Exit.PROBLEM
    assert "0000-0000" in ran.out
    assert "SESSION=CODE" in rolecall("sessions", "verify", "--code", "0000-0000").err


def test_a_file_is_written_and_read_elsewhere(rolecall: Commands, parcel: Path, tmp_path: Path) -> None:
    session = play(rolecall, parcel)
    file = tmp_path / "my sessions.jsonl"
    ran = rolecall("sessions", "export", session[-8:], "-o", file)
    assert (ran.status, ran.out) == (Exit.SUCCESS, "")
    assert ran.err == f"Written to {file}.\n"
    assert [path.name for path in tmp_path.iterdir() if path.suffix not in ("", ".jsonl")] == []
    elsewhere = ["--database", tmp_path / "other.db"]
    first = rolecall("sessions", "import", file, *elsewhere)
    assert (first.status, first.out) == (Exit.SUCCESS, f"{file}: 1 session added, 0 known already.\n")
    again = rolecall("sessions", "import", file, file, *elsewhere)
    assert again.out.count("0 sessions added, 1 known already.") == 2
    assert [one["session"] for one in rolecall("sessions", "list", "--format", "json", *elsewhere).json] == [session]
    assert rolecall("sessions", "verify", *elsewhere).status == Exit.SUCCESS


def test_standard_output_gets_the_same_lines(rolecall: Commands, parcel: Path) -> None:
    play(rolecall, parcel)
    everything = rolecall("sessions", "export")
    assert everything.out.count("\n") > 5
    assert "Ana" in everything.out
    assert "Ana" not in rolecall("sessions", "export", "--no-names").out


def test_a_file_goes_nowhere_without_a_folder(rolecall: Commands, parcel: Path, tmp_path: Path) -> None:
    session = play(rolecall, parcel)
    ran = rolecall("sessions", "export", "-o", tmp_path / "no" / "where.jsonl")
    assert ran.status == Exit.USAGE
    assert "There is no folder" in ran.err
    # Nothing was shared, so it may still be deleted.
    assert rolecall("sessions", "delete", session, "--yes").status == Exit.SUCCESS


@pytest.mark.parametrize(
    "content", [b"", b"not json\n", b"\xff\xfe\x00", b"{}\n", b"[" * 100_000, b'{"rolecall": 99}\n'],
    ids=["empty", "text", "binary", "other", "deep", "newer"],
)  # fmt: skip
def test_a_file_that_is_none_of_ours_is_refused(content: bytes, rolecall: Commands, tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_bytes(content)
    ran = rolecall("sessions", "import", tmp_path / "x.jsonl")
    assert ran.status == Exit.PROBLEM
    assert "Traceback" not in ran.err
    assert ran.err
    assert ids(rolecall) == []


def test_a_session_is_deleted_after_a_question(rolecall: Commands, parcel: Path) -> None:
    one, two, three = (play(rolecall, parcel) for _ in range(3))
    for answer in ("n\n", "", "what\nnon\n"):
        ran = rolecall("sessions", "delete", one, stdin=answer)
        assert ran.status == Exit.PROBLEM
        assert ran.out == ""
        assert "nothing was changed" in ran.err.lower()
    assert len(ids(rolecall)) == 3
    ran = rolecall("sessions", "delete", one[-8:], two, two, stdin="oui\n")
    assert (ran.status, ran.out) == (Exit.SUCCESS, f"Deleted: {one}\nDeleted: {two}\n")
    assert "Delete 2 sessions for good? (y/n)" in ran.err
    assert ids(rolecall) == [three]
    assert rolecall("sessions", "verify").status == Exit.SUCCESS


def test_practice_is_private_until_it_is_shared(rolecall: Commands, parcel: Path) -> None:
    practice = play(rolecall, parcel)
    exam = play(rolecall, parcel, "--mode", "exam")
    waiting = play(rolecall, parcel, answers="3\n")

    rolecall("play", parcel, "--plain", "--seed", "1", "--trainee", "Bo", stdin="3\n")
    assert set(ids(rolecall)) == {practice, exam, waiting}
    listed = rolecall("--trainee", "Bo", "sessions", "list", "--format", "json").json
    assert {session["session"] for session in listed} - {waiting, practice} > {exam}
    for verb in ("show", "export"):
        hidden = rolecall("--trainee", "Bo", "sessions", verb, practice)
        assert (hidden.status, hidden.out) == (Exit.PROBLEM, "")
        assert "which they have not shared" in hidden.err
        assert rolecall("--trainee", "Bo", "sessions", verb, exam).status == Exit.SUCCESS
    assert practice not in rolecall("--trainee", "Bo", "sessions", "export").out
    refused = rolecall("--trainee", "Bo", "sessions", "share", practice)
    assert refused.status == Exit.PROBLEM
    assert "someone else's" in refused.err
    ran = rolecall("sessions", "share", practice[-8:])
    assert (ran.status, ran.err) == (Exit.SUCCESS, "")
    assert ran.out.startswith(f"Shared: {practice}. Code of this record: ")
    listed = rolecall("--trainee", "Bo", "sessions", "list", "--format", "json").json
    assert {session["session"] for session in listed} >= {practice, exam}
    assert rolecall("--trainee", "Bo", "sessions", "show", practice).status == Exit.SUCCESS
    assert practice in rolecall("--trainee", "Bo", "sessions", "export").out
    assert rolecall("sessions", "delete", practice, "--yes").status == Exit.PROBLEM
    assert rolecall("sessions", "share", waiting).status == Exit.PROBLEM
    assert "without your sharing them" in rolecall("sessions", "share", exam).err


def test_of_several_none_is_deleted_where_one_is_not_there(rolecall: Commands, parcel: Path) -> None:
    one = play(rolecall, parcel)
    assert rolecall("sessions", "delete", one, "ffffffff", "--yes").status == Exit.USAGE
    assert ids(rolecall) == [one]


def test_an_exam_stays(rolecall: Commands, parcel: Path) -> None:
    exam = play(rolecall, parcel, "--mode", "exam")
    ran = rolecall("sessions", "delete", exam, "--yes")
    assert ran.status == Exit.PROBLEM
    assert "exams are not deleted" in ran.err
    assert ids(rolecall) == [exam]


def test_what_is_old_is_purged_after_a_question(rolecall: Commands, parcel: Path) -> None:
    practice = play(rolecall, parcel)
    exam = play(rolecall, parcel, "--mode", "exam")
    assert rolecall("sessions", "purge", "--older-than", "1d", "--yes").out == "0 sessions deleted.\n"
    refused = rolecall("sessions", "purge", "--older-than", "0d", stdin="n\n")
    assert refused.status == Exit.PROBLEM
    assert "last touched before" in refused.err
    assert set(ids(rolecall)) == {practice, exam}
    assert rolecall("sessions", "purge", "--older-than", "0j", stdin="y\n").out == "1 session deleted.\n"
    assert ids(rolecall) == [exam]
    assert rolecall("sessions", "purge", "--older-than", "0d", "--everything", "--yes").out == "1 session deleted.\n"
    assert ids(rolecall) == []


def test_several_processes_find_what_one_finds(rolecall: Commands, parcel: Path, database: Path) -> None:
    sessions = [play(rolecall, parcel) for _ in range(30)]
    with closing(sqlite3.connect(database)) as behind:
        behind.execute("UPDATE summaries SET score = 99.0 WHERE session IN (?, ?)", (sessions[3], sessions[28]))
        behind.commit()
    alone = rolecall("sessions", "verify", "--jobs", "1")
    assert rolecall("sessions", "verify", "--jobs", "2") == alone
    assert [line.split(":")[0] for line in alone.out.splitlines()[:2]] == sorted((sessions[3], sessions[28]))
    assert alone.err == ""


def test_only_what_went_on_lately_is_verified(rolecall: Commands, parcel: Path) -> None:
    play(rolecall, parcel)
    assert rolecall("sessions", "verify", "--since", "2026-01-01").out == "1 session is right.\n"
    assert rolecall("sessions", "verify", "--since", "2999-01-01").out == "0 sessions are right.\n"
