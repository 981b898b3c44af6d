"""A record in a file of its own for each test, and a library with the small call."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.library import Library
from simulator.record import Record, open_record
from tests.library.little import NONE, put
from tests.memory import CACHE
from tests.report.trainees import TITLE


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """An empty record."""
    with open_record(str(tmp_path / "rolecall.db")) as opened:
        yield opened


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """The small call under a title that tries to be more than a title."""
    put(tmp_path / "calls", title=f"title: '{TITLE}'")
    return Library((tmp_path / "calls",), CACHE, NONE)
