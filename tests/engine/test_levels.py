"""Levels of a gauge that nothing later tells apart are one; those that something tells apart are not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from simulator.engine.levels import Cuts
from simulator.model.scenario import BACK, Line, Route, Rule, State
from tests.analysis.making import PATIENCE, choice, moves, scenario, silence, state, when

BELOW_AND_ABOVE = replace(PATIENCE, start=3, max=6)


def lowest(*states: State, **more: Any) -> dict[str, tuple[int, ...]]:
    """For each state the lowest level that nothing tells from each of 0 to 6."""
    call = scenario(*states, gauges=(BELOW_AND_ABOVE,), **more)
    cuts = Cuts(call, BELOW_AND_ABOVE)
    return {state_id: cuts.lowest(state_id) for state_id in call.states}


@pytest.mark.parametrize(
    ("operator", "level", "expected"),
    [
        (">=", 4, (0, 0, 0, 0, 4, 4, 4)),
        ("<", 4, (0, 0, 0, 0, 4, 4, 4)),
        (">", 4, (0, 0, 0, 0, 0, 5, 5)),
        ("<=", 4, (0, 0, 0, 0, 0, 5, 5)),
        ("==", 4, (0, 0, 0, 0, 4, 5, 5)),
        ("!=", 0, (0, 1, 1, 1, 1, 1, 1)),
        (">=", 0, (0, 0, 0, 0, 0, 0, 0)),
        ("<=", 6, (0, 0, 0, 0, 0, 0, 0)),
        (">", 90, (0, 0, 0, 0, 0, 0, 0)),
    ],
)
def test_what_a_condition_tells_apart(operator: str, level: int, expected: tuple[int, ...]) -> None:
    asks = state("a", choice("warm", "done", when=when("patience", operator, level)), choice("cold", "done"))
    assert lowest(asks)["a"] == expected


def test_a_change_brings_what_is_told_apart_backward() -> None:
    ask = state("b", choice("warm", "done", when=when("patience", ">=", 4)), choice("cold", "done"))
    found = lowest(state("a", choice("up", "b", effect=moves(patience=2))), ask)
    assert found["a"] == (0, 0, 2, 2, 2, 2, 2)
    found = lowest(state("a", choice("down", "b", effect=moves(patience=-3))), ask)
    assert found["a"] == (0,) * 7, "from 6 it is 3, which is as good as 0"


def test_what_is_stopped_at_the_end_is_told_apart_no_more() -> None:
    ask = state("b", choice("warm", "done", when=when("patience", ">=", 1)), choice("cold", "done"))
    assert lowest(state("a", choice("up", "b", effect=moves(patience=3))), ask)["a"] == (0,) * 7


def test_what_is_said_on_entering_counts_before_and_not_behind() -> None:
    says = replace(state("b", choice("on", "done")), says=(Line("Warm.", when("patience", ">", 2)), Line("Cold.")))
    found = lowest(state("a", choice("on", "b")), says)
    assert (found["a"], found["b"]) == ((0, 0, 0, 3, 3, 3, 3), (0,) * 7)


def test_replies_routes_and_silences_ask_after_the_change() -> None:
    reply = choice(
        "on", "done", effect=moves(patience=1), reply=(Line("Warm.", when("patience", ">", 2)), Line("Cold."))
    )
    assert lowest(state("a", reply))["a"] == (0, 0, 2, 2, 2, 2, 2)
    route = choice("on", (Route("done", when("patience", ">", 2)), Route("lost")), effect=moves(patience=-1))
    assert lowest(state("a", route))["a"] == (0, 0, 0, 0, 4, 4, 4)
    quiet = silence(effect=moves(patience=-2), reply=(Line("Still there?", when("patience", ">", 2)), Line("…")))
    assert lowest(state("a", choice("on", "done"), silence=quiet))["a"] == (0, 0, 0, 0, 0, 5, 5)


def test_a_rule_is_asked_before_and_after_every_answer() -> None:
    rules = (Rule(when("patience", "==", 0), "lost"),)
    down = state("a", choice("down", "done", effect=moves(patience=-1)), choice("on", "done"))
    assert lowest(down, always=rules)["a"] == (0, 1, 2, 2, 2, 2, 2)


def test_where_a_back_leads_anything_may_be_asked() -> None:
    rules = (Rule(when("patience", "==", 0), "calm", once=True),)
    hub = state("hub", choice("off", "done"), choice("on", "done", when=when("patience", "<", 5)))
    calm = state("calm", choice("sorry", BACK), choice("stop", "lost"))
    assert lowest(hub, calm, always=rules)["calm"] == (0, 1, 1, 1, 1, 5, 5)
