"""`rolecall report`: a page on one trainee, on standard output or in a file that is whole or not there."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from simulator.cli.exits import Exit
from tests.cli.running import Commands
from tests.cli.test_sessions import play


def test_one_s_own_page_is_written(rolecall: Commands, parcel: Path, tmp_path: Path) -> None:
    play(rolecall, parcel)
    ran = rolecall("report")
    assert (ran.status, ran.err) == (Exit.SUCCESS, "")
    assert ran.out.startswith('<!doctype html>\n<html lang="en">')
    assert "<h1>Ana</h1>" in ran.out
    assert "The parcel of Mo Reed" in ran.out
    file = tmp_path / "ana.html"
    ran = rolecall("report", "--language", "fr", "-o", file)
    assert (ran.status, ran.out) == (Exit.SUCCESS, "")
    assert '<html lang="fr">' in file.read_text("utf-8")


def test_somebody_else_s_page_has_what_they_shared(rolecall: Commands, parcel: Path) -> None:
    practice = play(rolecall, parcel)
    hidden = rolecall("--trainee", "Bo", "report", "--trainee", "ana")
    assert hidden.status == Exit.SUCCESS
    assert "The parcel of Mo Reed" not in hidden.out
    rolecall("sessions", "share", practice)
    assert "The parcel of Mo Reed" in rolecall("--trainee", "Bo", "report", "--trainee", "ana").out


def test_days_narrow_it(rolecall: Commands, parcel: Path) -> None:
    play(rolecall, parcel)
    assert "The parcel of Mo Reed" not in rolecall("report", "--until", "2001-01-01").out
    today = datetime.now().astimezone().date()
    for days in (["--since", "2001-01-01"], ["--since", str(today), "--until", str(today)]):
        assert "The parcel of Mo Reed" in rolecall("report", *days).out
    refused = rolecall("report", "--until", "9999-12-31")
    assert (refused.status, refused.out) == (Exit.USAGE, "")
    assert "is no day" in refused.err


def test_who_played_nothing_is_told(rolecall: Commands, parcel: Path) -> None:
    assert rolecall("report").status == Exit.USAGE
    play(rolecall, parcel)
    ran = rolecall("report", "--trainee", "Zoe")
    assert (ran.status, ran.out) == (Exit.USAGE, "")
    assert "Nobody called “Zoe” has recorded a session." in ran.err


def test_an_attestation_takes_what_only_one_s_organisation_knows(rolecall: Commands, parcel: Path) -> None:
    play(rolecall, parcel)
    ran = rolecall("report", "--attestation", "--organisation", "Centre <Nord>", "--place", "Lille")
    assert ran.status == Exit.SUCCESS
    assert "<h1>Certificate of training</h1>" in ran.out
    assert "Centre &lt;Nord&gt;" in ran.out
    refused = rolecall("report", "--organisation", "Centre")
    assert (refused.status, refused.out) == (Exit.USAGE, "")
    assert "go with --attestation" in refused.err


def test_several_names_are_a_group(rolecall: Commands, parcel: Path) -> None:
    play(rolecall, parcel, "--mode", "exam")
    rolecall("play", parcel, "--plain", "--seed", "1", "--mode", "exam", "--trainee", "Bo", stdin="4\n2\n1\n")
    ran = rolecall("report", "--trainee", "ana", "--trainee", "Bo", "--trainee", "ANA")
    assert ran.status == Exit.SUCCESS
    assert "<h1>2 trainees</h1>" in ran.out
    refused = rolecall("report", "--trainee", "ana", "--trainee", "Bo", "--attestation")
    assert (refused.status, refused.out) == (Exit.USAGE, "")
    assert "for one trainee" in refused.err


def test_a_program_gets_the_figures(rolecall: Commands, parcel: Path) -> None:
    session = play(rolecall, parcel)
    told = rolecall("report", "--format", "json").json
    assert (told["name"], told["complete"], told["sessions"]) == ("Ana", True, 1)
    assert told["passed"] == {"passed": 0, "of": 1, "share": 0.0, "low": 0.0, "high": told["passed"]["high"]}
    (call,) = told["calls"]
    assert (call["scenario"], call["best"]["session"], call["best"]["reviewed_score"]) == ("parcel", session, None)
    assert {one["text"] for one in told["objectives"]} == {
        "Find out why Mo Reed needs it",
        "Keep the caller on the line",
    }
    assert all(one["session"] == session and one["best"] for one in told["lessons"])
    rolecall("play", parcel, "--plain", "--seed", "1", "--mode", "exam", "--trainee", "Bo", stdin="4\n2\n1\n")
    group = rolecall("report", "--trainee", "ana", "--trainee", "Bo", "--format", "json").json
    assert {one["name"] for one in group["trainees"]} == {"Ana", "Bo"}
    refused = rolecall("report", "--attestation", "--format", "json")
    assert (refused.status, refused.out) == (Exit.USAGE, "")


def test_a_file_of_names_is_a_group(rolecall: Commands, parcel: Path, tmp_path: Path) -> None:
    play(rolecall, parcel, "--mode", "exam")
    names = tmp_path / "Team <North>.csv"
    names.write_text("name\nAna\nZoe\n", encoding="utf-8")
    ran = rolecall("report", "--group", names)
    assert ran.status == Exit.SUCCESS
    assert "<h1>Team &lt;North&gt;</h1>" in ran.out
    assert "1 trainee: Ana" in ran.out
    assert "Zoe" in ran.err
    names.write_text("name\nZoe\n", encoding="utf-8")
    refused = rolecall("report", "--group", names)
    assert (refused.status, refused.out) == (Exit.PROBLEM, "")
    assert "has recorded a session" in refused.err
    assert rolecall("report", "--group", tmp_path / "none.csv").status in (Exit.PROBLEM, Exit.USAGE)
