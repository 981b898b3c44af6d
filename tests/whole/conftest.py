"""A home for the programs of each test, and the small call."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.library.little import put
from tests.whole.program import ENDED, run

if sys.platform == "win32":
    collect_ignore_glob = ["test_*.py"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The user's files."""
    return tmp_path / "rc"


@pytest.fixture
def parcel(tmp_path: Path) -> Path:
    """The small call in a file."""
    return put(tmp_path / "calls")


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where `database` keeps its pattern."""
    return tmp_path_factory.mktemp("played") / "rc"


@pytest.fixture
def database(folder: Path, parcel: Path, played: Path) -> Path:
    """The user's files after one whole call: their database. A program of its own played it, once for all tests."""
    if not (played / "rolecall.db").exists():
        assert run(played, "play", parcel, stdin=ENDED).status == 0
    shutil.copytree(played, folder)
    return folder / "rolecall.db"
