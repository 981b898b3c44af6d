"""W301 to W303: calls that can be gamed by what an answer looks like, and calls in which it hardly matters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

import pytest

from simulator.analysis import Finding
from simulator.model.scenario import Choice, State, Variant
from tests.analysis.making import DONE, choice, found, moves, only, rubric, scenario, state, words

ENDS: Final = (DONE,)


def said(text: str, one: Choice) -> Choice:
    """The choice in those words."""
    return replace(one, text=text)


def rows(*texts: Sequence[str]) -> tuple[State, ...]:
    """States in a row: the first of each one's texts is best, the second middling, the third bad."""
    names = [*(f"s{number}" for number in range(len(texts))), "done"]
    points = (2, 0, -2)
    return tuple(
        state(
            here,
            *(said(text, choice(f"c{place}", after, empathy=points[place])) for place, text in enumerate(own)),
        )
        for (here, after), own in zip(pairwise(names), texts, strict=True)
    )


LONG: Final = ("A long answer that is best.", "It is short.", "So is this.")
SHORT: Final = ("Short and best.", "A middling one, longer.", "Far off, and said at some length.")
EVEN: Final = ("Same.", "Same!", "Same…")


# W301


def test_w301_the_best_answer_is_too_often_the_longest() -> None:
    finding = only(found(scenario(*rows(*[LONG] * 4, *[SHORT] * 4), endings=ENDS), "W301"))
    assert finding.place == ("title",)
    assert "the best one in 50% of decisions; by chance it would be in 33%" in words(finding)
    assert "`s0`, `s1` and `s2`" in words(finding)


def test_w301_two_in_five_may_be() -> None:
    assert not found(scenario(*rows(*[LONG] * 4, *[SHORT] * 6), endings=ENDS), "W301")
    assert found(scenario(*rows(*[LONG] * 5, *[SHORT] * 6), endings=ENDS), "W301")


def test_w301_few_states_say_too_little() -> None:
    assert not found(scenario(*rows(*[LONG] * 7), endings=ENDS), "W301")


def test_w301_answers_of_the_same_length_are_as_likely_as_any() -> None:
    assert not found(scenario(*rows(*[EVEN] * 8), endings=ENDS), "W301")


def test_w301_of_two_choices_one_is_the_longer() -> None:
    """Chance gives one in two; 55 % are allowed."""
    assert not found(scenario(*rows(*[LONG[:2]] * 5, *[SHORT[:2]] * 5), endings=ENDS), "W301")
    assert found(scenario(*rows(*[LONG[:2]] * 6, *[SHORT[:2]] * 4), endings=ENDS), "W301")


def test_w301_the_worst_variant_is_named() -> None:
    calm, tense = Variant("calm"), Variant("tense", moves())
    finding = only(found(scenario(*rows(*[LONG] * 8), endings=ENDS, variants=(calm, tense)), "W301"))
    assert "The figures are those of `calm`" in words(finding)


# W302


def test_w302_a_bot_scores_too_much() -> None:
    call = scenario(*rows(*[LONG] * 4, *[SHORT] * 2, *[EVEN] * 2), endings=ENDS)
    finding = only(found(call, "W302"))
    assert finding.place == ("title", "longest")
    assert "always takes the longest answer scores 25 and passes 0% of calls" in words(finding)
    assert "as long as the best one" in words(finding)
    assert "come from `s0` (12.5), `s1` (12.5) and `s2` (12.5)" in words(finding)


def test_w302_only_where_a_bot_gains_is_named() -> None:
    finding = only(found(scenario(*rows(LONG, LONG, LONG, *[EVEN] * 5), endings=ENDS), "W302"))
    assert "come from `s0` (12.5), `s1` (12.5) and `s2` (12.5)." in words(finding)
    two = only(found(scenario(*rows(LONG, LONG, *[EVEN] * 5), endings=ENDS), "W302"))
    assert "come from `s0` (14.3) and `s1` (14.3)." in words(two)


def test_w302_blind_clicking_passes_too_often() -> None:
    """Of six decisions between two answers five have to be right: seven calls in 64."""
    finding = only(found(scenario(*rows(*[EVEN[:2]] * 6), endings=ENDS), "W302", rubric(pass_mark=60)))
    assert finding.place == ("title", "blind")
    assert "Blind clicking passes 10.9% of calls" in words(finding)
    assert "Make the call longer" in words(finding)


def test_w302_and_w303_say_nothing_of_calls_in_which_luck_decides() -> None:
    assert not found(scenario(*rows(*[LONG] * 5), endings=ENDS), "W302")
    assert found(scenario(*rows(*[LONG] * 6), endings=ENDS), "W302")
    assert not second(2, -1, -1, count=5)


def test_w302_a_bot_that_passes_too_often() -> None:
    """It scores little on average, and passes one call in nine."""
    texts = {"good": "Now?", "bad": "Why?", "worse": "So?", "none": "No.", "nor": "Never."}
    points = {"good": (2, 2), "bad": (-2, -2), "worse": (-2, -2), "none": (1, 0), "nor": (1, 0)}
    risky = [
        state(here, *(said(texts[n], choice(n, after, empathy=points[n][0], clarity=points[n][1])) for n in texts))
        for here, after in (("a", "b"), ("b", "f0"))
    ]
    names = [*(f"f{number}" for number in range(4)), "done"]
    idle = [state(here, choice("on", after)) for here, after in pairwise(names)]
    call = scenario(*risky, *idle, endings=ENDS)
    finding = only([one for one in found(call, "W302") if one.place[-1] == "questions"])
    assert "passes 11.1% of calls" in words(finding)


@pytest.mark.parametrize(
    ("bot", "best"),
    [
        ("questions", "Which one is it?"),
        ("digits", "It costs 24.90 a month"),
        ("apologies", "I understand, I am sorry"),
        ("courtesy", "Thank you, madam, please"),
        ("hedges", "Perhaps it normally works"),
    ],
)
def test_w302_each_bot_has_a_finding_of_its_own(bot: str, best: str) -> None:
    dull = ("Well, that is the way of it.", "Yes.")
    places = [finding.place for finding in found(scenario(*rows(*[(best, *dull)] * 6), endings=ENDS), "W302")]
    assert ("title", bot) in places
    assert len(places) == len(set(places)) == 1


def test_w302_a_call_without_a_pattern_is_no_finding() -> None:
    assert not found(scenario(*rows(*[LONG] * 2, *[SHORT] * 2, *[EVEN] * 4), endings=ENDS), "W302")


# W303


def second(*points: int, count: int = 6) -> list[Finding]:
    """What is said of always taking the second-best of choices with those points."""
    names = [*(f"s{number}" for number in range(count)), "done"]
    rungs = [
        state(here, *(choice(f"c{place}", after, empathy=given) for place, given in enumerate(points)))
        for here, after in pairwise(names)
    ]
    return found(scenario(*rungs, endings=ENDS), "W303")


@pytest.mark.parametrize(("points", "score"), [((2, -1, -1), "-50"), ((2, 0, 0, 0), "-33.3")])
def test_w303_second_best_is_worth_nothing(points: tuple[int, ...], score: str) -> None:
    finding = only(second(*points))
    assert finding.place == ("title",)
    assert f"second-best choice scores {score}; it should be between 20 and 60" in words(finding)
    assert "Only the best answer is worth anything" in words(finding)


def test_w303_where_it_loses_most_is_named_with_its_points() -> None:
    names = ["s0", "s1", "s2", "s3", "s4", "s5", "done"]
    best = {"s2": 2}
    rungs = [
        state(here, choice("a", after, empathy=best.get(here, 1)), *(choice(one, after, empathy=-1) for one in "bc"))
        for here, after in pairwise(names)
    ]
    told = words(only(found(scenario(*rungs, endings=ENDS), "W303")))
    assert "It loses most in `s2` (34.6), " in told


def test_w303_second_best_is_nearly_as_good() -> None:
    assert "It hardly matters what is chosen" in words(only(second(2, 1, -2, -2, -2)))


def test_w303_between_the_two_it_is_no_finding() -> None:
    assert not second(2, 1, -1)
    assert not second(2, 1, 0, -1)


def test_balance_is_looked_at_where_the_machine_is_sound() -> None:
    never = replace(DONE, id="never")
    assert found(scenario(*rows(*[LONG] * 8), endings=ENDS), "W301")
    assert not found(scenario(*rows(*[LONG] * 8), endings=(DONE, never)), "W301")
