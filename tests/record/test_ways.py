"""The ways in which a session can have all words of a search let through what the words themselves let through."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from simulator.record.searching import Way, Word, ways_to_have

NAMES = ("zoe aubert", "zoe martin", "anne aubert", "li wei", "martine zoeller")
TITLES = ("prelevement rejete", "la zoe rouge", "aubert et fils", "the second call")
LETTERS = st.sampled_from(("zoe", "aubert", "martin", "rejete", "e", "call", "nobody", "li", "fils", "la"))


def word_of(letters: str) -> Word:
    return Word(
        letters,
        tuple(name for name in NAMES if letters in name),
        tuple(title for title in TITLES if letters in title),
    )


def lets(way: Way, name: str, title: str) -> bool:
    return (way.trainees is None or name in way.trainees) and (way.titles is None or title in way.titles)


@given(st.lists(LETTERS, min_size=1, max_size=4, unique=True))
def test_all_words_are_in_the_name_or_the_title(letters: list[str]) -> None:
    ways = ways_to_have([word_of(one) for one in letters])
    assert ways is not None
    for name, title in product(NAMES, TITLES):
        wanted = all(one in name or one in title for one in letters)
        assert any(lets(way, name, title) for way in ways) == wanted, (letters, name, title)


def test_words_in_too_many_are_left_out() -> None:
    common = Word("a", None, None)
    assert ways_to_have([common]) is None
    assert ways_to_have([common, word_of("li")]) == ways_to_have([word_of("li")])


def test_where_there_would_be_too_much_to_name_nothing_is() -> None:
    many = tuple(f"trainee {number}" for number in range(2_000))
    words = [Word(letter, many, (f"{letter} and more", "all of them")) for letter in "xyz"]
    assert ways_to_have(words) is None
