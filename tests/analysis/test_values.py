"""What positions are worth: yardsticks by hand, gauges that end calls, values that go to JSON and back."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from scoring.evidence import Verdict
from simulator.analysis import Unsound, Values, explore, values, values_by
from simulator.engine import compiled_of, reduced
from simulator.model.conditions import All, Any
from simulator.model.position import Position
from simulator.model.scenario import SILENCE, Ending, Fact, Outcome, Route, Rule, Scenario
from tests.analysis.making import (
    DONE,
    LOST,
    PATIENCE,
    RUBRIC,
    choice,
    moves,
    rubric,
    scenario,
    sets,
    silence,
    state,
    when,
)
from tests.strategies.scenarios import seeded

TWO_STEPS = scenario(
    state("a", choice("good", "b", empathy=2), choice("odd", "b", clarity=1), choice("bad", "c", empathy=-1)),
    state("b", choice("warm", "done", empathy=2), choice("clear", "done", clarity=2)),
    state("c", choice("stop", "lost")),
    endings=(replace(DONE, score=(("clarity", 1),)), LOST),
)
"""By hand: blind clicking takes each of the three first choices once in three, then `warm` or `clear` once in two.

empathy: most 4, blind (2 - 1)/3 + 2/3 * 1 = 1, range 3, a point is worth 20/4 = 5.
clarity: most 1 + 2 + 1 = 4, blind 1/3 + 2/3 * 1 + 2/3 = 5/3, range 7/3, a point is worth 5.
"""


def at(call: Scenario, *play: str) -> Position:
    """The full position after a play."""
    compiled = compiled_of(call)
    position = compiled.start(call.variants[0].id)
    for step in play:
        position = (compiled.keep_silent(position) if step == SILENCE else compiled.take(position, step)).position
    return position


def verdict(call: Scenario, *play: str) -> tuple[Verdict, bool]:
    """The verdict on the last choice of a play, and whether it was risky."""
    found = values(call, RUBRIC, call.variants[0].id).marks(at(call, *play[:-1]))[play[-1]]
    return found.verdict, found.risky


def test_yardsticks_by_hand() -> None:
    found = values(TWO_STEPS, RUBRIC, "default").yardsticks
    assert found.ranges == pytest.approx((3, 7 / 3))
    assert found.factors == (5, 5)
    assert found.best == pytest.approx(5 * 2 + 5 * (2 + 1))
    assert found.blind == pytest.approx(5 * 1 + 5 * 5 / 3)
    assert found.decisions == pytest.approx(2)


def test_the_points_of_tied_best_choices_are_their_mean() -> None:
    found = values(TWO_STEPS, RUBRIC, "default")
    assert found.best_points(at(TWO_STEPS, "good")) == (1, 2)
    assert found.best_points(at(TWO_STEPS)) == (3, 2)
    assert found.best_choices(at(TWO_STEPS, "good")) == ("warm", "clear")


def test_what_blind_clicking_loses_by_hand() -> None:
    """`odd` loses (2, -1), `bad` (4, 2) with what follows; the tied choices in `b` lose nothing."""
    found = values(TWO_STEPS, RUBRIC, "default").yardsticks
    assert found.blind_lost == pytest.approx(((2 + 4) / 3, (-1 + 2) / 3))
    assert sum(found.effective_weights) == pytest.approx(1)


def test_costs_of_everything_on_offer_by_hand() -> None:
    spread = 25 - 5 - 25 / 3
    found = values(TWO_STEPS, RUBRIC, "default")
    assert found.costs(at(TWO_STEPS)) == pytest.approx({"good": 0, "odd": 100 * 5 / spread, "bad": 100 * 30 / spread})


def test_the_ideal_call_takes_the_file_s_first_of_equally_good_choices() -> None:
    assert values(TWO_STEPS, RUBRIC, "default").ideal == ("good", "warm")


def test_weights_are_those_of_the_role() -> None:
    by_role = replace(RUBRIC, role_weights={"sales": {"empathy": 40}})
    assert values(TWO_STEPS, by_role, "default").yardsticks.weights == (40, 20)


def test_a_silence_counts_for_no_yardstick_but_where_it_leads_has_a_value() -> None:
    without = scenario(state("a", choice("stop", "done", empathy=1)), state("b", choice("stop", "done", empathy=2)))
    call = scenario(
        state("a", choice("stop", "done", empathy=1), silence=silence("b")),
        state("b", choice("stop", "done", empathy=2)),
    )
    assert values(call, RUBRIC, "default").yardsticks == values(without, RUBRIC, "default").yardsticks
    found = values(call, RUBRIC, "default")
    assert found.best_value(at(call, SILENCE)) == pytest.approx(10)
    decision = found.decision(at(call), SILENCE, compiled_of(call).keep_silent(at(call)))
    assert (decision.silence, decision.points, decision.value_before, decision.value_after) == (True, (0, 0), 5, 10)


def test_a_silence_that_ends_the_call_has_the_points_of_the_ending() -> None:
    call = scenario(
        state("a", choice("stop", "done"), silence=silence("lost")),
        endings=(DONE, replace(LOST, score=(("empathy", -2),))),
    )
    decision = values(call, RUBRIC, "default").decision(at(call), SILENCE, compiled_of(call).keep_silent(at(call)))
    assert decision.points == (-2, 0)


def test_a_call_that_need_not_end_has_no_values() -> None:
    with pytest.raises(Unsound):
        values(scenario(state("a", choice("on"), choice("stop", "done"))), RUBRIC, "default")
    with pytest.raises(Unsound):
        values(TWO_STEPS, RUBRIC, "default", limit=2)


def test_a_position_no_call_can_stand_in_has_no_value() -> None:
    with pytest.raises(KeyError):
        values(TWO_STEPS, RUBRIC, "default").best_value(Position("nowhere", ()))


@pytest.mark.parametrize("seed", range(30))
def test_full_and_reduced_positions_have_the_same_decisions(seed: int) -> None:
    case = seeded(seed)
    call, compiled = case.scenario, compiled_of(case.scenario)
    found = values(call, case.rubric, call.variants[0].id)
    waiting, known = [compiled.start(call.variants[0].id)], set[Position]()
    for position in waiting:
        small = reduced(call, position)
        for one in compiled.offered(position):
            advance, lesser = compiled.take(position, one.id), compiled.take(small, one.id)
            lesser = lesser._replace(position=reduced(call, lesser.position))
            full, less = found.decision(position, one.id, advance), found.decision(small, one.id, lesser)
            assert replace(full, risky=False) == replace(less, risky=False)
            if advance.position not in known:
                known.add(advance.position)
                waiting.append(advance.position)


@pytest.mark.parametrize("seed", range(30))
def test_values_go_to_json_and_back(seed: int) -> None:
    case = seeded(seed)
    for variant in case.scenario.variants:
        found = values(case.scenario, case.rubric, variant.id)
        assert Values.from_json(case.scenario, found.to_json()) == found


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.pop("best"),
        lambda data: data.update(format=0),
        lambda data: data["best"].pop(),
        lambda data: data["vectors"].clear(),
        lambda data: data["yardsticks"].update(unheard_of=1),
        lambda data: data.update(positions=5),
        lambda data: data.update(variant="unknown"),
        lambda data: data.update(states=[]),
    ],
)
def test_json_that_is_not_ours_is_refused(spoil: object) -> None:
    data = json.loads(values(TWO_STEPS, RUBRIC, "default").to_json())
    assert callable(spoil)
    spoil(data)
    with pytest.raises(ValueError):  # noqa: PT011 - any reason will do: the cache is made anew
        Values.from_json(TWO_STEPS, json.dumps(data))


@pytest.mark.parametrize("text", ["", "[]", "null", "{", "{}", "[" * 5000])
def test_text_that_is_no_values_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        Values.from_json(TWO_STEPS, text)


TENSE = scenario(
    state(
        "a",
        choice("gentle", "b", empathy=1),
        choice("pushy", "b", empathy=1, effect=moves(patience=-1)),
        choice("rude", "b", effect=moves(patience=-3)),
        choice("leave", "lost"),
    ),
    state("b", choice("good", "done", empathy=2), choice("bad", "done")),
    gauges=(PATIENCE,),
    always=(Rule(when("patience", "==", 0), "lost"),),
)


def test_the_choice_that_makes_a_gauge_run_out_ended_the_call() -> None:
    call = compiled_of(TENSE)
    found = values(TENSE, RUBRIC, "default").decision(at(TENSE), "rude", call.take(at(TENSE), "rude"))
    assert found.ended_by == ("patience",)
    assert verdict(TENSE, "rude") == (Verdict.ENDED_THE_CALL, False)


def test_a_choice_that_leads_to_a_failure_by_itself_did_not_end_the_call_by_a_gauge() -> None:
    assert verdict(TENSE, "leave") == (Verdict.BLUNDER, False)


def test_a_best_choice_at_the_price_of_a_gauge_that_another_keeps_is_risky() -> None:
    assert verdict(TENSE, "pushy") == (Verdict.BEST, True)
    assert verdict(TENSE, "gentle") == (Verdict.BEST, False)


def test_a_best_choice_that_lowers_a_gauge_as_every_best_one_does_is_not_risky() -> None:
    call = replace(TENSE, always=())
    only = replace(call.states["a"], choices=(call.states["a"].choice("pushy"), call.states["a"].choice("rude")))
    assert verdict(replace(call, states={**call.states, "a": only}), "pushy") == (Verdict.BEST, False)


def ended_by(call: Scenario, choice_id: str) -> tuple[str, ...]:
    compiled, position = compiled_of(call), compiled_of(call).start("default")
    advance = compiled.keep_silent(position) if choice_id == SILENCE else compiled.take(position, choice_id)
    return values(call, rubric(), "default").decision(position, choice_id, advance).ended_by


def ending_at(condition: All | Any, *, outcome: Outcome = Outcome.FAILURE) -> Scenario:
    """A call in which each choice moves another thing, and a rule ends it where `condition` holds."""
    trust = replace(PATIENCE, id="trust")
    return scenario(
        state(
            "a",
            choice("both", "b", effect=moves(patience=-3, trust=-3)),
            choice("fact", "b", effect=replace(moves(patience=-1), sets=sets(rude="yes").sets)),
            choice("ok", "b"),
            silence=silence("b", effect=moves(patience=-3, trust=-3)),
        ),
        state("b", choice("stop", "over"), choice("stop-too", "done")),
        endings=(DONE, LOST, Ending("over", outcome, "", "")),
        gauges=(PATIENCE, trust),
        facts=(Fact("rude", ("no", "yes")),),
        always=(Rule(condition, "over"),),
    )


PATIENCE_GONE, TRUST_GONE = when("patience", "==", 0), when("trust", "==", 0)


def test_every_gauge_that_the_condition_needed_is_to_blame() -> None:
    assert ended_by(ending_at(All((PATIENCE_GONE, TRUST_GONE))), "both") == ("patience", "trust")
    assert ended_by(ending_at(Any((PATIENCE_GONE, TRUST_GONE))), "both") == ("patience", "trust")
    assert ended_by(ending_at(All((PATIENCE_GONE, when("trust", "<", 9)))), "both") == ("patience",)


def test_a_silence_can_make_a_gauge_run_out() -> None:
    assert ended_by(ending_at(All((PATIENCE_GONE, TRUST_GONE))), SILENCE) == ("patience", "trust")


def test_a_gauge_that_moved_beside_the_fact_that_ended_the_call_is_not_to_blame() -> None:
    assert ended_by(ending_at(All((when("rude", "==", "yes"), when("patience", "<", 9)))), "fact") == ()


def test_only_a_failure_is_a_call_ended_by_a_gauge() -> None:
    assert ended_by(ending_at(All((PATIENCE_GONE,)), outcome=Outcome.PARTIAL), "both") == ()


def test_an_item_of_a_goto_can_be_what_the_gauge_led_to() -> None:
    routes = (Route("lost", PATIENCE_GONE), Route("done"))
    call = scenario(
        state("a", choice("rude", routes, effect=moves(patience=-3)), choice("ok", routes)), gauges=(PATIENCE,)
    )
    assert ended_by(call, "rude") == ("patience",)
    assert ended_by(call, "ok") == ()


@pytest.mark.parametrize("seed", range(12))
def test_what_follows_a_position_is_worth_the_same_from_wherever_one_starts(seed: int) -> None:
    case = seeded(seed)
    variant = case.scenario.variants[0].id
    whole = values(case.scenario, case.rubric, variant)
    for position in list(whole.table.index)[::7]:
        part = values_by(explore(case.scenario, variant, start=position), whole.yardsticks)
        assert part.best_value(position) == pytest.approx(whole.best_value(position))
        assert part.marks(position).keys() == whole.marks(position).keys()
        for choice_id, marks in part.marks(position).items():
            assert marks.cost == pytest.approx(whole.marks(position)[choice_id].cost)
            assert marks.verdict is whole.marks(position)[choice_id].verdict


def test_a_position_that_no_call_comes_by_has_values_from_a_start_of_its_own() -> None:
    call = replace(TWO_STEPS, states={**TWO_STEPS.states, "d": state("d", choice("cold", "c"), choice("warm", "b"))})
    whole, elsewhere = values(call, RUBRIC, "default"), Position("d", ())
    with pytest.raises(KeyError):
        whole.marks(elsewhere)
    part = values_by(explore(call, "default", start=elsewhere), whole.yardsticks)
    assert part.marks(elsewhere)["warm"].cost == 0
    assert part.marks(elsewhere)["cold"].cost == pytest.approx(
        whole.best_value(Position("b", ())) * whole.yardsticks.scale
    )


def test_a_start_from_which_a_call_may_not_end_has_no_values() -> None:
    call = replace(TWO_STEPS, states={**TWO_STEPS.states, "d": state("d", choice("again", "d"))})
    with pytest.raises(Unsound):
        values_by(explore(call, "default", start=Position("d", ())), values(call, RUBRIC, "default").yardsticks)
