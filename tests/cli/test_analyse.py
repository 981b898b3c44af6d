"""`rolecall analyse`: figures for people and for programs, and what is said of what cannot be analysed."""

from __future__ import annotations

from pathlib import Path

from simulator.cli.exits import Exit
from tests.cli.running import Commands
from tests.library.little import put


def test_people_read_the_whole_analysis(rolecall: Commands, parcel: Path) -> None:
    ran = rolecall("analyse", parcel)
    assert (ran.status, ran.err) == (Exit.SUCCESS, "")
    lines = ran.out.splitlines()
    assert lines[0] == "The parcel of Mo Reed (parcel)"
    assert [line for line in lines if line.startswith("Variant ")] == ["Variant gift", "Variant illness"]
    for word in ("Positions: ", "blind clicking passes (mark 60)", "Nominal weight", "In this call", "Assessed"):
        assert ran.out.count(word) == 2
    assert ran.out.count("   >      0  best  ") == 2 * 4
    assert "ask: What was in the parcel of Monday?" in ran.out
    assert "ask: What was in the parcel of Friday?" in ran.out


def test_every_choice_along_the_best_call_has_its_price(rolecall: Commands, parcel: Path) -> None:
    ran = rolecall("analyse", parcel, "--variant", "gift", "--format", "json")
    (variant,) = ran.json["variants"]
    assert [step["choice"] for step in variant["ideal"]] == ["ask", "on", "courier", "facts"]
    first = {price["choice"]: price for price in variant["ideal"][0]["prices"]}
    assert set(first) == {"ask", "hurry", "tell-all", "on"}
    assert first["ask"]["cost"] == 0
    assert first["tell-all"]["critical"] == ["told-others"]
    chance = variant["chance"]
    assert 0 < chance["low"] <= chance["probability"] <= chance["high"] < 1


def test_a_faulty_call_shows_what_is_wrong_with_it(rolecall: Commands, parcel: Path) -> None:
    put(parcel.parent, **{"goto: solve\n        why": "goto: slove\n        why"})
    ran = rolecall("analyse", parcel)
    assert (ran.status, ran.out) == (Exit.PROBLEM, "")
    assert "^^^^^" in ran.err
    assert ran.err.splitlines()[-1].startswith("rolecall: ")
    assert "has errors and cannot be played" in ran.err


def test_a_folder_and_a_missing_rubric_are_told(rolecall: Commands, parcel: Path) -> None:
    assert rolecall("analyse", f"{parcel.parent}/").status == Exit.PROBLEM
    (parcel.parent / "little-rubric.yaml").unlink()
    ran = rolecall("analyse", parcel)
    assert ran.status == Exit.PROBLEM
    assert "little-rubric.yaml" in ran.err


def test_a_call_of_an_own_folder_is_found_by_its_id(rolecall: Commands, parcel: Path) -> None:
    assert rolecall("analyse", "parcel").status == Exit.USAGE
    assert rolecall("analyse", "parcel", "--library", parcel.parent).status == Exit.SUCCESS
