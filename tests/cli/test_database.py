"""`rolecall database` says what it found, and copies a database while it is used."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from simulator.cli.exits import Exit
from simulator.record import open_record
from simulator.record.tables import REVISION
from tests.cli.running import Commands
from tests.record.sample import tamper


def test_an_up_to_date_database_is_left_alone(rolecall: Commands, parcel: Path) -> None:
    rolecall("play", parcel, stdin="4\n2\n1\n")
    ran = rolecall("database", "upgrade")
    assert (ran.status, ran.out, ran.err) == (Exit.SUCCESS, "The database is up to date already.\n", "")


def test_a_database_that_is_not_there_is_not_made(rolecall: Commands, tmp_path: Path) -> None:
    ran = rolecall("database", "upgrade")
    assert (ran.status, ran.out) == (Exit.USAGE, "")
    assert not (tmp_path / "rc").exists()


def test_a_copy_is_made_while_it_is_used(rolecall: Commands, parcel: Path, tmp_path: Path) -> None:
    rolecall("play", parcel, stdin="4\n2\n1\n")
    copy = tmp_path / "copy.db"
    with open_record(str(tmp_path / "rc" / "rolecall.db")) as record:
        (session,) = record.matching("")
        ran = rolecall("database", "backup", copy)
        assert (ran.status, ran.out, ran.err) == (Exit.SUCCESS, "", f"Written to {copy}.\n")
        with open_record(str(copy), create=False) as other:
            assert other.events(session) == record.events(session)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    if os.name != "nt":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_a_copy_is_not_made_over_the_database_or_nowhere(rolecall: Commands, parcel: Path, tmp_path: Path) -> None:
    rolecall("play", parcel, stdin="4\n2\n1\n")
    itself = tmp_path / "rc" / "rolecall.db"
    before = itself.read_bytes()
    ran = rolecall("database", "backup", itself)
    assert (ran.status, "is the database itself" in ran.err) == (Exit.PROBLEM, True)
    assert itself.read_bytes() == before
    assert "There is no folder" in rolecall("database", "backup", tmp_path / "no" / "copy.db").err
    ran = rolecall("database", "backup")
    assert (ran.status, "database backup FILE" in ran.err) == (Exit.USAGE, True)


def test_a_servers_copy_is_a_line_to_run_without_the_password(rolecall: Commands) -> None:
    url = "postgresql+psycopg://keeper:secret@db.example.net/rolecall?sslmode=require&password=secret"
    ran = rolecall("database", "backup", "--database", url)
    assert ran.status == Exit.SUCCESS
    assert ran.out == (
        "pg_dump --enable-row-security --format=custom --file=rolecall.dump "
        '"postgresql://keeper@db.example.net/rolecall?sslmode=require"\n'
    )


def test_a_check_says_in_what_state_the_database_is(rolecall: Commands, parcel: Path, tmp_path: Path) -> None:
    rolecall("play", parcel, stdin="4\n2\n1\n")
    ran = rolecall("database", "check")
    assert (ran.status, ran.err) == (Exit.SUCCESS, "")
    assert f"Form: {REVISION}" in ran.out
    assert "In it: 1 session, 1 person" in ran.out
    assert "Room left on the disk" in ran.out
    told = rolecall("database", "check", "--format", "json").json
    assert (told["current"], told["sessions"], told["problems"]) == (True, 1, [])
    tamper(tmp_path / "rc" / "rolecall.db", "UPDATE rolecall_version SET version_num = '0001'")
    ran = rolecall("database", "check")
    assert (ran.status, "rolecall database upgrade" in ran.out) == (Exit.PROBLEM, True)


def test_a_check_makes_nothing(rolecall: Commands, tmp_path: Path) -> None:
    assert rolecall("database", "check").status == Exit.USAGE
    assert not (tmp_path / "rc").exists()
