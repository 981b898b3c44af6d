"""A record in a file of its own for each test, and the small call."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.library import Loaded
from simulator.record import Record, open_record
from tests.session import desk


@pytest.fixture
def database(tmp_path: Path) -> str:
    """Where the record is."""
    return str(tmp_path / "rolecall.db")


@pytest.fixture
def record(database: str) -> Iterator[Record]:
    """An empty record."""
    with open_record(database) as opened:
        yield opened


@pytest.fixture(scope="session")
def parcel() -> Loaded:
    """The small call, loaded once."""
    return desk.parcel()
