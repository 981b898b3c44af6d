"""Each finding on a call as a machine: a small call that has it, where it points, and that a sound call has none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.model.scenario import BACK, SILENCE, Choice, Fact, Line, Route, Rule, Variant
from tests.analysis.making import (
    DONE,
    LOST,
    PATIENCE,
    REST,
    call,
    choice,
    codes,
    found,
    ladder,
    moves,
    only,
    scenario,
    sets,
    silence,
    state,
    when,
    words,
)


def test_a_sound_call_has_no_findings() -> None:
    first = state(
        "hub",
        choice("ask", once=True, empathy=1, reply=(Line("Tired.", when("patience", "<", 3)), Line("Fine."))),
        choice("push", once=True, effect=moves(patience=-1), empathy=-1),
        choice("on", (Route("s0", when("patience", ">", 2)), Route("s1")), clarity=1),
        silence=silence(effect=moves(patience=-1)),
    )
    assert codes(call(first, gauges=(PATIENCE,))) == set()


# E401, E402, E403, E407: what no call comes by


def test_e401_a_state_nothing_leads_to() -> None:
    finding = only(found(call(state("a", choice("on", "s0")), state("island", choice("on", "s0"))), "E401"))
    assert finding.place == ("states", "island")
    assert "Nothing leads there" in words(finding)


def test_e401_a_state_that_is_named_but_never_followed() -> None:
    routes = (Route("island", when("patience", ">", 8)), Route("s0"))
    unsound = call(state("a", choice("on", routes)), state("island", choice("on", "s0")), gauges=(PATIENCE,))
    assert "never followed: `a/on`" in words(only(found(unsound, "E401")))


def test_e401_a_state_of_one_variant_alone_is_reached() -> None:
    routes = (Route("island", when("patience", ">", 8)), Route("s0"))
    sound = call(
        state("a", choice("on", routes)),
        state("island", choice("on", "s0")),
        gauges=(PATIENCE,),
        variants=(Variant("calm", moves(patience=6)), Variant("tense")),
    )
    assert codes(sound) == set()


def test_e402_a_choice_never_on_offer() -> None:
    hidden = choice("hidden", "s0", when=when("cause", "==", "illness"))
    facts = (Fact("cause", ("unknown", "job", "illness")),)
    first = state("a", choice("on", "s0", effect=sets(cause="job")), hidden)
    finding = only(found(call(first, facts=facts), "E402"))
    assert finding.place == ("states", "a", "choices", "hidden", "when")
    assert "`cause` is unknown" in words(finding)


def test_e402_says_what_gauges_can_be() -> None:
    hidden = choice("hidden", "s0", when=when("patience", ">", 5))
    lowers = tuple(choice(f"lower{n}", once=True, effect=moves(patience=-1)) for n in range(3))
    first = state("a", *lowers, choice("on", "s0"), hidden)
    assert "`patience` is between 0 and 3" in words(only(found(call(first, gauges=(PATIENCE,)), "E402")))


def test_a_choice_of_a_state_never_reached_is_no_finding_of_its_own() -> None:
    island = state("island", choice("on", "s0"), choice("never", "s0", when=when("patience", ">", 9)))
    assert codes(call(state("a", choice("on", "s0")), island, gauges=(PATIENCE,))) == {"E401"}


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ((Line("Never", when("patience", ">", 8)), Line("Always")), 0),
        ((Line("Always", when("patience", "<", 9)), Line("Shadowed", when("patience", "<", 4)), Line("Never")), 1),
        ((Line("Always", when("patience", "<", 9)), Line("Never")), 1),
    ],
)
def test_e403_a_line_never_spoken(lines: tuple[Line, ...], place: int) -> None:
    opening = found(call(state("a", choice("on", "s0"), says=lines), gauges=(PATIENCE,)), "E403")
    assert ("states", "a", "says", place) in [finding.place for finding in opening]
    reply = found(call(state("a", choice("on", "s0", reply=lines)), gauges=(PATIENCE,)), "E403")
    assert ("states", "a", "choices", "on", "reply", place) in [finding.place for finding in reply]
    quiet = state("a", choice("on", "s0"), silence=silence(reply=lines))
    assert ("states", "a", "silence", "reply", place) in [
        finding.place for finding in found(call(quiet, gauges=(PATIENCE,)), "E403")
    ]


def test_e407_an_ending_nothing_leads_to() -> None:
    finding = only(found(call(state("a", choice("on", "s0")), endings=(DONE, LOST)), "E407"))
    assert finding.place == ("endings", "lost")


def test_e407_an_ending_behind_a_rule_that_never_fires() -> None:
    rules = (Rule(when("patience", "==", 0), "lost"),)
    unsound = call(state("a", choice("on", "s0")), endings=(DONE, LOST), gauges=(PATIENCE,), always=rules)
    assert "`always/1`" in words(only(found(unsound, "E407")))


def test_an_ending_behind_an_unreached_state_is_no_finding_of_its_own() -> None:
    island = state("island", choice("on", "lost"))
    assert codes(call(state("a", choice("on", "s0")), island, endings=(DONE, LOST))) == {"E401"}


# E404, E405, E406, E412, E413, E414: a machine that does not run


def test_e404_no_item_of_a_goto_holds() -> None:
    routes = (Route("s0", when("patience", ">", 2)),)
    unsound = call(
        state("a", choice("lower", "b", effect=moves(patience=-1)), choice("on", "b")),
        state("b", choice("on", routes)),
        gauges=(PATIENCE,),
    )
    finding = only(found(unsound, "E404"))
    assert finding.place == ("states", "b", "choices", "on", "goto")
    assert "To see it: lower, on." in words(finding)


def test_e404_no_line_of_a_list_holds() -> None:
    lines = (Line("Tense", when("patience", "<", 3)),)
    opening = call(state("a", choice("on", "s0"), says=lines), gauges=(PATIENCE,))
    finding = only(found(opening, "E404"))
    assert finding.place == ("states", "a", "says")
    assert "at the start of the call" in words(finding)
    reply = call(state("a", choice("on", "s0", reply=lines)), gauges=(PATIENCE,))
    assert only(found(reply, "E404")).place == ("states", "a", "choices", "on", "reply")


def test_e405_a_state_without_a_choice_left() -> None:
    first = state(
        "hub", choice("ask", once=True), choice("more", once=True), choice("on", "s0", when=when("patience", ">", 5))
    )
    unsound = call(replace(first), gauges=(PATIENCE,), variants=(Variant("calm", moves(patience=5)), Variant("tense")))
    finding = only(found(unsound, "E405"))
    assert finding.place == ("states", "hub", "choices")
    assert "in the variant `tense`: ask, more." in words(finding)


def test_e406_an_endless_loop_with_the_once_that_cures_it() -> None:
    unsound = call(state("hub", choice("ask", empathy=1), choice("on", "s0")))
    finding = only(found(unsound, "E406"))
    assert finding.place == ("states", "hub", "choices", "ask")
    assert "`hub/ask`" in words(finding)
    assert "Add `once: yes` to the choice `ask`" in words(finding)
    assert codes(unsound) == {"E406"}, "nothing is said of values that do not exist"


def test_e406_a_loop_without_a_cure_by_once() -> None:
    unsound = call(state("a", choice("on", "b")), state("b", choice("on", "a")))
    assert "a gauge that runs out" in words(only(found(unsound, "E406")))


def test_e406_a_loop_of_silences() -> None:
    unsound = call(
        state("a", choice("on", "s0"), silence=silence("b")), state("b", choice("on", "s0"), silence=silence("a"))
    )
    assert only(found(unsound, "E406")).place == ("states", "a", SILENCE)


def test_what_was_not_looked_at_is_not_called_unreachable() -> None:
    asks = tuple(choice(f"ask{n}", once=True) for n in range(5))
    assert codes(call(state("hub", *asks, choice("on", "s0"))), limit=10) == {"E412"}


def test_e413_a_rule_that_holds_at_the_start() -> None:
    rules = (Rule(when("patience", ">", 8), "lost"), Rule(when("patience", "==", 3), "lost"))
    first = state("a", choice("on", "s0"), choice("raise", "b", effect=moves(patience=9)))
    unsound = call(first, state("b", choice("on", "s0")), endings=(DONE, LOST), gauges=(PATIENCE,), always=rules)
    finding = only(found(unsound, "E413"))
    assert finding.place == ("always", 1, "when")
    assert "`patience`" in words(finding)


def test_e413_names_the_variant() -> None:
    rules = (Rule(when("patience", "==", 0), "lost"),)
    variants = (Variant("calm"), Variant("tense", moves(patience=-3)))
    unsound = call(
        state("a", choice("on", "s0")), endings=(DONE, LOST), gauges=(PATIENCE,), always=rules, variants=variants
    )
    assert "the variant `tense`" in words(only(found(unsound, "E413")))


def test_e414_a_back_with_nothing_to_go_back_to() -> None:
    routes = (Route("s0", when("patience", ">", 2)), Route(BACK))
    rules = (Rule(when("patience", "==", 2), "calm-down"),)
    unsound = call(
        state("a", choice("rude", "s0", effect=moves(patience=-1)), choice("on", "calm-down")),
        state("calm-down", choice("sorry", routes, effect=moves(patience=-2))),
        gauges=(PATIENCE,),
        always=rules,
    )
    finding = only(found(unsound, "E414"))
    assert finding.place == ("states", "calm-down", "choices", "sorry", "goto", 1, "goto")
    assert "To see it: on, sorry." in words(finding)


def test_e414_a_plain_back_and_a_silent_one() -> None:
    quiet = state("a", choice("on", BACK), choice("off", "s0"), silence=silence(BACK))
    places = [finding.place for finding in found(call(quiet), "E414")]
    assert places == [("states", "a", "choices", "on", "goto"), ("states", "a", SILENCE, "goto")]


# E409, E410, E411, E415, E416: a call whose points say the wrong thing


def test_e409_a_silence_better_than_the_best_choice() -> None:
    first = state("a", choice("on", "s1"), silence=silence("s0"))
    finding = only(found(call(first), "E409"))
    assert finding.place == ("states", "a", SILENCE)
    assert "To see it: silence." in words(finding)
    assert codes(call(state("a", choice("on", "s1"), choice("best", "s0"), silence=silence("s0")))) == set()


def test_e409_says_where_silence_gains_most() -> None:
    """After `skip` four of the six rungs are left, and a silence brings back two of +2."""
    routes = (Route("s2", when("way", "==", "short")), Route("s0"))
    unsound = call(
        state("a", choice("on", "b"), choice("skip", "b", effect=sets(way="short"), empathy=2)),
        state("b", choice("on", routes), silence=silence("s0")),
        facts=(Fact("way", ("long", "short")),),
    )
    finding = only(found(unsound, "E409"))
    assert "To see it: skip, silence." in words(finding)
    best, blind = 6 * 2, (6 * 0.5 + (2 + 4 * 0.5)) / 2
    assert finding.headline.values["points"] == pytest.approx(100 * 4 / (best - blind))


def test_e410_a_critical_error_among_the_best() -> None:
    threat = choice("threat", "s0", empathy=1, critical=("false-threat",))
    finding = only(found(call(state("a", threat, choice("on", "s0", empathy=1))), "E410"))
    assert finding.place == ("states", "a", "choices", "threat")
    assert "false-threat" in words(finding)
    assert codes(call(state("a", threat, choice("on", "s0", empathy=2)))) == set()


def test_e411_the_ideal_call_goes_through_a_fault() -> None:
    unsound = call(
        state("a", choice("insult", "repair", empathy=-1), choice("on", "s0", empathy=1)),
        state("repair", choice("sorry", "s0", empathy=2, clarity=2), choice("no", "s0")),
    )
    finding = only(found(unsound, "E411"))
    assert finding.place == ("states", "a", "choices", "insult")
    assert "empathy -1" in words(finding)
    assert "earns more than it took" in words(finding)


def test_e411_a_fault_that_costs_nothing_counts_too() -> None:
    unsound = call(
        state("a", choice("on", "s0", empathy=1), choice("insult", "repair", empathy=-1)),
        state("repair", choice("sorry", "s0", empathy=2), choice("no", "s0")),
    )
    assert "It costs nothing beside" in words(only(found(unsound, "E411")))


def test_e411_no_choice_without_negative_points() -> None:
    unsound = call(state("a", choice("one", "s0", empathy=-1), choice("two", "s0", empathy=-2)))
    finding = only(found(unsound, "E411"))
    assert finding.place == ("states", "a", "choices", "one")
    assert "Every choice there has negative points" in words(finding)


def test_e411_a_fault_in_the_item_of_a_goto_counts_and_one_in_an_ending_does_not() -> None:
    routes = (Route("s0", score=(("empathy", -1),)),)
    assert only(found(call(state("a", choice("on", routes))), "E411")).place == ("states", "a", "choices", "on")
    assert codes(call(state("a", choice("on", "s0")), endings=(replace(DONE, score=(("empathy", -1),)),))) == set()


def test_e411_a_fault_after_a_fault_is_not_on_the_ideal_call() -> None:
    sound = call(
        state("a", choice("insult", "worse", empathy=-2), choice("on", "s0", empathy=1)),
        state("worse", choice("one", "s0", empathy=-1), choice("two", "s0", empathy=-2)),
    )
    assert codes(sound) == set()


def hang_up(**points: int) -> Choice:
    return choice("hang-up", "lost", **points)


def test_e415_hanging_up_pays() -> None:
    first = state("a", choice("on", "b", empathy=-2), hang_up())
    unsound = scenario(
        state("begin", choice("good", "s0", empathy=2), choice("bad", "a", empathy=-1)),
        first,
        state("b", choice("stop", "done")),
        *REST,
    )
    finding = only(found(unsound, "E415"))
    assert finding.place == ("states", "a", "choices", "hang-up")
    assert "To see it: bad, hang-up." in words(finding)


def test_e415_a_failure_that_can_no_longer_be_avoided_is_none() -> None:
    sound = scenario(
        state("begin", choice("good", "s0", empathy=2), choice("bad", "a", empathy=-1)),
        state("a", choice("on", "b", empathy=-2), hang_up()),
        state("b", choice("stop", "lost")),
        *REST,
    )
    assert codes(sound) == set()


def test_e416_a_call_too_small_to_score() -> None:
    finding = only(found(scenario(*ladder("s", 3), endings=(DONE,)), "E416"))
    assert finding.place == ("states",)
    assert "4.5 points above blind clicking" in words(finding)
    assert codes(scenario(*ladder("s", 4), endings=(DONE,))) == set(), "four decisions are 6 points"


def test_e416_points_at_the_variant() -> None:
    short = (Route("s3", when("patience", ">", 3)), Route("s0"))
    unsound = call(
        state("a", choice("on", short)),
        gauges=(PATIENCE,),
        variants=(Variant("long"), Variant("short", moves(patience=1))),
    )
    assert only(found(unsound, "E416")).place == ("variants", "short")


def test_the_same_place_is_named_once_for_all_variants() -> None:
    unsound = call(state("hub", choice("ask"), choice("on", "s0")), variants=(Variant("one"), Variant("two")))
    assert len(found(unsound, "E406")) == 1
