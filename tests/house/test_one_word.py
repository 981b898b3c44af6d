"""One thing has one word, in French as in English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FRENCH = [
    ROOT / "LISEZMOI.md",
    ROOT / "scenarios" / "LISEZMOI.md",
    ROOT / "scenarios" / "CONTROLES.md",
    ROOT / "simulator" / "words" / "locale" / "fr" / "LC_MESSAGES" / "rolecall.po",
    *sorted((ROOT / "simulator" / "pages" / "fr").glob("*.md")),
]


@pytest.mark.parametrize(("other", "word"), [("bilans?", "débriefing")])
def test_french_calls_a_thing_by_one_word(other: str, word: str) -> None:
    said = {
        f"{path.name}: {line.strip()}"
        for path in FRENCH
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(rf"\b{other}\b", line, re.IGNORECASE)
    }
    assert said == set(), f"say “{word}”"
