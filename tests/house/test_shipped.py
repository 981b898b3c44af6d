"""The calls and rubrics that are shipped are models: they let hardly a warning stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.language.allow_comments import allows
from simulator.library import read_source

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "scenarios").rglob("*.yaml"), *(ROOT / "scoring").rglob("*.yaml")])

MOST = 2
"""How many warnings a shipped file may silence."""


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_a_shipped_file_is_named_after_its_id(path: Path) -> None:
    assert f"id: {path.stem}" in read_source(path).text.splitlines()


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_a_shipped_file_silences_at_most_two_warnings(path: Path) -> None:
    found = allows(read_source(path))
    assert len(found) <= MOST, "mend what is warned of"
    assert all(comment.reason for comment in found)
