"""Which calls go otherwise: on small calls by hand, on random ones against all plays written out."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType
from typing import Any

import pytest

from simulator.analysis import Unsound
from simulator.analysis.diff.calls import Kind, VariantCompared, Witness
from simulator.analysis.diff.difference import difference
from simulator.analysis.diff.sides import Form
from simulator.model.scenario import Choice, Line, Outcome, Route, Scenario, State
from tests.analysis.making import (
    PATIENCE,
    RUBRIC,
    choice,
    ladder,
    rubric,
    scenario,
    silence,
    state,
    when,
)
from tests.oracle.scorer import CompleteCall, Oracle
from tests.strategies.scenarios import Case, is_playable, seeded

START = (choice("ask", "s0", empathy=1), choice("tell", "s0", clarity=1), choice("shout", "lost", empathy=-1))


def call(*choices: Choice, **more: Any) -> Scenario:
    """A call that starts with those choices and goes on over four good or bad answers."""
    return scenario(state("start", *(choices or START)), *ladder("s", 4), **more)


def compared(old: Scenario, new: Scenario, by: Any = RUBRIC, new_by: Any = RUBRIC) -> VariantCompared:
    """What became of the calls of the only variant."""
    (found,) = difference(Form(old, by), Form(new, new_by)).variants
    return found


def told(found: VariantCompared) -> dict[Kind, tuple[str, ...]]:
    """The first play of each kind."""
    return {witness.kind: witness.play for witness in reversed(found.witnesses)}


def test_a_choice_that_leads_to_another_ending_or_on_is_found() -> None:
    ask, tell, shout = START
    found = compared(call(), call(ask, replace(tell, routes=(Route("lost"),)), replace(shout, routes=(Route("done"),))))
    assert told(found)[Kind.ENDS_OTHERWISE] == ("shout",)
    assert told(found)[Kind.OVER] == ("tell",)
    back = compared(call(ask, replace(tell, routes=(Route("lost"),)), shout), call())
    assert told(back)[Kind.GOES_ON] == ("tell",)
    (witness,) = [one for one in found.witnesses if one.kind is Kind.ENDS_OTHERWISE]
    assert (witness.old.state, witness.new.state) == ("lost", "done")
    assert witness.old.score is not None
    assert witness.new.passed is False


def test_a_choice_that_leads_elsewhere_is_told_where_it_parts() -> None:
    ask, tell, shout = START
    found = compared(call(), call(ask, replace(tell, routes=(Route("s1"),)), shout))
    assert [
        (one.play, one.old.state, one.new.state) for one in found.witnesses if one.kind is Kind.LEADS_ELSEWHERE
    ] == [(("tell",), "s0", "s1")]
    assert told(found)[Kind.OVER] == ("tell", "good", "good", "good")


def test_a_condition_that_takes_a_choice_away_or_brings_it_is_told_once() -> None:
    ask, tell, shout = START
    gauges = {"gauges": (PATIENCE,)}
    old = call(replace(ask, when=when("patience", ">", 5)), tell, shout, **gauges)
    new = call(ask, replace(tell, when=when("patience", ">", 5)), shout, **gauges)
    assert told(compared(old, new)) == {Kind.NOT_ON_OFFER: ("tell",), Kind.ON_OFFER: ("ask",), **scores(old, new)}


def scores(old: Scenario, new: Scenario) -> dict[Kind, tuple[str, ...]]:
    """The kinds that tell of scores alone."""
    found = told(compared(old, new))
    return {kind: play for kind, play in found.items() if kind in (Kind.SCORES_MORE, Kind.SCORES_LESS)}


def test_a_choice_that_went_is_told_by_what_is_written_and_not_again() -> None:
    ask, _tell, shout = START
    assert set(told(compared(call(), call(ask, shout)))) <= {Kind.SCORES_MORE, Kind.SCORES_LESS}
    assert difference(Form(call(), RUBRIC), Form(call(ask, shout), RUBRIC)).scenario[0].before == "Tell"


def test_a_critical_error_that_was_added_is_told_with_the_choice_that_makes_it() -> None:
    ask, tell, shout = START
    found = compared(call(), call(ask, replace(tell, critical=("rude",)), shout))
    (witness,) = found.witnesses
    assert (witness.kind, witness.play) == (Kind.CRITICAL, ("tell",))
    assert (witness.old.critical, witness.new.critical) == ((), ("rude",))


def test_a_silence_is_told_where_nothing_shorter_shows_the_change() -> None:
    old = scenario(state("start", *START, silence=silence("lost")), *ladder("s", 4))
    new = scenario(state("start", *START, silence=silence("s0")), *ladder("s", 4))
    assert told(compared(old, new)) == {Kind.GOES_ON: ("silence",)}


def test_where_points_change_the_shortest_and_the_largest_differences_are_told() -> None:
    ask, tell, shout = START
    found = compared(call(), call(replace(ask, score=(("empathy", 2),)), tell, shout))
    shortest = told(found)
    assert shortest[Kind.SCORES_LESS] == ("shout",)
    assert shortest[Kind.SCORES_MORE][0] == "ask"
    assert found.most_lost is not None
    assert change_of(found.most_lost) < change_of(found.witnesses[-1]) or found.witnesses[-1] == found.most_lost


def test_a_heavier_criterion_is_felt_in_scores_though_nothing_is_written_otherwise_in_the_call() -> None:
    found = compared(call(), call(), RUBRIC, rubric(70, empathy=30, clarity=10))
    assert {Kind.SCORES_MORE, Kind.SCORES_LESS} & set(told(found))


def test_a_call_that_is_passed_no_more_is_told_whatever_the_reason() -> None:
    ask, tell, shout = START
    dear = call(replace(ask, critical=("rude",)), tell, shout)
    for new, by in ((dear, RUBRIC), (call(), rubric(100, empathy=10, clarity=10))):
        found = compared(call(), new, rubric(70, empathy=10, clarity=10) if by is not RUBRIC else RUBRIC, by)
        witness = found.passed_no_more
        assert witness is not None
        assert (witness.old.passed, witness.new.passed) == (True, False)
        assert len(witness.play) == 5
        assert found.passed_now is None
    back = compared(dear, call())
    assert back.passed_no_more is None
    assert back.passed_now is not None
    assert back.passed_now.play[0] == "ask"


def test_another_mood_changes_no_call() -> None:
    old, new = (
        scenario(state("start", *START, says=(Line("Well?", mood=mood),)), *ladder("s", 4))
        for mood in ("calm", "angry")
    )
    found = compared(old, new)
    assert (found.witnesses, found.most_gained, found.most_lost) == ((), None, None)


def change_of(witness: Witness) -> float:
    """By how much a score rises."""
    assert witness.old.score is not None
    assert witness.new.score is not None
    return witness.new.score - witness.old.score


@pytest.mark.parametrize("first", [0, 60, *(pytest.param(seed, marks=pytest.mark.long) for seed in (120, 180, 240))])
def test_what_is_told_of_random_calls_is_true_of_all_plays(first: int) -> None:
    compared_pairs = 0
    for seed in range(first, first + 60):
        case = seeded(seed)
        other = mutated(case, seed)
        if other is None:
            continue
        compared_pairs += 1
        for found in difference(Form(case.scenario, case.rubric), Form(other, case.rubric)).variants:
            holds(found, case, other, seed)
    assert compared_pairs > 30


def mutated(case: Case, seed: int) -> Scenario | None:
    """The call with a choice that is worth or leads to something else; None where that can't be played."""
    rng = random.Random(seed)
    place = rng.choice(list(case.scenario.states))
    before = case.scenario.states[place]
    number = rng.randrange(len(before.choices))
    one = before.choices[number]
    if rng.random() < 0.5:
        one = replace(one, score=(("listening", rng.choice((-2, 2))),))
    else:
        one = replace(one, routes=(Route(rng.choice([*case.scenario.endings, *case.scenario.states])),))
    changed = State(
        before.id, (*before.choices[:number], one, *before.choices[number + 1 :]), before.says, before.scene
    )
    states = MappingProxyType({**case.scenario.states, place: changed})
    other = replace(case.scenario, states=states)
    if changed.choices == before.choices or not is_playable(other):
        return None
    try:
        difference(Form(other, case.rubric), Form(case.scenario, case.rubric))
    except Unsound:
        return None
    return other


def holds(found: VariantCompared, case: Case, other: Scenario, seed: int) -> None:
    """Every kind of ending is told, by a shortest play, and the largest changes of a score are."""
    old, new = (plays(scenario, case, found.variant) for scenario in (case.scenario, other))
    expected: dict[object, int] = {}
    changes: list[float] = []
    for play, (ending, score, _passed) in old.items():
        if play in new and new[play][0] == ending:
            change = float(new[play][1] - score)
            changes.append(change)
            if abs(change) > 1e-6:
                note(expected, Kind.SCORES_MORE if change > 0 else Kind.SCORES_LESS, play)
        elif play in new:
            note(expected, (Kind.ENDS_OTHERWISE, ending, new[play][0]), play)
        elif any(longer[: len(play)] == play for longer in new):
            note(expected, (Kind.GOES_ON, ending), play)
    for play, (ending, _score, _passed) in new.items():
        if play not in old and any(longer[: len(play)] == play for longer in old):
            note(expected, (Kind.OVER, ending), play)
    assert {key: length for key, length in shortest(found)} == expected, (seed, found.variant)
    for witness, extreme in ((found.most_gained, max), (found.most_lost, min)):
        largest = extreme(changes, default=0.0)
        assert (0.0 if witness is None else change_of(witness)) == pytest.approx(
            largest if abs(largest) > 1e-6 and (largest > 0) == (extreme is max) else 0.0, abs=1e-6
        ), seed
    both = old.keys() & new.keys()
    for witness, mine, theirs in ((found.passed_no_more, old, new), (found.passed_now, new, old)):
        turned = {play for play in both if mine[play][2] and not theirs[play][2]}
        assert (None if witness is None else len(witness.play)) == min(map(len, turned), default=None), seed
        assert witness is None or witness.play in turned


def is_passed(oracle: Oracle, one: CompleteCall) -> bool:
    """Whether a call is passed; where nothing can be lost its score is 100."""
    if oracle.span:
        return oracle.passed(one)
    ending = oracle.scenario.endings[one.turns[-1].then.now.place]
    return ending.outcome is not Outcome.FAILURE and not any(turn.critical for turn in one.turns)


def note(expected: dict[object, int], key: object, play: tuple[str, ...]) -> None:
    """Keep the length of the shortest play of a kind."""
    expected[key] = min(len(play), expected.get(key, len(play)))


def shortest(found: VariantCompared) -> Iterator[tuple[object, int]]:
    """The kinds of ending that are told, each with the length of its play."""
    for one in found.witnesses:
        if "silence" in one.play:
            continue
        match one.kind:
            case Kind.SCORES_MORE | Kind.SCORES_LESS:
                yield one.kind, len(one.play)
            case Kind.ENDS_OTHERWISE:
                yield (one.kind, one.old.state, one.new.state), len(one.play)
            case Kind.GOES_ON:
                yield (one.kind, one.old.state), len(one.play)
            case Kind.OVER:
                yield (one.kind, one.new.state), len(one.play)


def plays(call: Scenario, case: Case, variant: str) -> dict[tuple[str, ...], tuple[str, Fraction, bool]]:
    """Every complete call: its choices, ending, exact score (100 where nothing can be lost), whether it is passed."""
    oracle = Oracle(call, case.rubric, variant)
    return {
        tuple(turn.choice for turn in one.turns): (
            one.turns[-1].then.now.place,
            oracle.score(one) if oracle.span else Fraction(100),
            is_passed(oracle, one),
        )
        for one in oracle.calls
    }
