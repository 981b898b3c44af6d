"""A home of its own for the commands of each test, and the small call of the library's tests in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Commands
from tests.library.little import put


@pytest.fixture
def rolecall(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Commands:
    """Runs commands as Ana, with her files in `tmp_path / "rc"`."""
    monkeypatch.setenv("ROLECALL_HOME", str(tmp_path / "rc"))
    monkeypatch.setenv("ROLECALL_TRAINEE", "Ana")
    monkeypatch.setenv("COLUMNS", "100")
    return Commands(capsys, monkeypatch)


@pytest.fixture
def parcel(tmp_path: Path) -> Path:
    """The small call in a file."""
    return put(tmp_path / "calls")
