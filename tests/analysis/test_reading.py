"""Words, sentences and LIX, on texts that can be counted by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.analysis.reading import lix, sentences, words


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("I don't know.", "en", 3),
        ("I don’t know.", "en", 3),
        ("It's a follow-up – no more!", "en", 5),
        ("Je ne sais pas.", "fr", 4),
        ("Qu'est-ce que l'échéance ?", "fr", 5),
        ("C'est le rendez-vous de 14 h 30 !", "fr", 8),
        ("Oui… « non » ?", "fr", 2),
        ("", "en", 0),
        ("… ?", "fr", 0),
        ("naïve cœur Österreich", "en", 3),
    ],
)
def test_words_are_counted_as_people_count_them(text: str, language: str, count: int) -> None:
    assert len(words(text, language)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three? Four", 4),
        ("It costs £19.99 a month.", 1),
        ("Well… no.", 2),
        ("Really?! Yes.", 2),
        ("Deux points : le retard, et les frais.", 2),
        ("Quatorze heures, le 3.5.2026", 1),
        ("A line\nand another", 2),
        ("", 0),
        ("?", 0),
        ("« Calmez-vous. » Voilà.", 2),
    ],
)
def test_sentences_end_with_their_stop_and_with_the_text(text: str, count: int) -> None:
    assert sentences(text) == count


def test_lix_is_the_length_of_sentences_and_the_share_of_long_words() -> None:
    text = "The delivery is late. I ring the depot."
    assert lix([text], "en") == pytest.approx(8 / 2 + 100 * 1 / 8)
    assert lix(["The delivery is late.", "I ring the depot."], "en") == lix([text], "en")


def test_the_elided_word_does_not_make_the_next_one_long() -> None:
    assert lix(["l'argent"], "fr") == 2
    assert lix(["d'accord"], "fr") == 2


def test_letters_alone_make_a_word_long() -> None:
    assert lix(["A re-open is it"], "en") == 4
    assert lix(["A reopened is it"], "en") == 4 + 25


@given(st.lists(st.text(max_size=60), max_size=5), st.sampled_from(["en", "fr"]))
def test_any_text_has_a_reading_ease(texts: list[str], language: str) -> None:
    assert 0 <= lix(texts, language) <= 100 + sum(len(words(text, language)) for text in texts)


@given(st.lists(st.sampled_from(["Yes.", "I see the delivery.", "Fine", "No, thank you!"]), min_size=1, max_size=9))
def test_the_order_of_texts_does_not_matter(texts: list[str]) -> None:
    assert lix(texts, "en") == lix(sorted(texts), "en")


def test_an_office_is_harder_to_follow_than_a_person() -> None:
    office = "We acknowledge receipt of your complaint regarding the delivery and regret the inconvenience caused."
    person = "I see why you ring. The parcel is two days late, and I am sorry."
    assert lix([office], "en") > 50 > 20 > lix([person], "en")
