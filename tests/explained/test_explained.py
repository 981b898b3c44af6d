"""Every code of the checker is explained: a page, an example that fires it alone, and what is said of that."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import scoring
import simulator
from simulator import pages
from tests.explained import goldens

CODE = re.compile(r"([EW]\d{3})(?:-[a-z]+)?")
"""A code as it stands in the source, behind it the name of one of its sentences."""


def emitted() -> set[str]:
    """The codes that stand in the source of the program as texts of their own."""
    sources = [path for package in (simulator, scoring) for path in Path(package.__path__[0]).rglob("*.py")]
    texts = (
        node.value
        for source in sources
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    return {found[1] for found in map(CODE.fullmatch, texts) if found}


def told(missing: set[str], what: str) -> None:
    if missing:
        pytest.fail(f"{what}: {', '.join(sorted(missing))}", pytrace=False)


@pytest.mark.parametrize("code", goldens.codes())
def test_an_example_fires_its_code_and_no_other(code: str) -> None:
    assert goldens.told(goldens.said(code, "en")) == {code}


@pytest.mark.parametrize("language", pages.LANGUAGES)
@pytest.mark.parametrize("code", goldens.codes())
def test_what_is_said_of_an_example(code: str, language: str) -> None:
    kept = goldens.expected(code, language)
    assert kept.exists(), f"run `python -m tests.explained.goldens {code}`, then read what it wrote"
    assert goldens.said(code, language) == kept.read_bytes().decode("utf-8")


def test_the_codes_are_found_in_the_source() -> None:
    assert {"E100", "E101", "E105", "E201", "E315", "E401", "W401"} <= emitted()
    assert "E115" in emitted(), "a code with several sentences stands there with a name behind it"


def test_every_code_has_a_page() -> None:
    told(emitted() - set(pages.codes()), "these codes have no page in `simulator/pages`")


def test_every_code_has_an_example() -> None:
    told(emitted() - set(goldens.codes()), "these codes have no example in `tests/explained`")


def test_nothing_is_explained_that_is_never_said() -> None:
    told(set(pages.codes()) - emitted(), "these pages explain codes that the program never says")
    told(set(goldens.codes()) - emitted(), "these examples are of codes that the program never says")
    kept = {path.name.split(".")[0] for path in goldens.HERE.glob("*.txt")}
    told(kept - set(goldens.codes()), "these diagnostics are kept of examples that are gone")
