"""A stage of its own for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.preview_stage import PreviewStage
from tests.tui.stage import Stage


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """One user's files, empty but for the small call."""
    monkeypatch.setenv("ROLECALL_HOME", str(tmp_path / "home"))
    return Stage(tmp_path)


@pytest.fixture
def writing(stage: Stage) -> PreviewStage:
    """An author's files: the small call."""
    return PreviewStage(stage)
