"""The commands of a training room on one server: its roles, whose a login is, and calls of several people."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from simulator.cli.exits import Exit
from simulator.record import open_record
from tests.cli.running import Commands
from tests.library.little import put
from tests.record.room import OWNER, STRANGER, Room, room


@pytest.fixture
def here(postgres: str) -> Iterator[Room]:
    """A room in which nobody has played yet."""
    with room(postgres) as found:
        yield found


@pytest.fixture
def rolecall(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Commands:
    """Runs commands of whoever sits at a machine on which somebody called Whoever has put in their name."""
    monkeypatch.setenv("ROLECALL_HOME", str(tmp_path / "rc"))
    monkeypatch.setenv("ROLECALL_TRAINEE", "Whoever")
    monkeypatch.setenv("COLUMNS", "100")
    return Commands(capsys, monkeypatch)


def test_the_printed_statements_are_what_is_applied(rolecall: Commands, postgres_url: str) -> None:
    open_record(postgres_url).close()
    ran = rolecall("database", "roles", "--trainee-role", "rolecall_trainee")
    assert (ran.status, ran.err) == (Exit.SUCCESS, "")
    rules = "SELECT tablename, policyname, cmd, roles, qual, with_check FROM pg_policies ORDER BY 1, 2"
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute(ran.out)
        printed = connection.execute(rules).fetchall()
        applied = rolecall("database", "roles", "--apply", "--database", postgres_url)
        assert (applied.status, applied.out) == (Exit.SUCCESS, "The roles and their rules are in force.\n")
        assert connection.execute(rules).fetchall() == printed
        assert len(printed) > 30


def test_a_file_has_no_roles(rolecall: Commands, tmp_path: Path) -> None:
    rolecall("play", put(tmp_path / "calls"), "--plain", stdin="1\n" * 12)
    ran = rolecall("database", "roles", "--apply")
    assert (ran.status, ran.out) == (Exit.PROBLEM, "")
    assert "is a file and has no roles" in ran.err
    assert "has no logins" in rolecall("people", "login", "Ana", "ana").err


def test_a_check_names_the_roles_and_what_they_do_not_guard(rolecall: Commands, here: Room, postgres_url: str) -> None:
    ran = rolecall("database", "check", "--database", here.url)
    assert (ran.status, ran.err) == (Exit.SUCCESS, "")
    assert "Roles: in force" in ran.out
    assert "In it: 0 sessions, 4 people" in ran.out
    assert (
        "What this login sees of it: 0 sessions, 1 person"
        in rolecall("database", "check", "--database", here.url_of("ana")).out
    )
    with here.connect(OWNER) as keeper:
        keeper.execute("ALTER TABLE typed NO FORCE ROW LEVEL SECURITY")
    ran = rolecall("database", "check", "--database", here.url)
    assert (ran.status, "No rule guards typed." in ran.out) == (Exit.PROBLEM, True)
    open_record(postgres_url).close()
    assert "Roles: not in force" in rolecall("database", "check", "--database", postgres_url).out


def test_a_login_is_linked_and_listed(rolecall: Commands, here: Room) -> None:
    ran = rolecall("people", "login", "Tom Petit", STRANGER, "--database", here.url)
    assert (ran.status, ran.out) == (Exit.SUCCESS, "The login “tom” is Tom Petit's.\n")
    heads, *rows = rolecall("people", "list", "--database", here.url).out.splitlines()
    assert heads.split()[-1] == "Login"
    assert [row.split()[-1] for row in rows if row.startswith("Tom")] == ["tom"]
    copy = rolecall("people", "export", "Tom Petit", "--database", here.url).out.splitlines()
    assert [json.loads(line)["login"] for line in copy if '"line":"login"' in line] == ["tom"]
    ran = rolecall("people", "login", "Tom Petit", "nobody", "--database", here.url)
    assert (ran.status, ran.out) == (Exit.USAGE, "")
    assert "has no login “nobody”" in ran.err
    assert rolecall("people", "login", "Tom", "tom", "--database", here.url_of("ana")).status == Exit.PROBLEM


def test_several_people_take_calls_and_see_what_they_may(rolecall: Commands, here: Room, tmp_path: Path) -> None:
    parcel = put(tmp_path / "calls")
    for login in ("ana", "ben"):
        for mode in ("practice", "exam"):
            database = ("--database", here.url_of(login))
            ran = rolecall("play", parcel, "--plain", "--mode", mode, *database, stdin="1\n" * 12)
            assert (ran.status, ran.err) == (Exit.SUCCESS, "")
    mine = ("--database", here.url_of("ana"))
    listed = rolecall("sessions", "list", *mine, "--format", "json").json
    assert len(listed) == 2
    practice = next(one["session"] for one in listed if one["mode"] == "practice")
    assert "Ben" not in rolecall("sessions", "list", *mine).out
    assert rolecall("history", *mine).status == Exit.SUCCESS
    assert rolecall("next", *mine).status == Exit.SUCCESS
    assert rolecall("sessions", "show", practice, *mine).status == Exit.SUCCESS
    assert rolecall("sessions", "verify", *mine).status == Exit.SUCCESS
    theirs = ("--database", here.url_of("eva"))
    assert len(rolecall("sessions", "list", *theirs, "--format", "json").json) == 2
    assert rolecall("sessions", "share", practice, *mine).status == Exit.SUCCESS
    assert len(rolecall("sessions", "list", *theirs, "--format", "json").json) == 3
    assert rolecall("sessions", "delete", practice, "--yes", *mine).status == Exit.PROBLEM
    assert rolecall("people", "erase", "Ana", "--yes", *theirs).status == Exit.PROBLEM
    ran = rolecall("sessions", "verify", "--database", here.url_of(OWNER))
    assert ran.out == "4 sessions are right.\n"


def test_a_login_that_is_nobodys_cannot_play(rolecall: Commands, here: Room, tmp_path: Path) -> None:
    ran = rolecall("play", put(tmp_path / "calls"), "--plain", "--database", here.url_of(STRANGER), stdin="1\n" * 12)
    assert ran.status == Exit.PROBLEM
    assert "rolecall people login NAME tom" in ran.err
