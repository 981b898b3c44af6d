"""`rolecall review` alone: without a terminal it lists what the table would show."""

from __future__ import annotations

from pathlib import Path

from simulator.cli.exits import Exit
from tests.cli.running import Commands


def test_without_a_terminal_the_sessions_are_listed(rolecall: Commands, parcel: Path) -> None:
    rolecall("play", parcel, "--plain", "--seed", "1", "--variant", "gift", stdin="4\n2\n1\n")
    ran = rolecall("review")
    assert ran.status == Exit.SUCCESS
    assert ran.out == rolecall("sessions", "list").out
    assert "not passed" in ran.out


def test_where_nothing_was_recorded_nothing_is_made(rolecall: Commands, tmp_path: Path) -> None:
    ran = rolecall("review")
    assert (ran.status, ran.out) == (Exit.SUCCESS, "")
    assert not (tmp_path / "rc").exists()


def test_what_may_be_said_of_a_session_is_still_a_command(rolecall: Commands) -> None:
    assert "sign" in rolecall("review", "--help").out
    assert rolecall("review", "sing").status == Exit.USAGE
