"""The no-break spaces of a French call: `format` puts them in, and nothing else becomes other than it was."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from simulator.checking import check_source
from simulator.formatting.run import format_source
from simulator.language import compile_scenario
from simulator.library import find_rubric
from simulator.model.source import SourceText
from tests.formatting.layouts import otherwise
from tests.memory import CACHE

CALL = Path(__file__).parents[1] / "language" / "good" / "premier_impaye.yaml"
TEXT = CALL.read_text(encoding="utf-8")
FIND = find_rubric(CALL, CACHE)


def formatted(text: str) -> str:
    """The call of that text in our layout."""
    found = format_source(SourceText("call.yaml", text), FIND)
    assert found.text is not None
    again = format_source(SourceText("call.yaml", found.text), FIND)
    assert again.text == found.text
    return found.text


def says(text: str) -> str:
    """All that the call of that text says."""
    return json.dumps(compile_scenario(SourceText("call.yaml", text), FIND).document, ensure_ascii=False)


def test_every_text_of_a_french_call_gets_its_spaces() -> None:
    codes = [d.code for d in check_source(SourceText("call.yaml", TEXT), FIND).diagnostics]
    text = formatted(TEXT)
    assert [d.code for d in check_source(SourceText("call.yaml", text), FIND).diagnostics] == [
        code for code in codes if code != "W411"
    ]
    wanted = TEXT
    for before in ("Proposez un plan :", "CRM :"):
        wanted = wanted.replace(before, before.replace(" :", "\u00a0:"))
    for before in ("Allô ?", "vous ?", "mois-ci ?", "pensez-vous ?"):
        wanted = wanted.replace(before, before.replace(" ?", "\u202f?"))
    assert says(text) == says(wanted)


@pytest.mark.parametrize("seed", range(10))
def test_they_are_the_same_whatever_the_layout_was(seed: int) -> None:
    assert says(formatted(otherwise(TEXT, Random(seed)))) == says(formatted(TEXT))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"Je vous \\"écoute\\" ?"', "'Je vous \"écoute\"\u202f?'"),
        ('"Quoi ?\\nMoi ?"', '"Quoi\u202f?\\nMoi\u202f?"'),
        ("'Je vous écoute!'", '"Je vous écoute\u202f!"'),
        ("Je vous écoute!", '"Je vous écoute\u202f!"'),
        ("|\n          « Oui. »\n\n          Non ;", "|\n          «\u00a0Oui.\u00a0»\n\n          Non\u202f;"),
        (">\n          Ah\n          !\n", ">\n          Ah\u202f!\n"),
        (">\n          Oui :\n            - moi ?\n", "|\n          Oui\u00a0:\n            - moi\u202f?\n"),
    ],
)  # fmt: skip
def test_a_text_keeps_its_quotes_and_its_lines(before: str, after: str) -> None:
    text = TEXT.replace('say: "Je vous écoute."', f"say: {before}")
    assert f"        say: {after}" in formatted(text)


def test_an_author_may_do_without_them() -> None:
    text = f"# check: allow W411 the house style of Quebec\n{TEXT}"
    assert says(formatted(text)) == says(TEXT)


def test_what_is_no_sentence_stays_as_it_is() -> None:
    """Names in braces are names of lines of the card, and a call in English has no such spaces."""
    text = TEXT.replace("Solde dû", "Solde : dû")
    assert "{Solde : dû}" in formatted(text)
    assert "\u202f" not in formatted(TEXT.replace("language: fr", "language: en"))
