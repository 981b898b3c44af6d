"""Editors find right what `check` finds right, complain of most slips, and explain every key in both languages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final, get_args

import pytest

from simulator import words
from simulator.language.schema_json import Kind, json_schema, json_schema_text
from simulator.language.schema_types import ID_PATTERN
from simulator.model.suggested import MOODS, PHASES, ROLES
from simulator.words import LANGUAGES, labels
from tests.language.editors import complaints
from tests.strategies.scenarios import seeded
from tests.strategies.written import to_yaml

ROOT: Final = Path(__file__).parents[2]
TESTS: Final = ROOT / "tests"
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
RUBRICS: Final = [
    *(ROOT / "scoring").rglob("*.yaml"),
    TESTS / "language" / "good" / "rubric.yaml",
    TESTS / "library" / "calls" / "little-rubric.yaml",
]
CALLS: Final = sorted(
    {
        *(ROOT / "scenarios").rglob("*.yaml"),
        *(TESTS / "language" / "good").glob("*.yaml"),
        *(TESTS / "library" / "calls").glob("*.yaml"),
        *(TESTS / "faulty").glob("e[34]/*.yaml"),
    }
    - set(RUBRICS)
)
"""Calls whose keys and values are in order, whatever else is wrong with them."""

BEYOND: Final = {
    "back_without_rule", "change_on_fact", "condition_and_signs", "condition_bare", "condition_call",
    "condition_single_equals", "day_not_in_the_calendar", "fact_compared_by_size", "gauge_never_there",
    "gauge_starts_above", "item_after_open_one", "label_on_words", "law_without_day", "reserved_choice",
    "reserved_state", "rule_leads_back",
}  # fmt: skip
"""Files whose fault no JSON Schema says: what keys and values have to do with each other, and the calendar."""


@pytest.mark.parametrize("path", CALLS, ids=lambda path: path.stem)
def test_editors_find_right_what_is_right(path: Path) -> None:
    assert complaints(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", RUBRICS, ids=lambda path: path.stem)
def test_editors_find_rubrics_right(path: Path) -> None:
    assert complaints(path.read_text(encoding="utf-8"), "rubric") == []


def test_editors_find_right_whatever_can_be_written() -> None:
    for seed in range(100):
        assert complaints(to_yaml(seeded(seed).scenario)) == [], f"seed {seed}"


@pytest.mark.parametrize("path", sorted((TESTS / "faulty" / "e2").glob("*.yaml")), ids=lambda path: path.stem)
def test_editors_complain_of_wrong_keys_and_values(path: Path) -> None:
    assert bool(complaints(path.read_text(encoding="utf-8"))) == (path.stem not in BEYOND)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_is_explained(kind: Kind, language: str) -> None:
    words.use(language)
    found = dict(keys(json_schema(kind, words._)))
    words.use("en")
    english = dict(keys(json_schema(kind, words._)))
    assert found.keys() == english.keys()
    assert all(len(description) > 5 for description in found.values())
    same = {key for key in found if found[key] == english[key]}
    assert not same or language == "en", same


@pytest.mark.parametrize("kind", KINDS)
def test_what_programmers_call_things_is_left_out(kind: Kind) -> None:
    text = json_schema_text(kind, str)
    assert "pydantic" not in text
    assert ID_PATTERN.replace("\\", "\\\\") not in text
    assert re.findall(r'"title": "\w+"', text) == []
    assert "null" not in re.sub(r'"type": "null"', "", text)


def test_a_condition_is_explained_wherever_one_stands() -> None:
    told = {key: text for key, text in keys(json_schema("scenario", str)) if "`cause == job_loss`" in text}
    assert set(told) == {"Line.when", "Route.when", "Choice.when", "Rule.when", "Objective.met"}


def test_words_are_suggested_and_no_more() -> None:
    parts = json_schema("scenario", str)["$defs"]
    assert parts["State"]["properties"]["phase"]["examples"] == list(labels.PHASES) == list(PHASES)
    assert parts["Line"]["properties"]["mood"]["examples"] == list(labels.MOODS) == list(MOODS)
    assert json_schema("scenario", str)["properties"]["role"]["examples"] == list(labels.ROLES) == list(ROLES)
    own = to_yaml(seeded(1).scenario).replace("phase: ", "phase: own-").replace("mood: ", "mood: own-")
    assert complaints(own) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("id: vérifié_2-b", "id: 2b"),
        ("facts: {met: [no, yes], other: [true, false]}", "facts: {met: [1, two]}"),
        ("variants:\n  first:\n  second: {}", "variants: {first: 1}"),
        ("law_as_of: 2026-09-01", "law_as_of: yesterday"),
        (
            "tests: {one: {play: a, score: 80}, two: {play: [a], score: {from: 1, to: 2}, passed: yes}}",
            "tests: {one: {}}",
        ),
        ("always: [{when: trust == 0, goto: end, once: true}]", "always: [{when: trust == 0}]"),
        ('caller: {name: "Mo"}', "caller: {name: 12}"),
    ],
)
def test_what_a_key_takes(right: str, wrong: str) -> None:
    key = right.partition(":")[0]
    kept = re.sub(rf"(?ms)^{key}:.*?(?=^\w|\Z)", "", to_yaml(seeded(1).scenario))
    assert complaints(f"{kept}{right}\n") == []
    assert len(complaints(f"{kept}{wrong}\n")) == 1


def keys(schema: dict[str, Any]) -> list[tuple[str, str]]:
    """Every key that a schema knows, with the model it belongs to, and its description."""
    owners = {"": schema, **schema["$defs"]}
    return [
        (f"{owner}.{key}", value["description"])
        for owner, part in owners.items()
        for key, value in part.get("properties", {}).items()
    ]
