"""`rolecall people`: who is kept, a copy of it, and erasure that leaves the chains whole."""

from __future__ import annotations

import json
from pathlib import Path

from simulator.cli.exits import Exit
from tests.cli.running import Commands


def play(rolecall: Commands, parcel: Path, name: str, *options: str) -> None:
    rolecall("play", parcel, "--plain", "--trainee", name, *options, stdin="1\n" * 12)


def test_nobody_is_listed_before_the_first_call(rolecall: Commands, tmp_path: Path) -> None:
    ran = rolecall("people", "list")
    assert (ran.status, ran.out) == (Exit.SUCCESS, "")
    assert not (tmp_path / "rc").exists()


def test_people_are_listed_with_the_ids_that_name_them(rolecall: Commands, parcel: Path) -> None:
    play(rolecall, parcel, "Léa")
    play(rolecall, parcel, "Zoé")
    heads, lea, zoe = rolecall("people", "list").out.splitlines()
    assert heads.split() == ["Name", "Id", "Since"]
    assert lea.startswith("Léa  ")
    person = zoe.split()[1]
    assert rolecall("people", "export", person).out == rolecall("people", "export", "zoé").out


def test_a_copy_holds_their_sessions_and_nobody_elses(rolecall: Commands, parcel: Path) -> None:
    play(rolecall, parcel, "Léa")
    play(rolecall, parcel, "Zoé")
    ran = rolecall("people", "export", "Léa")
    assert ran.status == Exit.SUCCESS
    lines = [json.loads(line) for line in ran.out.splitlines()]
    assert len(lines) > 4
    assert "Léa" in ran.out
    assert "Zoé" not in ran.out


def test_a_person_is_erased_after_a_question(rolecall: Commands, parcel: Path) -> None:
    play(rolecall, parcel, "Léa", "--mode", "exam")
    refused = rolecall("people", "erase", "Léa", stdin="n\n")
    assert (refused.status, refused.out) == (Exit.PROBLEM, "")
    assert "Erase the name and the texts of “Léa” for good? (y/n)" in refused.err
    assert "Léa" in rolecall("people", "list").out
    assert rolecall("people", "erase", "léa", stdin="o\n").out == "Erased, with 0 texts.\n"
    assert "Léa" not in rolecall("people", "list").out
    assert "erased" in rolecall("people", "list").out
    assert rolecall("sessions", "verify").status == Exit.SUCCESS
    session = rolecall("sessions", "list", "--format", "json").json[0]["session"]
    told = rolecall("sessions", "show", session)
    assert told.status == Exit.SUCCESS
    assert "Léa" not in told.out


def test_nobody_by_that_name_is_told_before_any_question(rolecall: Commands, parcel: Path) -> None:
    play(rolecall, parcel, "Léa")
    for verb in (["erase", "Nobody\x1b[2J"], ["export", "Nobody\x1b[2J"]):
        ran = rolecall("people", *verb)
        assert (ran.status, ran.out) == (Exit.USAGE, "")
        assert "obody" in ran.err
        assert "(y/n)" not in ran.err
        assert "\x1b" not in ran.err


def test_two_people_of_one_name_are_told_apart_by_id(rolecall: Commands, parcel: Path, tmp_path: Path) -> None:
    play(rolecall, parcel, "Léa", "--mode", "exam")
    rolecall("sessions", "export", "-o", tmp_path / "one.jsonl")
    other = ["--database", str(tmp_path / "other.db")]
    rolecall("play", parcel, "--plain", "--trainee", "Léa", *other, stdin="1\n" * 12)
    rolecall("sessions", "import", tmp_path / "one.jsonl", *other)
    for verb in (["erase", "Léa", "--yes"], ["export", "Léa"]):
        ran = rolecall("people", *verb, *other)
        assert ran.status in (Exit.USAGE, Exit.PROBLEM)
        assert "Several people are called “Léa”." in ran.err
    assert rolecall("people", "list", *other).out.count("Léa") == 2


def test_a_name_is_mended_and_the_sessions_stay_theirs(rolecall: Commands, parcel: Path) -> None:
    play(rolecall, parcel, "Lea")
    play(rolecall, parcel, "Zoé")
    assert rolecall("people", "rename", "Lea", "Léa Martin").status == Exit.SUCCESS
    copy = [json.loads(line) for line in rolecall("people", "export", "Léa Martin").out.splitlines()]
    assert len(copy) > 4
    assert rolecall("people", "export", "Lea").status != Exit.SUCCESS
    ran = rolecall("people", "rename", "Léa Martin", "zoé")
    assert (ran.status, ran.out) == (Exit.PROBLEM, "")
    assert "is called “zoé” already" in ran.err
    rolecall("people", "erase", "Zoé", "--yes")
    erased = rolecall("people", "list").out.splitlines()[-1].split()[1]
    assert rolecall("people", "rename", erased, "Zoé").status == Exit.PROBLEM
