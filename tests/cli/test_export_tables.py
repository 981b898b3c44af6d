"""`rolecall sessions export --table`: sessions, criteria, decisions, reviews and minutes for other programs."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from simulator.cli.exits import Exit
from simulator.report.columns import TABLES
from tests.cli.running import Commands, Ran
from tests.cli.test_sessions import play


def rows(ran: Ran) -> list[dict[str, str]]:
    """The rows of a CSV file on standard output."""
    assert ran.status == Exit.SUCCESS, ran.err
    return list(csv.DictReader(io.StringIO(ran.out, newline="")))


def objects(ran: Ran) -> list[dict[str, Any]]:
    """The objects on standard output."""
    assert ran.status == Exit.SUCCESS, ran.err
    return [json.loads(line) for line in ran.out.splitlines()]


@pytest.mark.parametrize("table", TABLES)
def test_every_table_has_the_columns_that_are_documented(table: str, rolecall: Commands, parcel: Path) -> None:
    play(rolecall, parcel)
    names = [column.name for column in TABLES[table].columns]
    ran = rolecall("sessions", "export", "--format", "csv", "--table", table)
    assert ran.out.splitlines()[0].split(",") == names
    assert all(list(one) == names for one in objects(rolecall("sessions", "export", "--table", table)))


def test_a_session_is_told_with_its_code(rolecall: Commands, parcel: Path) -> None:
    session = play(rolecall, parcel)
    play(rolecall, parcel, answers="3\n")
    (row,) = rows(rolecall("sessions", "export", "--format", "csv"))
    code = rolecall("sessions", "show", session).out.split()[-1].rstrip(".")
    assert (row["session"], row["code"], row["name"], row["ending"]) == (session, code, "Ana", "helped")
    assert (row["decisions"], row["passed"], row["reviewed_score"]) == ("3", "false", "")


def test_decisions_add_up_to_the_score(rolecall: Commands, parcel: Path) -> None:
    session = play(rolecall, parcel)
    (told,) = objects(rolecall("sessions", "export", "--table", "sessions"))
    taken = objects(rolecall("sessions", "export", session[-8:], "--table", "decisions"))
    assert [one["decision"] for one in taken] == [1, 2, 3]
    assert 100 - sum(one["cost"] for one in taken) == pytest.approx(told["score"], abs=1e-5)


def test_criteria_and_minutes_are_told(rolecall: Commands, parcel: Path) -> None:
    play(rolecall, parcel)
    play(rolecall, parcel, "--mode", "exam")
    criteria = objects(rolecall("sessions", "export", "--table", "criteria"))
    assert {one["criterion"] for one in criteria} <= {"listening", "care", "calm"}
    (day,) = objects(rolecall("sessions", "export", "--table", "minutes"))
    assert (day["name"], day["sessions"]) == ("Ana", 2)
    assert 0 <= day["exam_minutes"] <= day["minutes"]


def test_no_names_means_none(rolecall: Commands, parcel: Path) -> None:
    play(rolecall, parcel)
    for table in TABLES:
        ran = rolecall("sessions", "export", "--table", table, "--no-names")
        assert ran.status == Exit.SUCCESS
        assert "Ana" not in ran.out


def test_days_and_names_narrow_it(rolecall: Commands, parcel: Path) -> None:
    first, second = play(rolecall, parcel), play(rolecall, parcel)
    (row,) = rows(rolecall("sessions", "export", first[-8:], "--format", "csv"))
    assert row["session"] == first
    assert len(rows(rolecall("sessions", "export", "--format", "csv", "--since", "2001-01-01"))) == 2
    assert rows(rolecall("sessions", "export", "--format", "csv", "--until", "2001-01-01")) == []
    both = ("sessions", "export", first[-8:], second[-8:], "--format", "csv")
    assert [row["session"] for row in rows(rolecall(*both))] == [second, first]
    assert rows(rolecall(*both, "--until", "2001-01-01")) == []
    whole = rolecall("sessions", "export", "--since", "2001-01-01").out
    assert first in whole
    assert second in whole
    assert first not in rolecall("sessions", "export", "--until", "2001-01-01").out


def test_a_table_shares_nothing(rolecall: Commands, parcel: Path, tmp_path: Path) -> None:
    session = play(rolecall, parcel)
    file = tmp_path / "sessions.csv"
    ran = rolecall("sessions", "export", "--format", "csv", "-o", file)
    assert (ran.status, ran.out, ran.err) == (Exit.SUCCESS, "", f"Written to {file}.\n")
    assert rolecall("--trainee", "Bo", "sessions", "export", session, "--format", "csv").status == Exit.PROBLEM
    assert rows(rolecall("--trainee", "Bo", "sessions", "export", "--format", "csv")) == []
    assert rolecall("sessions", "delete", session, "--yes").status == Exit.SUCCESS


def test_a_learning_record_store_gets_statements(rolecall: Commands, parcel: Path) -> None:
    session = play(rolecall, parcel)
    (told,) = objects(rolecall("sessions", "export", "--format", "xapi", "--home-page", "https://training.example/"))
    assert told["context"]["registration"] == session
    assert told["actor"]["account"]["homePage"] == "https://training.example/"
    assert "name" not in told["actor"]
    (named,) = objects(rolecall("sessions", "export", "--format", "xapi", "--names"))
    assert named["actor"]["name"] == "Ana"
    assert len(objects(rolecall("sessions", "export", "--format", "xapi", "--table", "decisions"))) == 3


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--format", "xapi", "--table", "minutes"], "xAPI tells of sessions and decisions"),
        (["--home-page", "https://training.example/"], "--home-page goes with --format xapi."),
        (["--format", "xapi", "--home-page", "training"], "“training” is no address."),
        (["--format", "xapi", "--home-page", "https://a b"], "is no address."),
    ],
)
def test_what_does_not_go_together_is_refused(
    arguments: list[str], sentence: str, rolecall: Commands, parcel: Path
) -> None:
    play(rolecall, parcel)
    ran = rolecall("sessions", "export", *arguments)
    assert (ran.status, ran.out) == (Exit.USAGE, "")
    assert sentence in ran.err
