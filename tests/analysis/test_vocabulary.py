"""The lists of words that bots count, and how a word is found."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.analysis.vocabulary import LANGUAGES, Phrases, apology, courtesy, hedges, words

LISTS = (apology, courtesy, hedges)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Désolée.", 1),
        ("DESOLEE", 1),
        ("de\u0301sole\u0301e", 1),
        ("s'il vous plaît", 1),
        ("S’il vous plait, s\u02bcil\u00a0vous plaît !", 2),
        ("Peut-être, peut être", 2),
        ("le cœur", 1),
        ("désolée désolée", 2),
        ("indésolée, désolées", 0),
        ("s'il vous", 0),
        ("", 0),
    ],
)
def test_a_word_is_found_however_it_is_written(text: str, count: int) -> None:
    assert Phrases(("désolée", "s’il vous plaît", "peut-être", "coeur")).count(text) == count


def test_a_word_counts_in_the_longest_phrase_it_is_in() -> None:
    phrases = Phrases(("possible", "si possible"))
    assert [phrases.count(text) for text in ("possible", "si possible", "possible, si possible")] == [1, 1, 2]


@given(st.text())
def test_any_text_can_be_counted(text: str) -> None:
    assert all(of(language).count(text) >= 0 for of in LISTS for language in LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("of", LISTS)
def test_every_entry_of_a_list_is_found_once_and_is_listed_once(of: Callable[[str], Phrases], language: str) -> None:
    phrases = of(language)
    assert all(phrases.count(phrase) == 1 for phrase in phrases.phrases)
    assert len({tuple(words(phrase)) for phrase in phrases.phrases}) == len(phrases.phrases)


@pytest.mark.parametrize(
    ("of", "english", "french"),
    [
        (apology, "I'm sorry, I understand how upsetting this must be.", "Je suis désolé, je comprends votre colère."),
        (courtesy, "Good morning, madam. Thank you.", "Bonjour madame, merci."),
        (hedges, "It should normally work, I think.", "Normalement, ça devrait marcher, je pense."),
    ],
)
def test_the_lists_know_what_people_say(of: Callable[[str], Phrases], english: str, french: str) -> None:
    assert of("en").count(english) >= 2
    assert of("fr").count(french) >= 2
