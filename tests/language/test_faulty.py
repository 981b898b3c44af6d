"""Every faulty file gets the diagnostics that were read and found good, byte by byte."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from simulator.language.traps import WORDINGS
from tests.faulty import goldens

FILES = goldens.files()
NOT_IN_A_FILE = {"E102"}
"""What would need a file of a megabyte; `test_tree.py` has it."""


@pytest.mark.parametrize("path", FILES, ids=[f"{path.parent.name}-{path.stem}" for path in FILES])
def test_the_diagnostics_of_a_faulty_file(path: Path) -> None:
    assert goldens.expected(path).exists(), f"run `python -m tests.faulty.goldens {path.stem}`, then read what it wrote"
    found = goldens.found(path)
    assert found == goldens.expected(path).read_bytes().decode("utf-8")
    assert re.match(r"[^\n]+: [EW]\d{3} \S", found), "the checker finds nothing wrong with it"


def test_no_diagnostics_are_kept_of_a_file_that_is_gone() -> None:
    assert set(goldens.HERE.glob("*/*.expected")) - {goldens.expected(path) for path in FILES} == set()


def test_every_sentence_about_the_text_of_a_file_has_a_file_that_gets_it() -> None:
    shown = "".join(goldens.expected(path).read_text(encoding="utf-8") for path in FILES if path.parent.name == "e1")
    assert {name for name, wording in WORDINGS.items() if not _is_shown(name, wording.headline, shown)} == NOT_IN_A_FILE


def _is_shown(name: str, headline: str, shown: str) -> bool:
    pattern = re.sub(r"\\\{\w+\\\}", ".+", re.escape(headline))
    return re.search(f" {name[:4]} {pattern}\n", shown) is not None
