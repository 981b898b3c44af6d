"""The one call to take next: for the weakest skill, of the right level, in the right language, when it is due."""

from __future__ import annotations

import random
from datetime import date, timedelta

from simulator.practice import Advice, History, Offer, Skill, Trend, advise, fitting_level, shortlist
from simulator.practice.advice import WEIGHED
from simulator.words import say

TODAY = date(2026, 3, 20)
SKILLS = (
    Skill("empathy", 41.0, 25.0, 57.0, Trend.STEADY, (40.0, 42.0)),
    Skill("clarity", 70.0, 60.0, 80.0, Trend.STEADY, (70.0,)),
)
LABELS = {"empathy": "Empathy", "clarity": "Clarity"}


def offer(name: str, level: int = 1, language: str = "en", minutes: int = 5, **shares: float) -> Offer:
    """A call that could be taken."""
    return Offer(name, level, language, minutes, shares or {"empathy": 0.2, "clarity": 0.2})


def history(due: dict[str, int] | None = None, passed: tuple[str, ...] = (), last: str = "") -> History:
    """What was done; `due` says in how many days each call comes back."""
    days = {name: TODAY + timedelta(days=ahead) for name, ahead in (due or {}).items()}
    return History("en", TODAY, days, frozenset(passed), last)


def advised(offers: list[Offer], done: History, skills: tuple[Skill, ...] = SKILLS) -> Advice:
    """The advice, which there is."""
    found = advise(offers, skills, done, fitting_level(offers, done), LABELS)
    assert found is not None
    return found


def test_the_weakest_skill_is_practised_with_the_call_that_tests_it_most() -> None:
    offers = [offer("old"), offer("much", empathy=0.4), offer("other", clarity=0.6), offer("some", empathy=0.3)]
    found = advised(offers, history({"old": 9}))
    assert (found.scenario, found.criterion) == ("much", "empathy")
    assert say(found.reason) == "“Empathy” is your lowest skill so far, and this call tests it most."


def test_a_beginner_gets_a_short_easy_call_in_their_language() -> None:
    offers = [offer("hard", 3, minutes=2), offer("long", minutes=9), offer("easy"), offer("facile", language="fr")]
    found = advised(offers, history(), ())
    assert found.scenario == "easy"
    assert say(found.reason).startswith("A good call to begin with")


def test_where_nothing_is_in_the_language_any_other_will_do() -> None:
    assert advised([offer("facile", language="fr")], history(), ()).scenario == "facile"
    assert advise([], SKILLS, history(), 1, LABELS) is None


def test_the_call_just_played_is_not_the_next_one() -> None:
    offers = [offer("much", empathy=0.4), offer("some", empathy=0.3)]
    assert advised(offers, history({"much": 0, "some": 0}, last="much")).scenario == "some"
    assert advised(offers[:1], history({"much": 0}, last="much")).scenario == "much"


def test_the_level_rises_with_what_was_passed() -> None:
    offers = [offer(f"easy-{n}", 1) for n in range(3)] + [offer(f"tense-{n}", 2) for n in range(3)]
    offers.append(offer("crisis", 3))
    done = [f"easy-{n}" for n in range(3)] + [f"tense-{n}" for n in range(3)]
    levels = [fitting_level(offers, history(passed=tuple(done[:count]))) for count in range(6)]
    assert levels == [1, 1, 2, 2, 2, 3]
    assert advised(offers, history({"easy-0": 5, "easy-1": 5}, ("easy-0", "easy-1"))).scenario.startswith("tense")


def test_what_is_due_again_comes_before_what_is_new() -> None:
    found = advised([offer("known"), offer("new")], history({"known": 0}, ("known",)))
    assert found.scenario == "known"
    assert "It is time for this call again" in say(found.reason)


def test_what_is_not_due_waits() -> None:
    assert advised([offer("known", empathy=0.9), offer("new")], history({"known": 3})).scenario == "new"


def test_where_nothing_is_due_the_next_one_comes_early() -> None:
    found = advised([offer("later"), offer("sooner")], history({"later": 9, "sooner": 3}))
    assert found.scenario == "sooner"
    assert "Nothing is due yet" in say(found.reason)


def test_a_skill_that_no_call_tests_gives_way_to_the_next() -> None:
    found = advised([offer("clear", clarity=0.5)], history({"other": 3}))
    assert (found.scenario, found.criterion) == ("clear", "clarity")
    assert "one of your lowest" in say(found.reason)


def test_without_any_figure_the_reason_says_no_more_than_is_known() -> None:
    offers = [Offer("known", 1, "en", 5), Offer("new", 1, "en", 5)]
    assert "not played it yet" in say(advised(offers, history({"known": 3})).reason)
    assert "did not pass" in say(advised(offers[:1], history({"known": 0})).reason)
    assert "lasts" in say(advised(offers[:1], history({"known": 0}, ("known",))).reason)


def test_the_order_of_the_library_means_nothing() -> None:
    dice = random.Random(2)
    offers = [offer(f"call-{n}", 1 + n % 3, minutes=3 + n % 4, empathy=n % 5 / 10) for n in range(60)]
    done = history({f"call-{n}": n % 7 - 3 for n in range(0, 60, 3)}, tuple(f"call-{n}" for n in range(0, 60, 6)))
    for mixed in (dice.sample(offers, len(offers)) for _ in range(5)):
        assert advised(mixed, done) == advised(offers, done)
        assert shortlist(mixed, done, 2) == shortlist(offers, done, 2)


def test_few_calls_are_weighed_those_that_suit_first() -> None:
    offers = [offer(f"call-{n}", 1 + n % 3) for n in range(90)]
    found = shortlist(offers, history({"call-0": 5, "call-3": 0}), 1)
    assert len(found) == WEIGHED
    assert found[0].scenario == "call-3"
    assert {one.level for one in found} == {1}
    assert "call-0" not in {one.scenario for one in found}
