"""Braces: which letters are the same name, in the check of what fills them and where they are filled."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeAlias
from unicodedata import normalize

import pytest

from simulator.language import compile_scenario
from simulator.library import find_rubric
from simulator.model.diagnostic import has_errors
from simulator.model.phrases import fill
from simulator.model.source import SourceText
from tests.memory import CACHE

Form: TypeAlias = Literal["NFC", "NFD"]
CALL = Path(__file__).parents[1] / "faulty" / "e3" / "unknown_card_line.yaml"
TEXT = CALL.read_text(encoding="utf-8").replace("{Solde}", "{Solde dû}")


@pytest.mark.parametrize(("card", "hole"), [("NFC", "NFD"), ("NFD", "NFC"), ("NFD", "NFD")])
def test_an_accent_may_be_a_character_of_its_own(card: Form, hole: Form) -> None:
    """Two that look the same are the same: files from a Mac, and texts pasted from a PDF, have accents apart."""
    key, braced = normalize(card, '"Solde dû":'), normalize(hole, "{Solde dû}")
    text = TEXT.replace('"Solde dû":', key).replace("{Solde dû}", braced)
    source = SourceText("call.yaml", text)
    found = compile_scenario(source, find_rubric(CALL, CACHE))
    assert not has_errors(found.diagnostics)
    assert found.scenario is not None
    assert fill(f"Vous devez {braced}.", found.scenario.names) == "Vous devez 347,20 €."


def test_a_name_is_taken_as_it_is_written_first() -> None:
    apart, joined = normalize("NFD", "dû"), normalize("NFC", "dû")
    names = {apart: "apart", joined: "joined"}
    assert fill(f"{{{apart}}} {{{joined}}} {{du}}", names) == "apart joined {du}"
