"""W410: a phase or a mood that was meant to be a suggested word, and own words that were not."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.language import compile_scenario
from simulator.library import find_rubric
from simulator.model.source import SourceText
from simulator.model.suggested import MOODS, PHASES
from simulator.words import say
from tests.memory import CACHE

CALL = Path(__file__).parents[1] / "explained" / "E315.yaml"
TEXT = CALL.read_text(encoding="utf-8")


def told(before: str, after: str) -> list[tuple[str, str, str]]:
    """Code, written word and meant word of what is said once `before` is `after`."""
    assert before in TEXT
    source = SourceText("call.yaml", TEXT.replace(before, after, 1))
    found = compile_scenario(source, find_rubric(CALL, CACHE)).diagnostics
    words = [source.line(d.span.line)[d.span.column - 1 : d.span.end_column - 1] for d in found if d.span]
    return [(d.code, word, say(d.help or d.headline)) for d, word in zip(found, words, strict=True)]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("greting", "greeting"),
        ("Greeting", "greeting"),
        ("identifcation", "identification"),
        ("aggreement", "agreement"),
        ("objections", "objection"),
        ("wrap up", "wrap-up"),
        ("wrapup", "wrap-up"),
    ],
)
def test_a_misspelt_phase_is_hinted_at(word: str, meant: str) -> None:
    assert told("phase: greeting", f"phase: {word}") == [("W410", word, f"Did you mean `{meant}`?")]


@pytest.mark.parametrize("place", ["relieved, say", "calm\n        say", "impatient\n        say"])
@pytest.mark.parametrize(("word", "meant"), [("calme", "calm"), ("releived", "relieved"), ("IMPATIENT", "impatient")])
def test_a_misspelt_mood_is_hinted_at_wherever_it_stands(place: str, word: str, meant: str) -> None:
    before = f"mood: {place}"
    assert told(before, before.replace(place.split("\n")[0].split(",")[0], word)) == [
        ("W410", word, f"Did you mean `{meant}`?")
    ]


def test_the_mood_of_a_state_is_looked_at_as_well() -> None:
    assert told("phase: recap", "phase: recap\n    mood: worred")[0][:2] == ("W410", "worred")


@pytest.mark.parametrize("word", [*PHASES, "accueil", "découverte", "close", "opening", "proposition", "negotiation"])
def test_a_suggested_phase_and_an_own_one_are_left_alone(word: str) -> None:
    assert told("phase: greeting", f"phase: {word}") == []


@pytest.mark.parametrize("word", [*MOODS, "patient", "worry", "triste", "pleasant", "hungry", "cold", "mad"])
def test_a_suggested_mood_and_an_own_one_are_left_alone(word: str) -> None:
    assert told("mood: impatient", f"mood: {word}") == []
