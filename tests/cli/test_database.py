"""`rolecall database upgrade` says what it found."""

from __future__ import annotations

from pathlib import Path

from simulator.cli.exits import Exit
from tests.cli.running import Commands


def test_an_up_to_date_database_is_left_alone(rolecall: Commands, parcel: Path) -> None:
    rolecall("play", parcel, stdin="4\n2\n1\n")
    ran = rolecall("database", "upgrade")
    assert (ran.status, ran.out, ran.err) == (Exit.SUCCESS, "The database is up to date already.\n", "")


def test_a_database_that_is_not_there_is_not_made(rolecall: Commands, tmp_path: Path) -> None:
    ran = rolecall("database", "upgrade")
    assert (ran.status, ran.out) == (Exit.USAGE, "")
    assert not (tmp_path / "rc").exists()
