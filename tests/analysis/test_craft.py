"""Each warning about how a call is written: a small call that gets it, where it points, and what comes close to it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType
from typing import Any

import pytest

from scoring.rubric import Named
from simulator.model.scenario import BACK, Action, Choice, Fact, Line, Route, Rule, Scenario, State, Variant
from tests.analysis.making import (
    DONE,
    LABEL,
    PATIENCE,
    RUBRIC,
    call,
    choice,
    found,
    moves,
    only,
    scenario,
    sets,
    silence,
    state,
    when,
    words,
)

TECHNIQUES = replace(RUBRIC, techniques=(Named("recap", LABEL, LABEL), Named("open-question", LABEL, LABEL)))


def says(*texts: str) -> tuple[Line, ...]:
    """Lines of which the first is heard as long as nobody is hurt, the second at patience 2, and so on."""
    last = len(texts) - 1
    conditions = [when("patience", ">=", 3 - n) if n < last else None for n in range(len(texts))]
    return tuple(Line(text, condition) for text, condition in zip(texts, conditions, strict=True))


# W402: nothing is heard and the call does not go on


def hub(*asked: Choice) -> State:
    return state("hub", *asked, choice("on", "s0"))


def test_w402_a_choice_of_a_hub_that_brings_nothing() -> None:
    finding = only(found(call(hub(choice("ask", once=True, empathy=1))), "W402"))
    assert finding.place == ("states", "hub", "choices", "ask")
    assert "After the choice `ask` nothing is heard" in words(finding)


def test_w402_an_action_that_brings_nothing() -> None:
    waits = choice("wait", once=True, action=Action.WAIT)
    assert only(found(call(hub(waits)), "W402")).place[-1] == "wait"


def test_w402_a_choice_that_sometimes_brings_nothing() -> None:
    routes = (Route("s0", when("patience", ">", 3)), Route(None))
    asks = choice("ask", routes, once=True)
    calms = choice("calm", once=True, effect=moves(patience=1), reply=(Line("Well."),))
    assert only(found(call(hub(asks, calms), gauges=(PATIENCE,)), "W402")).place[-1] == "ask"


@pytest.mark.parametrize(
    "asked",
    [
        choice("ask", once=True, reply=(Line("On Monday."),)),
        choice("ask", "s1"),
        choice("ask", "hub", once=True),
        choice("ask", (Route("s1", when("patience", ">", 0)), Route(None)), once=True),
    ],
    ids=["a reply", "a way on", "the state anew", "a stay that never comes"],
)
def test_a_choice_that_is_answered_or_leads_on_is_no_finding(asked: Choice) -> None:
    assert found(call(hub(asked), gauges=(PATIENCE,)), "W402") == []


def test_a_choice_after_which_a_rule_fires_is_no_finding() -> None:
    insults = choice("insult", effect=moves(patience=-9), empathy=-1)
    rules = (Rule(when("patience", "==", 0), "done"),)
    assert found(call(hub(insults), gauges=(PATIENCE,), always=rules), "W402") == []


# W403: a line of more than 35 words


def long(count: int) -> str:
    return " ".join(["word"] * count) + "."


@pytest.mark.parametrize(
    ("hears", "place"),
    [
        ({"says": (Line(long(36)),)}, ("says", 0)),
        ({"says": (Line("Short.", when("patience", ">", 3)), Line(long(36)))}, ("says", 1)),
        ({"silence": silence(reply=(Line(long(36)),))}, ("silence", "reply", 0)),
    ],
)
def test_w403_a_line_of_many_words(hears: dict[str, Any], place: tuple[str | int, ...]) -> None:
    finding = only(found(call(state("a", choice("on", "s0"), **hears), gauges=(PATIENCE,)), "W403"))
    assert finding.place == ("states", "a", *place, "say")
    assert "This line has 36 words; more than 35" in words(finding)


def test_w403_a_reply_of_many_words_whoever_speaks() -> None:
    first = state("a", choice("on", "s0", reply=(Line(long(40), speaker="The husband"),)))
    assert only(found(call(first), "W403")).place == ("states", "a", "choices", "on", "reply", 0, "say")


def test_w403_counts_what_is_heard_and_not_what_is_written() -> None:
    first = state("a", choice("on", "s0"), says=(Line(long(34) + " {who}"),))
    named = {"caller": MappingProxyType({"who": "Ann Marie Hill"})}
    assert "37 words" in words(only(found(call(first, **named), "W403")))


def test_a_line_of_35_words_or_a_long_choice_or_scene_is_no_finding() -> None:
    first = state("a", replace(choice("on", "b"), text=long(50)), says=(Line(long(35)),))
    assert found(call(first, state("b", choice("on", "s0"), scene=long(50))), "W403") == []


# W404: reading ease

PERSON = "I see why you ring. The parcel is two days late, and I am sorry. "
OFFICE = "We acknowledge receipt of your complaint regarding the delivery and regret any inconvenience occasioned. "
PERSONNE = "Je vois pourquoi vous appelez. Le colis a deux jours de retard, et j'en suis navré. "
BUREAU = "Nous accusons réception de votre réclamation concernant l'acheminement et regrettons ces désagréments. "


def spoken(text: str, language: str = "en") -> Scenario:
    """A call in which that is said twelve times."""
    first = state("a", *(choice(f"c{n}", "b", reply=(Line(text),)) for n in range(6)), says=(Line(text * 6),))
    return call(first, state("b", choice("on", "s0"), says=(Line(""),)), language=language)


@pytest.mark.parametrize(("text", "language"), [(OFFICE, "en"), (BUREAU, "fr")])
def test_w404_a_call_that_is_written_like_a_letter(text: str, language: str) -> None:
    finding = only(found(spoken(text, language), "W404"))
    assert finding.place == ("states",)
    assert "hard to follow by ear: its reading ease (LIX) is" in words(finding)
    assert f"the hardest begins “{' '.join(text.split()[:6])}…”" in words(finding)


@pytest.mark.parametrize(
    ("text", "language"), [("Yes. No. Well. Hm. Ah. Oh. Fine. " * 3, "en"), ("Oui. Non. " * 9, "fr")]
)
def test_w404_a_call_of_single_words(text: str, language: str) -> None:
    assert "little more than single words" in words(only(found(spoken(text, language), "W404")))


@pytest.mark.parametrize(("text", "language"), [(PERSON, "en"), (PERSONNE, "fr")])
def test_a_call_that_is_written_as_people_speak_is_no_finding(text: str, language: str) -> None:
    assert found(spoken(text, language), "W404") == []


def test_of_a_few_words_no_reading_ease_is_told() -> None:
    assert found(call(state("a", choice("on", "s0"), says=(Line(OFFICE),))), "W404") == []


# W405: a forbidden phrase in a best answer


def answers(good: str, bad: str = "Hm.", language: str = "en") -> Scenario:
    """A call that begins with a good and a bad answer in those words."""
    best = replace(choice("best", "s0", empathy=2), text=good)
    return call(state("a", best, replace(choice("worse", "s0", empathy=-1), text=bad)), language=language)


@pytest.mark.parametrize(
    ("text", "language", "phrase"),
    [
        ("Please calm down, I will help.", "en", "calm down"),
        ("Calm  down.", "en", "calm down"),
        ("I’d love to, but it’s company policy.", "en", "company policy"),
        ("Oui, mais je regarde.", "fr", "oui, mais"),
        ("Je vous comprends, calmez-vous.", "fr", "calmez-vous"),
        ("Ce n’est pas mon service, je vous passe Léa.", "fr", "pas mon service"),
        ("Vous\u00a0auriez dû appeler, je m'en occupe.", "fr", "vous auriez dû"),
    ],
)
def test_w405_a_phrase_that_makes_callers_angrier(text: str, language: str, phrase: str) -> None:
    finding = only(found(answers(text, language=language), "W405"))
    assert finding.place == ("states", "a", "choices", "best")
    assert f"`best` is a best answer and says “{phrase}”" in words(finding)


@pytest.mark.parametrize(
    "text", ["It calms downtown traffic.", "Our policyholders ring at nine.", "Yes. But of course."]
)
def test_a_phrase_within_other_words_is_none(text: str) -> None:
    assert found(answers(text), "W405") == []


def test_a_phrase_in_a_bad_answer_is_what_it_is_there_for() -> None:
    assert found(answers("I see.", "Calm down."), "W405") == []


def test_a_phrase_in_the_other_language_is_none() -> None:
    assert found(answers("Calm down.", language="fr"), "W405") == []


def test_w405_an_answer_that_is_best_for_lack_of_a_better_one_somewhere() -> None:
    blames = replace(choice("blame", "s0", empathy=-1), text="You'll have to ask them.")
    hard = choice("worst", "s0", empathy=-2)
    kind = choice("kind", "s0", when=when("patience", ">=", 3), empathy=1)
    first = state("start", choice("rude", "a", effect=moves(patience=-1)), choice("on", "a"))
    calls = call(first, state("a", kind, blames, hard), gauges=(PATIENCE,))
    assert only(found(calls, "W405")).place == ("states", "a", "choices", "blame")


# W406: a caller who does not react


def deaf(count: int = 6, **more: Any) -> Scenario:
    """A call in which everything that is said leads to the same line."""
    names = [*(f"d{n}" for n in range(count)), "done"]
    states = [
        state(name, choice("good", after, empathy=2), choice("bad", after, empathy=-1, effect=moves(patience=-1)))
        for name, after in pairwise(names)
    ]
    return scenario(*states, **({"endings": (DONE,), "gauges": (PATIENCE,)} | more))


def test_w406_a_caller_who_says_the_same_whatever_is_done() -> None:
    finding = only(found(deaf(), "W406"))
    assert finding.place == ("states",)
    assert "The caller hardly reacts: 0% of the lines heard" in words(finding)


def with_states(calls: Scenario, *states: State) -> Scenario:
    return replace(calls, states=MappingProxyType({**calls.states, **{state.id: state for state in states}}))


def test_w406_counts_lines_by_how_often_blind_callers_hear_them() -> None:
    """Five openings, of which one depends on what was done: 20%."""
    reacts = state("d3", choice("good", "d4", empathy=2), choice("bad", "d4"), says=says("Fine.", "Hm."))
    assert "20% of the lines" in words(only(found(with_states(deaf(), reacts), "W406")))


def test_replies_that_differ_are_reactions() -> None:
    """Five openings that never differ, and four replies that do: 44%."""
    states = [
        state(
            f"d{n}", *(choice(c, f"d{n + 1}", empathy=p, reply=(Line(f"{c} {n}"),)) for c, p in (("a", 2), ("b", -1)))
        )
        for n in range(4)
    ]
    assert found(with_states(deaf(), *states), "W406") == []


def test_w406_replies_with_the_same_words_are_no_reactions() -> None:
    states = [
        state(f"d{n}", *(choice(c, f"d{n + 1}", empathy=p, reply=(Line("Hm."),)) for c, p in (("a", 2), ("b", -1))))
        for n in range(5)
    ]
    assert "0% of the lines" in words(only(found(with_states(deaf(), *states), "W406")))


def test_states_that_differ_are_reactions() -> None:
    """Each bad choice leads to a state of its own and from there back to the way."""
    states = [
        replaced
        for n in range(5)
        for replaced in (
            state(f"d{n}", choice("good", f"d{n + 1}", empathy=2), choice("bad", f"bad{n}", empathy=-1)),
            state(f"bad{n}", choice("on", f"d{n + 1}"), says=(Line(f"Hm, {n}."),)),
        )
    ]
    assert found(with_states(deaf(), *states), "W406") == []


def test_w406_lines_that_only_a_variant_changes_are_no_reactions() -> None:
    calls = deaf(facts=(Fact("cause", ("job", "illness")),))
    by_cause = (Line("Job.", when("cause", "==", "job")), Line("Ill."))
    calls = with_states(calls, *(replace(one, says=by_cause) for one in calls.states.values()))
    variants = (Variant("job"), Variant("illness", sets(cause="illness")))
    finding = only(found(replace(calls, variants=variants), "W406"))
    assert "In the variant `illness` 0% of the lines" in words(finding)


def test_a_rule_that_interrupts_and_leads_back_is_a_reaction() -> None:
    calm = state("calm", choice("back", BACK), says=(Line("How dare you!"),))
    rules = (Rule(when("patience", "<", 3), "calm"),)
    share = [found(deaf(count, always=()), "W406") for count in (2, 6)]
    assert all(share)
    assert found(with_states(deaf(2, always=rules), calm), "W406") == []


def test_where_no_line_is_heard_nothing_is_told() -> None:
    first = state("a", choice("good", "done", empathy=2), choice("bad", "done", empathy=-1), scene="A form.")
    assert found(scenario(first, endings=(DONE,)), "W406") == []


# W407: no technique named


def test_w407_a_call_that_names_no_technique() -> None:
    finding = only(found(call(state("a", choice("on", "s0"))), "W407", TECHNIQUES))
    assert finding.place == ("states",)
    assert "`recap` and `open-question`" in words(finding)


def test_a_call_that_names_one_is_no_finding() -> None:
    assert found(call(state("a", choice("on", "s0", technique=("recap",)))), "W407", TECHNIQUES) == []


def test_a_rubric_without_techniques_has_none_to_name() -> None:
    assert found(call(state("a", choice("on", "s0"))), "W407") == []
