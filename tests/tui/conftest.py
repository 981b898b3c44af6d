"""A stage of its own for each test."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.preview_stage import PreviewStage
from tests.tui.stage import Stage


@pytest.fixture(autouse=True)
def universal_time(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Days and hours on the screens are those of no place."""
    monkeypatch.setenv("TZ", "UTC")
    if hasattr(time, "tzset"):
        time.tzset()
    yield
    monkeypatch.undo()
    if hasattr(time, "tzset"):
        time.tzset()


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """One user's files, empty but for the small call."""
    monkeypatch.setenv("ROLECALL_HOME", str(tmp_path / "home"))
    return Stage(tmp_path)


@pytest.fixture
def writing(stage: Stage) -> PreviewStage:
    """An author's files: the small call."""
    return PreviewStage(stage)
