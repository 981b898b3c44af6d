"""A small call that uses most of the language, in files of their own, for whoever needs a library."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

CALLS: Final = Path(__file__).parent / "calls"
NONE: Final = CALLS.parent.parent / "words"
"""A folder without any scenario."""
SCENARIO: Final = "parcel.yaml"
RUBRIC: Final = "little-rubric.yaml"


def put(folder: Path, name: str = SCENARIO, **changes: str) -> Path:
    """Copy the call and its rubric into `folder`, words replaced; the path of the call."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(CALLS / RUBRIC, folder / RUBRIC)
    text = (CALLS / SCENARIO).read_text(encoding="utf-8")
    for key, value in changes.items():
        before = {"id": "id: parcel", "title": 'title: "The parcel of {name}"'}.get(key, key)
        assert before in text
        text = text.replace(before, value, 1)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
