"""`rolecall group`: what a group can do and where it loses points, for people and for programs."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from simulator.cli.exits import Exit
from tests.cli.running import Commands
from tests.cli.test_sessions import play


@pytest.fixture
def exams(rolecall: Commands, parcel: Path) -> None:
    """Two exams of Ana and one of Ben."""
    for name in ("Ana", "Ana", "Ben"):
        play(rolecall, parcel, "--mode", "exam", "--trainee", name)


@pytest.mark.usefixtures("exams")
def test_a_group_is_told_in_tables(rolecall: Commands) -> None:
    ran = rolecall("group")
    assert ran.status == Exit.SUCCESS
    assert ran.out.startswith(
        "3 calls that count, 2 trainees.\n\nCriteria by trainee, the mean of their calls:\nTrainee"
    )
    assert "The parcel of Mo Reed         2      3  0% (0% to 56%)" in ran.out
    assert "First try against latest, of those who took a call again:\n" in ran.out
    assert "Where most points are lost, from the latest 3 calls:\n“The parcel of Mo Reed”, hello: " in ran.out
    assert "said from 30 first tries" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 110


@pytest.mark.usefixtures("exams")
def test_plain_mode_says_it_in_sentences(rolecall: Commands) -> None:
    told = rolecall("group", "--plain").out
    assert "Ben, 1 call: score " in told
    assert "“The parcel of Mo Reed”: passed in 0 of 3 calls, 0% (0% to 56%)." in told
    assert "“The parcel of Mo Reed”: 1 trainee, from " in told


@pytest.mark.usefixtures("exams")
def test_it_is_said_in_french(rolecall: Commands) -> None:
    told = rolecall("--language", "fr", "group").out
    assert "3 appels qui comptent, 2 stagiaires." in told
    assert "Critères par stagiaire" in told


@pytest.mark.usefixtures("exams")
def test_the_group_is_who_is_named(rolecall: Commands) -> None:
    found = rolecall("group", "--trainee", "ben", "--format", "json").json
    assert [one["name"] for one in found["trainees"]] == ["Ben"]
    both = rolecall("group", "--trainee", "Ben", "--trainee", "Ana", "--format", "json").json
    assert both == rolecall("group", "--format", "json").json
    ran = rolecall("group", "--trainee", "Nobody")
    assert (ran.status, ran.out) == (Exit.USAGE, "")
    assert rolecall("group", "--scenario", "other", "--format", "json").json["calls"] == 0


@pytest.mark.usefixtures("exams")
def test_the_group_is_who_a_file_names(rolecall: Commands, tmp_path: Path) -> None:
    names = tmp_path / "names.csv"
    names.write_text("name\nBen\nSomebody Else\n", encoding="utf-8")
    ran = rolecall("group", "--group", names, "--format", "json")
    assert [one["name"] for one in ran.json["trainees"]] == ["Ben"]
    assert "Nothing is recorded of: Somebody Else." in ran.err
    both = rolecall("group", "--group", names, "--trainee", "Ana", "--format", "json").json
    assert sorted(one["name"] for one in both["trainees"]) == ["Ana", "Ben"]
    names.write_text("Somebody Else\n", encoding="utf-8")
    assert rolecall("group", "--group", names, "--format", "json").json["calls"] == 0
    assert rolecall("group", "--group", tmp_path / "none.csv").status != Exit.SUCCESS


@pytest.mark.usefixtures("exams")
def test_programs_read_all_of_it(rolecall: Commands) -> None:
    found = rolecall("group", "--format", "json").json
    assert found["criteria"] == {"listening": "Listening", "care": "Care"}
    assert [one["calls"] for one in found["passes"]] == [3]
    assert (found["tries"][0]["trainees"], found["tries"][0]["change_low"]) == (1, None)
    decision = found["decisions"][0]
    assert (decision["met"], decision["first_tries"], decision["right"]) == (3, 2, None)
    assert sum(answer["taken"] for answer in decision["answers"]) == 3
    for table, heads in (
        ("criteria", "trainee,name,calls,score,"),
        ("calls", "scenario,title,"),
        ("decisions", "scenario,state,"),
    ):
        told = rolecall("group", "--format", "csv", "--table", table).out
        assert told.startswith(heads)
        assert list(csv.DictReader(io.StringIO(told)))


def test_where_nothing_counts_that_is_said(rolecall: Commands, parcel: Path) -> None:
    assert rolecall("group").status == Exit.USAGE
    play(rolecall, parcel, "--mode", "guided")
    ran = rolecall("group")
    assert (ran.status, ran.out) == (Exit.SUCCESS, "0 calls that count, 0 trainees.\n")
    assert rolecall("group", "--format", "csv").out == ""
