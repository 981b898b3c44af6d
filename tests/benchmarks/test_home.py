"""Home stands as fast with a thousand calls and a thousand sessions as with ten."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.library import Cache, Library
from simulator.record import open_record
from tests.benchmarks.ratios import compared
from tests.benchmarks.terminal import seconds_until
from tests.library.little import put
from tests.practice.seasoned import season

pytestmark = pytest.mark.benchmark

HOME_AT_MOST = 1.3
FEW, MANY = 10, 1_000
ROLECALL = str(Path(sys.executable).with_name("rolecall"))
FIRST = "Call 0000"


def environment(folder: Path, count: int) -> dict[str, str]:
    """A home with so many calls of one's own and so many sessions, in which the library was listed before."""
    calls = folder / "calls"
    for number in range(count):
        put(calls, f"call-{number:04}.yaml", id=f"id: call-{number}", title=f'title: "Call {number:04}"')
    values = {**os.environ, "ROLECALL_HOME": str(folder), "TERM": "xterm-256color", "LANG": "en_GB.UTF-8"}
    values |= {"ROLECALL_TRAINEE": "Ada", "ROLECALL_LANGUAGE": "en", "ROLECALL_LIBRARY": str(calls)}
    library = Library((calls,), Cache(folder / "cache"))
    library.listing()
    library.listing()
    with open_record(str(folder / "rolecall.db")) as record:
        season(record, library, "Ada", count)
    return values


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[int, dict[str, str]]]:
    """A small home and a large one."""
    folder = tmp_path_factory.mktemp("homes")
    yield {count: environment(folder / str(count), count) for count in (FEW, MANY)}
    shutil.rmtree(folder)


@pytest.mark.parametrize("wanted", [FIRST, "Next call:"], ids=["first painted", "next call"])
def test_home_stands_as_fast_with_a_thousand_calls_and_sessions(homes: dict[int, dict[str, str]], wanted: str) -> None:
    """exec to the frame that shows the first call of the library; and, for the record, the call to take next."""
    found = compared(
        lambda: seconds_until([ROLECALL], wanted, homes[MANY]),
        lambda: seconds_until([ROLECALL], wanted, homes[FEW]),
        rounds=9,
    )
    print(f"\nhome with {MANY} calls and sessions against {FEW}, until “{wanted}” is shown: {found}")
    if wanted == FIRST:
        assert found.ratio <= HOME_AT_MOST, str(found)
