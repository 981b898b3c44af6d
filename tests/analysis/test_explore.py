"""The graph of a variant: its positions, what they lead to, and what calls come by."""

from __future__ import annotations

import pytest

from simulator.analysis import Graph, explore
from simulator.engine import compiled_of, reduced
from simulator.model.position import Position
from simulator.model.scenario import SILENCE, Fact, Line, Route, Rule, Scenario, Variant
from tests.analysis.making import LOST, PATIENCE, choice, moves, scenario, sets, silence, state, when
from tests.strategies.scenarios import seeded


def states_of(graph: Graph) -> list[str]:
    return [position.state for position in graph.positions]


def test_every_position_is_found_once_from_the_start_outwards() -> None:
    call = scenario(
        state("a", choice("left", "b"), choice("right", "c")),
        state("b", choice("on", "d")),
        state("c", choice("on", "d")),
        state("d", choice("stop", "done")),
    )
    graph = explore(call, "default")
    assert states_of(graph) == ["a", "b", "c", "d", "done"]
    assert (graph.complete, graph.sound, graph.loops, graph.stuck) == (True, True, (), ())


def test_positions_with_the_same_future_are_one() -> None:
    call = scenario(
        state("a", choice("warm", "b", effect=moves(patience=1)), choice("cold", "b", effect=moves(patience=-1))),
        state("b", choice("stop", "done")),
        gauges=(PATIENCE,),
    )
    assert states_of(explore(call, "default")) == ["a", "b", "done"]


def test_a_stay_with_once_is_a_position_of_its_own() -> None:
    call = scenario(state("hub", choice("ask", once=True), choice("stop", "done")))
    graph = explore(call, "default")
    assert states_of(graph) == ["hub", "hub", "done"]
    assert [graph.moves[move].choice for move in graph.edge_moves] == ["ask", "stop", "stop"]


def test_a_silence_leads_on_but_is_no_choice() -> None:
    call = scenario(state("a", choice("stop", "done"), silence=silence("b")), state("b", choice("stop", "lost")))
    graph = explore(call, "default")
    assert "b" in states_of(graph)
    (target, move) = graph.silences[0]
    assert (graph.positions[target].state, graph.moves[move].choice) == ("b", SILENCE)
    assert len(graph.edges(0)) == 1


def test_a_play_to_a_position_leads_there() -> None:
    call = scenario(
        state("a", choice("stay", once=True), choice("on", "b"), silence=silence("c")),
        state("b", choice("stop", "done")),
        state("c", choice("stop", "lost")),
    )
    graph, compiled = explore(call, "default"), compiled_of(call)
    for number, expected in enumerate(graph.positions):
        position = compiled.start("default")
        for step in graph.play_to(number):
            advance = compiled.keep_silent(position) if step == SILENCE else compiled.take(position, step)
            position = advance.position
        assert reduced(call, position) == expected


def test_a_variant_starts_elsewhere() -> None:
    call = scenario(
        state("a", choice("easy", "done", when=when("patience", ">", 2)), choice("hard", "lost")),
        gauges=(PATIENCE,),
        variants=(Variant("calm"), Variant("tense", moves(patience=-2))),
    )
    assert explore(call, "calm").coverage.choices == {("a", "easy"), ("a", "hard")}
    assert explore(call, "tense").coverage.choices == {("a", "hard")}
    with pytest.raises(KeyError):
        explore(call, "unknown")


def test_the_search_stops_at_its_limit() -> None:
    call = scenario(
        state("hub", *(choice(f"ask{n}", once=True) for n in range(6)), choice("stop", "done")),
    )
    assert len(explore(call, "default").positions) == 2**6 + 1
    graph = explore(call, "default", limit=20)
    assert (graph.complete, graph.sound, len(graph.order)) == (False, False, 0)
    assert 20 < len(graph.positions) < 2**6
    assert explore(call, "default", limit=2**6 + 1).complete


def test_everything_that_calls_come_by_is_noted() -> None:
    call = scenario(
        state(
            "a",
            choice("on", (Route("b", when("patience", ">", 9)), Route("c")), reply=(Line("Yes."),)),
            says=(Line("One", when("patience", ">", 9)), Line("Two", when("patience", ">", 2)), Line("Three")),
            silence=silence(effect=moves(patience=-3), reply=(Line("Hello?"),)),
        ),
        state("b", choice("stop", "done")),
        state("c", choice("stop", "done"), choice("hidden", "done", when=when("patience", ">", 9))),
        gauges=(PATIENCE,),
        always=(Rule(when("patience", "==", 0), "lost"), Rule(when("patience", ">", 9), "done")),
    )
    seen = explore(call, "default").coverage
    assert seen.states == {"a", "c"}
    assert seen.choices == {("a", "on"), ("c", "stop")}
    assert seen.routes == {("a", "on", 1), ("c", "stop", 0)}
    assert seen.rules == {0}
    assert seen.endings == {"done", "lost"}
    assert seen.lines == {
        ("states", "a", "says", 1),
        ("states", "a", "choices", "on", "reply", 0),
        ("states", "a", "silence", "reply", 0),
        ("states", "c", "says", 0),
    }


def test_a_line_on_entering_is_heard_with_what_the_choice_did() -> None:
    """The reduced position in `b` no longer tells the causes apart, the line that opens `b` does."""
    call = scenario(
        state("a", choice("one", "b", effect=sets(cause="lost")), choice("two", "b")),
        state("b", choice("stop", "done"), says=(Line("Lost.", when("cause", "==", "lost")), Line("Forgot."))),
        facts=(Fact("cause", ("forgotten", "lost")),),
    )
    graph = explore(call, "default")
    assert states_of(graph).count("b") == 1
    assert {("states", "b", "says", 0), ("states", "b", "says", 1)} <= graph.coverage.lines


def test_a_state_s_line_is_not_said_again_where_the_call_stays() -> None:
    lines = (Line("First", when("patience", ">", 2)), Line("Later"))
    spent = moves(patience=-3)
    stays = state("a", choice("ask", once=True, effect=spent), choice("stop", "done"), says=lines)
    returns = state("a", choice("ask", "a", once=True, effect=spent), choice("stop", "done"), says=lines)
    second = ("states", "a", "says", 1)
    assert second not in explore(scenario(stays, gauges=(PATIENCE,)), "default").coverage.lines
    assert second in explore(scenario(returns, gauges=(PATIENCE,)), "default").coverage.lines


@pytest.mark.parametrize("seed", range(40))
def test_the_order_puts_every_position_before_what_it_leads_to(seed: int) -> None:
    call: Scenario = seeded(seed).scenario
    graph = explore(call, call.variants[0].id)
    place = {position: number for number, position in enumerate(graph.order)}
    assert sorted(graph.order) == list(range(len(graph.positions)))
    for position in range(len(graph.positions)):
        after = [graph.targets[edge] for edge in graph.edges(position)]
        after += [graph.silences[position][0]] if position in graph.silences else []
        assert all(place[position] < place[target] for target in after)


def test_an_ending_is_one_position_however_it_is_reached() -> None:
    call = scenario(
        state("a", choice("one", "lost", effect=moves(patience=-1)), choice("two", "lost")),
        endings=(LOST,),
        gauges=(PATIENCE,),
    )
    assert states_of(explore(call, "default")) == ["a", "lost"]


def test_a_graph_may_start_anywhere() -> None:
    call = scenario(
        state("a", choice("on", "b")),
        state("b", choice("stay", once=True), choice("stop", "done")),
        state("lonely", choice("ask", once=True), choice("on", "b")),
    )
    assert states_of(explore(call, "default", start=Position("lonely", ()))) == ["lonely", "lonely", "b", "b", "done"]
    assert states_of(explore(call, "default", start=Position("lonely", (), spent=2))) == ["lonely", "b", "b", "done"]
    assert states_of(explore(call, "default", start=Position("done", ()))) == ["done"]
