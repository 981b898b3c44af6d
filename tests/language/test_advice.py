"""What is said to write instead: always something, and names where there are names to choose from."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator import words
from simulator.language.nearby import did_you_mean
from simulator.words import say
from tests.faulty import goldens

FILES = [path for path in goldens.files() if path.parent.name in ("e2", "e3")]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_fault_of_keys_values_and_names_says_what_to_write(path: Path) -> None:
    _source, found = goldens.checked(path)
    for diagnostic in found:
        assert diagnostic.help is not None, diagnostic.code
        assert say(diagnostic.help)


def test_a_name_that_is_near_is_proposed() -> None:
    assert advice("clsoing", ["greeting", "closing"]) == "Did you mean `closing`?"


def test_names_are_listed_where_none_is_near() -> None:
    assert advice("x", ["greeting", "closing"]) == "Known here: greeting, closing."
    assert advice("x", [f"name-{place:02}" for place in range(30)]).count("name-") == 30


def test_of_very_many_names_those_are_listed_that_are_most_like_it() -> None:
    names = [*(f"state-{place:02}" for place in range(40)), "closing-words"]
    told = advice("words", names)
    assert told.startswith("Known here, among others: closing-words, ")
    assert told.count(", ") == 8


def test_there_is_no_advice_where_there_are_no_names() -> None:
    assert did_you_mean("x", ()) is None


def advice(wrong: str, known: list[str]) -> str:
    found = did_you_mean(wrong, known)
    assert found is not None
    return say(found)


@pytest.mark.parametrize(
    ("language", "one", "several"),
    [
        ("en", "`choices` needs at least 1 entry.", "`verified` needs at least 2 entries."),
        ("fr", "`choices` doit avoir au moins 1 élément.", "`verified` doit avoir au moins 2 éléments."),
    ],
)
def test_what_is_missing_is_counted(language: str, one: str, several: str) -> None:
    words.use(language)
    files = [goldens.HERE / "e2" / f"{name}.yaml" for name in ("choices_none", "one_value_fact")]
    assert [say(diagnostic.headline) for path in files for diagnostic in goldens.checked(path)[1]] == [one, several]
