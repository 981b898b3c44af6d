"""A home for the programs of each test, and the small call."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.library.little import put

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
