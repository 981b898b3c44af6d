"""A call that is changed while somebody stands in it: they stay where they are, as far as that still exists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hypothesis import given

from simulator.engine import compiled_of
from simulator.model.scenario import Fact, Gauge, Line, Rule, Scenario, State, Variant
from simulator.preview.carrying import Carried, carry
from simulator.preview.trial import Trial, first_trial, variables
from simulator.words import say
from tests.analysis.making import DONE, LOST, PATIENCE, RUBRIC, choice, moves, scenario, sets, silence, state, when
from tests.preview.trying import ROADS, any_calls, trial_of, walked
from tests.strategies.scenarios import Case

HELLO = state(
    "hello", choice("ask", once=True, effect=sets(mood="bad")), choice("on", "offer", effect=moves(patience=-1))
)
OFFER = state("offer", choice("stay", once=True), choice("stop", "done"), silence=silence())
TRUST = Gauge("trust", "Trust", 5, 8)
MOOD = Fact("mood", ("good", "bad"))
CALL = scenario(HELLO, OFFER, gauges=(PATIENCE, TRUST), facts=(MOOD,), variants=(Variant("one"), Variant("two")))


def changed(*states: State, **more: Any) -> Scenario:
    """The call with other states, or with something else that is not as it was."""
    named: Mapping[str, State] = {one.id: one for one in states} or CALL.states
    return replace(CALL, states=named, start=next(iter(named)), **more)


def carried(trial: Trial, into: Scenario) -> Carried:
    return carry(trial, into, RUBRIC)


def told(found: Carried) -> list[str]:
    return [say(note) for note in found.notes]


def test_a_call_in_other_words_is_heard_in_its_new_words() -> None:
    trial = trial_of(CALL, "on", "stay")
    again, notes = carried(trial, changed(HELLO, replace(OFFER, says=(Line("Better?"),))))
    assert (again.position, notes) == (trial.position, ())
    assert [one.text for one in again.transcript] == ["...", "On", "Better?", "Stay"]
    assert again.undo().position == trial.undo().position


def test_where_other_answers_led_here_the_place_stays_and_is_entered_anew() -> None:
    trial = trial_of(CALL, "ask", "on", "stay")
    faster = state("hello", choice("ask", once=True), choice("on", "offer", effect=moves(patience=-2)))
    for into in (changed(OFFER), changed(faster, OFFER), changed(state("hello", choice("hurry", "offer")), OFFER)):
        again, notes = carried(trial, into)
        assert (again.position.state, again.position.values, notes) == ("offer", trial.position.values, ())
        assert [one.text for one in again.transcript] == ["..."]


def test_where_the_state_is_gone_the_call_begins_again_and_says_so() -> None:
    found = carried(trial_of(CALL, "on"), changed(HELLO))
    assert found.trial.position == trial_of(changed(HELLO)).position
    assert told(found) == ["`offer` is gone; the call begins again."]


def test_a_rule_that_fired_is_the_same_rule_among_others_that_say_the_same() -> None:
    twice = (Rule(when("patience", "<", 3), "offer", once=True),) * 2
    call = changed(HELLO, OFFER, always=twice)
    trial = trial_of(call, "on")
    again, notes = carried(trial, replace(call))
    assert len(trial.spent) == 1
    assert (again.progress, again.spent, notes) == (trial.progress, trial.spent, ())


def test_an_ending_stays_an_ending() -> None:
    trial = trial_of(CALL, "on", "stop")
    reworded = replace(DONE, text="It went well.")
    again, notes = carried(trial, changed(endings={"done": reworded, "lost": LOST}))
    assert (again.position, again.transcript[-1].text, notes) == (trial.position, "It went well.", ())


def test_gauges_are_cut_and_what_is_new_starts_where_it_starts() -> None:
    trial = trial_of(CALL).setting({"patience": 9, "trust": 7, "mood": "bad"})
    into = changed(
        gauges=(Gauge("hope", "Hope", 2, 5), Gauge("patience", "Patience", 1, 6)),
        facts=(Fact("weather", ("fine", "foul")), Fact("mood", ("awful", "bad"))),
    )
    again, notes = carried(trial, into)
    values = dict(zip(into.variables, again.position.values, strict=True))
    assert values == {"hope": 2, "patience": 6, "weather": 0, "mood": 1}
    assert notes == ()
    lost = changed(state("hello"), facts=(Fact("mood", ("fine", "awful")),))
    assert carried(trial, lost).trial.facts == (("mood", "fine"),)


def test_a_gauge_that_becomes_a_fact_starts_anew() -> None:
    trial = trial_of(CALL).setting({"trust": 1})
    again, _ = carried(trial, changed(state("hello"), gauges=(PATIENCE,), facts=(MOOD, Fact("trust", ("a", "b")))))
    assert again.facts == (("mood", "good"), ("trust", "a"))


def test_what_is_new_starts_as_the_variant_has_it() -> None:
    trial = trial_of(CALL).restart("two")
    hope, poor = Gauge("hope", "Hope", 2, 5), Variant("two", moves(hope=-1))
    again, _ = carried(trial, changed(gauges=(PATIENCE, TRUST, hope), variants=(Variant("one"), poor)))
    assert (again.variant, again.position.values) == ("two", (3, 5, 1, 0))


def test_spent_marks_follow_their_owners() -> None:
    trial = trial_of(CALL, "ask", "on", "stay").keep_silent()
    assert trial.spent == ("hello/ask", "offer/stay", "offer/silence")
    before = state("before", choice("first", "hello", once=True))
    again, _ = carried(trial, changed(before, HELLO, OFFER))
    assert again.spent == trial.spent
    gone = state("hello", choice("on", "offer"))
    assert carried(trial, changed(gone, OFFER)).trial.spent == ("offer/stay", "offer/silence")


def test_rules_are_known_by_what_they_say() -> None:
    rule = Rule(when("patience", "<", 3), "offer", once=True)
    trial = trial_of(replace(CALL, always=(rule,)), "on")
    assert trial.spent == ("always[0]",)
    other = Rule(when("trust", "<", 1), "lost", once=True)
    assert carried(trial, changed(always=(other, rule))).trial.spent == ("always[1]",)
    assert carried(trial, changed(always=(rule, rule))).trial.spent == ("always[1]",)
    assert carried(trial, changed(always=(other,))).trial.spent == ()
    twice = trial_of(replace(CALL, always=(rule, rule)), "on")
    assert carried(twice, changed(always=(rule,))).trial.spent == ("always[0]",)


def test_the_way_back_goes_with_its_state() -> None:
    rule = Rule(when("patience", "<", 3), "offer")
    trial = trial_of(replace(CALL, always=(rule,)), "on")
    assert trial.position.back == "hello"
    assert carried(trial, changed(always=(rule,))).trial.position.back == "hello"
    assert carried(trial, changed(OFFER)).trial.position.back == ""


def test_where_the_variant_is_gone_the_place_stays_and_it_is_told() -> None:
    trial = trial_of(CALL).restart("two").choose("on")
    found = carried(trial, changed(variants=(Variant("only"),)))
    assert (found.trial.variant, found.trial.position) == ("only", trial.position)
    assert told(found) == ["The variant `two` is gone; this is `only`."]


def test_what_was_done_before_can_still_be_undone() -> None:
    trial = trial_of(CALL, "ask").jump("offer").restart("two").jump("offer")
    again, _ = carried(trial, changed(HELLO, replace(OFFER, says=(Line("Better?"),))))
    assert again.undo().variant == "two"
    back = again.undo().undo().undo()
    assert (back.variant, back.position) == ("one", trial.undo().undo().undo().position)
    shorter, _ = carried(trial, changed(OFFER))
    assert [progress.position.state for _variant, progress in shorter.past] == ["offer"]


def names_and_values(trial: Trial) -> dict[str, int | str]:
    """The gauges as numbers, the facts as words."""
    found: dict[str, int | str] = dict(trial.facts)
    return found | {gauge.id: value for gauge, value in zip(trial.scenario.gauges, trial.position.values, strict=False)}


@given(any_calls(), any_calls(), ROADS)
def test_whatever_a_call_becomes_what_can_be_kept_is_kept(one: Case, other: Case, road: list[int]) -> None:
    trial = walked(first_trial(one.scenario, one.rubric), road)
    again, notes = carry(trial, other.scenario, other.rubric)
    here, now = names_and_values(trial), names_and_values(again)
    known = {**other.scenario.states, **other.scenario.endings}
    fresh = first_trial(other.scenario, other.rubric).restart(again.variant)
    assert again.variant in [variant.id for variant in other.scenario.variants]
    assert bool(notes) == (trial.position.state not in known or trial.variant != again.variant)
    if trial.position.state not in known:
        assert again.position == fresh.position
        return
    assert again.position.state == trial.position.state
    for variable, start in zip(variables(other.scenario), fresh.position.values, strict=True):
        if isinstance(variable, Gauge):
            kept = here.get(variable.id, start)
            assert now[variable.id] == min(int(kept), variable.max)
        else:
            word = here.get(variable.id)
            assert now[variable.id] == (word if word in variable.values else variable.values[start])
    marks = compiled_of(other.scenario).marks.names().values()
    owned = {mark for mark in trial.spent if not mark.startswith("always")}
    assert {mark for mark in again.spent if not mark.startswith("always")} == owned & set(marks)


@given(any_calls(), any_calls(), ROADS, ROADS)
def test_whatever_a_call_becomes_one_can_go_on(one: Case, other: Case, road: list[int], on: list[int]) -> None:
    trial = walked(first_trial(one.scenario, one.rubric), road)
    again = walked(carry(trial, other.scenario, other.rubric).trial, on)
    back = carry(again, one.scenario, one.rubric).trial
    assert back.transcript
    assert back.view.state == back.position.state


@given(any_calls(), ROADS)
def test_a_call_that_did_not_change_stays_as_it_is(case: Case, road: list[int]) -> None:
    trial = walked(first_trial(case.scenario, case.rubric), road)
    again, notes = carry(trial, replace(case.scenario), case.rubric)
    assert (again.progress, again.variant, again.past, notes) == (trial.progress, trial.variant, trial.past, ())
