"""Loops: the shortest ones, named as choices, and the `once` that cures them."""

from __future__ import annotations

from dataclasses import replace

from simulator.analysis import explore
from simulator.model.scenario import SILENCE, Scenario, State
from tests.analysis.making import PATIENCE, choice, moves, scenario, silence, state


def with_once(call: Scenario, cure: tuple[str, str]) -> Scenario:
    """`call` with `once` on one of its choices."""

    def cured(one: State) -> State:
        marked = (replace(c, once=True) if (one.id, c.id) == cure else c for c in one.choices)
        return replace(one, choices=tuple(marked))

    return replace(call, states={name: cured(one) for name, one in call.states.items()})


def test_a_call_without_loops_has_none() -> None:
    assert explore(scenario(state("a", choice("on", "done"))), "default").loops == ()


def test_the_shortest_loop_is_named_and_its_cure_cures() -> None:
    call = scenario(
        state("a", choice("on", "b"), choice("stop", "done")),
        state("b", choice("on", "c"), choice("back-to-a", "a"), choice("stop", "done")),
        state("c", choice("round", "a")),
    )
    graph = explore(call, "default")
    assert not graph.sound
    assert len(graph.order) == 0
    (loop,) = graph.loops
    assert sorted(loop.steps) == [("a", "on"), ("b", "back-to-a")]
    assert loop.cure == ("b", "back-to-a")
    # The longer way round shares `a/on`; it is what is left once the shorter is cured.
    (longer,) = explore(with_once(call, loop.cure), "default").loops
    assert sorted(longer.steps) == [("a", "on"), ("b", "on"), ("c", "round")]
    assert longer.cure is not None
    assert explore(with_once(with_once(call, loop.cure), longer.cure), "default").sound


def test_a_stay_that_spends_nothing_is_a_loop_of_one() -> None:
    graph = explore(scenario(state("hub", choice("ask"), choice("stop", "done"))), "default")
    (loop,) = graph.loops
    assert (loop.steps, loop.cure) == ((("hub", "ask"),), ("hub", "ask"))


def test_loops_that_share_no_choice_are_all_named() -> None:
    call = scenario(state("hub", choice("ask"), choice("wait"), choice("on", "b")), state("b", choice("on", "hub")))
    assert sorted(loop.steps for loop in explore(call, "default").loops) == [
        (("hub", "ask"),),
        (("hub", "on"), ("b", "on")),
        (("hub", "wait"),),
    ]


def test_a_gauge_that_runs_out_does_not_end_a_loop_by_itself() -> None:
    call = scenario(state("hub", choice("ask", effect=moves(patience=-1)), choice("stop", "done")), gauges=(PATIENCE,))
    assert [loop.steps for loop in explore(call, "default").loops] == [(("hub", "ask"),)]


def test_no_once_is_proposed_that_would_leave_no_choice() -> None:
    (loop,) = explore(scenario(state("a", choice("on", "b")), state("b", choice("on", "a"))), "default").loops
    assert loop.cure is None


def test_silences_can_go_round_too() -> None:
    call = scenario(
        state("a", choice("stop", "done"), choice("end", "done"), silence=silence("b")),
        state("b", choice("stop", "done"), silence=silence("a")),
    )
    (loop,) = explore(call, "default").loops
    assert sorted(loop.steps) == [("a", SILENCE), ("b", SILENCE)]
    assert loop.cure is None


def test_a_silence_that_stays_happens_once_and_is_no_loop() -> None:
    assert explore(scenario(state("a", choice("stop", "done"), silence=silence())), "default").sound
