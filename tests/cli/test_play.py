"""`rolecall play` and `rolecall` in plain mode: who plays, what is asked for, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.cli.exits import Exit
from tests.cli.running import Commands, Ran

HELPED = "4\n2\n1\n"


def the_session(rolecall: Commands) -> dict[str, object]:
    """What is known of the one session."""
    (session,) = rolecall("sessions", "list", "--format", "json").json
    assert isinstance(session, dict)
    return session


def play(rolecall: Commands, parcel: Path, *options: str, stdin: str = HELPED) -> Ran:
    return rolecall("play", parcel, "--seed", "1", "--variant", "gift", *options, stdin=stdin)


def test_a_pipe_is_played_without_asking_for_plain(rolecall: Commands, parcel: Path) -> None:
    ran = play(rolecall, parcel)
    assert (ran.status, ran.err) == (Exit.SUCCESS, "")
    assert ran.out.startswith("The parcel of Mo Reed\n")
    assert the_session(rolecall)["ending"] == "helped"


def test_options_reach_the_call(rolecall: Commands, parcel: Path) -> None:
    play(rolecall, parcel, "--mode", "exam", "--variant", "illness", "--trainee", "Zoé")
    session = the_session(rolecall)
    assert (session["mode"], session["variant"]) == ("exam", "illness")
    assert "Zoé" in rolecall("people", "list").out


def test_words_come_before_the_choices_where_option_or_setting_say_so(
    rolecall: Commands, parcel: Path, tmp_path: Path
) -> None:
    asked = "What would you say?"
    assert asked not in play(rolecall, parcel).out
    assert asked in play(rolecall, parcel, "--say-first", stdin="Well…\nq\n").out
    (tmp_path / "rc" / "config.toml").write_text("say_first = true\n")
    assert asked in play(rolecall, parcel, stdin="Well…\nq\n").out
    assert asked not in play(rolecall, parcel, "--choices-first").out


def test_a_script_without_a_name_plays_as_the_systems_user(
    rolecall: Commands, parcel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ROLECALL_TRAINEE")
    monkeypatch.setenv("LOGNAME", "lea.martin")
    assert "Is that lea.martin?" in play(rolecall, parcel).out
    for variable in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(variable, raising=False)
    assert "Is that guest?" in play(rolecall, parcel).out


def test_the_first_start_asks_a_person_and_keeps_the_answer(
    rolecall: Commands, parcel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ROLECALL_TRAINEE")
    first = rolecall("play", parcel, "--plain", stdin="1\nZoé\n1\n\nq\n", terminal=True)
    assert first.status == Exit.SUCCESS
    assert "Your name or staff number:" in first.out
    assert "Is that Zoé?" in first.out
    again = rolecall("play", parcel, "--plain", stdin="y\nq\n", terminal=True)
    assert "Your name" not in again.out
    assert "The call goes on." in again.out


@pytest.mark.parametrize("lines", ["", "1\n", "2\n", "1\nZoé\n", "1\nZoé\n2\n"])
def test_the_input_may_end_at_every_question(
    lines: str, rolecall: Commands, parcel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ROLECALL_TRAINEE")
    for verb in (["play", parcel, "--plain"], ["--plain"]):
        ran = rolecall(*verb, stdin=lines, terminal=True)
        assert ran.status == Exit.PROBLEM
        assert ran.err.startswith("rolecall: ")
        assert len(ran.err.splitlines()) == 1


def test_the_end_of_the_input_says_how_to_go_on(rolecall: Commands, parcel: Path) -> None:
    ran = play(rolecall, parcel, stdin="3\n")
    assert ran.status == Exit.PROBLEM
    assert ran.err == (
        f"rolecall: The input ended before the call did. `rolecall play {parcel} --resume` goes on with it.\n"
    )
    assert "goes on with it" not in ran.out
    again = rolecall("play", parcel, "--resume", stdin="3\n1\n1\n")
    assert (again.status, again.err) == (Exit.SUCCESS, "")
    assert the_session(rolecall)["decisions"] == 4


def test_a_path_with_blanks_is_told_so_that_it_can_be_typed(rolecall: Commands, parcel: Path) -> None:
    spaced = parcel.rename(parcel.with_name("the parcel.yaml"))
    assert f'`rolecall play "{spaced}" --resume`' in play(rolecall, spaced, stdin="").err


def test_leaving_is_no_fault(rolecall: Commands, parcel: Path) -> None:
    ran = play(rolecall, parcel, stdin="3\nq\n")
    assert (ran.status, ran.err) == (Exit.SUCCESS, "")
    assert "--resume` goes on with it." in ran.out


def test_plain_is_settled_by_the_environment_and_by_a_dumb_terminal(
    rolecall: Commands, parcel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable, value in (("ROLECALL_PLAIN", "1"), ("TERM", "dumb")):
        with monkeypatch.context() as patch:
            patch.setenv(variable, value)
            ran = rolecall("play", parcel, "--new", stdin="1\n\nq\n", terminal=True)
            assert "Press Enter to take the call" in ran.out


def test_home_is_plain_in_a_pipe(rolecall: Commands, parcel: Path) -> None:
    ran = rolecall("--library", parcel.parent, stdin="/parcel\n1\n2\n" + "1\n" * 8 + "q\n" * 3)
    assert (ran.status, ran.err) == (Exit.SUCCESS, "")
    assert "Which call?" in ran.out
    assert "Debrief: The parcel of Mo Reed" in ran.out


def test_a_faulty_call_cannot_be_played_and_says_why(rolecall: Commands, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("rolecall: 1\nid: bad\nstates: [\n")
    ran = rolecall("play", tmp_path / "bad.yaml")
    assert (ran.status, ran.out) == (Exit.PROBLEM, "")
    assert "bad.yaml:3" in ran.err or "bad.yaml:4" in ran.err
    assert ran.err.splitlines()[-1] == f"rolecall: {tmp_path / 'bad.yaml'} has errors and cannot be played."


def test_a_home_that_cannot_be_made_is_told(rolecall: Commands, parcel: Path, tmp_path: Path) -> None:
    (tmp_path / "rc").write_text("a file where the folder should be")
    ran = play(rolecall, parcel)
    assert (ran.status, ran.out) == (Exit.PROBLEM, "")
    assert str(tmp_path / "rc") in ran.err


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("mysql://host/calls", "SQLite or PostgreSQL"),
        ("postgresql://127.0.0.1:1/calls", "does not answer"),
        ("no/such/folder/x.db", "There is no folder"),
        ("sqlite://", "must name a file"),
        (".", "is a folder"),
    ],
)
def test_a_database_that_cannot_be_is_told(url: str, sentence: str, rolecall: Commands, parcel: Path) -> None:
    ran = play(rolecall, parcel, "--database", url)
    assert ran.status in (Exit.PROBLEM, Exit.USAGE)
    assert ran.out == ""
    assert sentence in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_file_that_is_no_database_is_left_as_it_is(rolecall: Commands, parcel: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear customer, " * 1_000)
    ran = play(rolecall, parcel, "--database", str(tmp_path / "letter.txt"))
    assert ran.status == Exit.PROBLEM
    assert "is not a database of RoleCall" in ran.err
    assert (tmp_path / "letter.txt").read_text() == "Dear customer, " * 1_000
