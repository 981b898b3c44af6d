"""The view of a group with a million sessions, and the memory that trainers' commands take with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.places import FEW, ROLECALL, Place, Places, run
from tests.benchmarks.terminal import watched
from tests.million.crowd import crowd
from tests.million.generate import TRAINEES

pytestmark = pytest.mark.long

SECONDS = 2.0
MORE_MEMORY = 1.5
"""So many times the memory of a thousand sessions may be taken: fifty times as many trainees are told."""
ROUNDS = 5
PAGES = 50
CALL = "prelevement-rejete"


@pytest.fixture
def names(tmp_path: Path) -> Path:
    """A file with a tenth of the trainees."""
    file = tmp_path / "group.csv"
    file.write_text("\n".join(["name", *(one.name for one in crowd(TRAINEES, 1)[:150])]), encoding="utf-8")
    return file


def test_a_group_is_told_within_two_seconds(places: Places, names: Path) -> None:
    """From exec to the end, everybody and narrowed, with what is worked out of the calls at hand.

    Of each the run that was disturbed least: seconds are no ratio, and what else the machine does only adds to them.
    """
    asked = {
        "everybody": [],
        "as JSON": ["--format", "json"],
        "one call": ["--scenario", CALL],
        "a group": ["--group", str(names)],
        "one trainee": ["--latest", "3", "--trainee", crowd(TRAINEES, 1)[0].name],
    }
    run(places.many, "group")
    taken = {what: min(run(places.many, "group", *how).seconds for _ in range(ROUNDS)) for what, how in asked.items()}
    print("\n" + ", ".join(f"{what} {seconds:.2f} s" for what, seconds in taken.items()))
    assert max(taken.values()) < SECONDS, taken


def test_memory_does_not_grow_with_the_sessions_of_a_group(places: Places) -> None:
    many, few = (max(run(place, "group").memory for _ in range(2)) for place in places)
    print(f"\nthe memory of a group with a million sessions against {FEW}: {many / few:.2f} times")
    assert many / few <= MORE_MEMORY


def test_memory_does_not_grow_with_the_sessions_of_the_table(places: Places) -> None:
    """The first page, fifty more, and a filter."""
    many, few = (paged(place) for place in places)
    print(f"\nthe memory of the table with a million sessions against {FEW}: {many / few:.2f} times")
    assert many / few <= MORE_MEMORY


def paged(place: Place) -> int:
    """The memory that it takes to look through the table."""
    with watched([ROLECALL, "review"], place.environment) as program:
        program.until("session 1 of")
        for _page in range(PAGES):
            program.type("\x1b[6~")
            program.rest()
        program.type("/")
        program.rest()
        program.type("zoe")
        program.rest()
        return program.memory()
