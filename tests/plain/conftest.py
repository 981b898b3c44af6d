"""A record in a file of its own for each test, and the small call."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.library import Library, Loaded
from simulator.record import Record, open_record
from tests.library.little import CALLS, NONE, SCENARIO
from tests.memory import CACHE


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """An empty record."""
    with open_record(str(tmp_path / "rolecall.db")) as opened:
        yield opened


@pytest.fixture(scope="session")
def parcel() -> Loaded:
    """The small call, loaded once."""
    return Library((), CACHE, NONE).load(CALLS / SCENARIO)
