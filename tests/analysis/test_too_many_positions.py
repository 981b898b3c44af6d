"""E412: what makes a call too large is named, the worst first."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from simulator.model.conditions import Condition
from simulator.model.scenario import BACK, Fact, Route, Rule, Scenario
from tests.analysis.making import PATIENCE, call, choice, found, moves, only, sets, silence, state, when, words


def crowded(*read: Condition, **more: Any) -> Scenario:
    """A row of states with choices that move two gauges and a fact, and a last one that reads some of them."""
    names = [f"r{number}" for number in range(8)]
    row = tuple(
        state(here, choice("up", after, effect=moves(big=1)), choice("down", after, effect=moves(small=-1)),
              choice("tell", after, effect=sets(cause="job")))
        for here, after in zip(names, (*names[1:], "fork"), strict=True)
    )  # fmt: skip
    fork = state("fork", choice("on", (*(Route("s0", one) for one in read), Route("s1"))))
    gauges = (replace(PATIENCE, id="big", start=0, max=20), replace(PATIENCE, id="small", start=1, max=1))
    return call(*row, fork, gauges=gauges, facts=(Fact("cause", ("unknown", "job")),), **more)


def test_e412_too_many_positions_names_the_gauge_that_costs_most() -> None:
    """Each level that something asks for counts."""
    every = when("small", "==", 0), *(when("big", "==", n) for n in range(1, 9, 2)), when("cause", "==", "job")
    finding = only(found(crowded(*every), "E412", limit=100))
    assert finding.place == ("gauges", "big")
    assert "more than 100 positions" in words(finding)


def test_e412_names_a_fact_where_no_gauge_is_read() -> None:
    assert only(found(crowded(when("cause", "==", "job")), "E412", limit=12)).place == ("facts", "cause")


def test_e412_names_the_marks_of_once_where_nothing_else_makes_many() -> None:
    asks = tuple(choice(f"ask{n}", once=True, effect=moves(patience=-1)) for n in range(4))
    reads = choice("off", "s0", when=when("patience", ">", 1))
    finding = only(found(call(state("hub", *asks, choice("on", "s0"), reads), gauges=(PATIENCE,)), "E412", limit=10))
    assert finding.place == ("states", "hub")
    assert "the choices with `once` of `hub` (2.8 times). Each choice with `once` can double them" in words(finding)


def test_e412_names_gauges_facts_and_marks_the_worst_first() -> None:
    asks = tuple(choice(f"ask{n}", once=True) for n in range(2))
    less = choice("less", when=when("patience", ">", 0), effect=moves(patience=-1))
    tell = choice("tell", effect=sets(cause="job"), when=when("cause", "==", "unknown"))
    crowd = call(
        state("hub", *asks, less, tell, choice("on", "s0")),
        gauges=(PATIENCE,),
        facts=(Fact("cause", ("unknown", "job")),),
    )
    finding = only(found(crowd, "E412", limit=24))
    assert finding.place == ("states", "hub")
    said = words(finding)
    places = [said.index(name) for name in ("of `hub` (", "the gauge `patience` (", "the fact `cause` (")]
    assert places == sorted(places)


def test_e412_where_nothing_alone_makes_them_many() -> None:
    row = tuple(state(f"r{n}", choice("on", f"r{n + 1}")) for n in range(20))
    finding = only(found(call(*row, state("r20", choice("on", "s0"))), "E412", limit=10))
    assert finding.place == ("states",)
    assert "make the call shorter" in words(finding)


def test_e412_names_the_marks_of_silences() -> None:
    asks = tuple(choice(f"ask{n}", once=True) for n in range(4))
    finding = only(found(call(state("hub", *asks, choice("on", "s0"), silence=silence())), "E412", limit=24))
    assert "of `hub` (" in words(finding)
    assert "and the silences (" in words(finding)


def test_e412_names_the_marks_of_rules() -> None:
    """Facts that come and go: a rule tells that one was known before."""
    names = ("debt", "job", "move")
    known = tuple(choice(f"tell-{n}", when=when(n, "==", "no"), effect=sets(**{n: "yes"})) for n in names)
    gone = choice("forget", effect=sets(**dict.fromkeys(names, "no")))
    hub, there = state("hub", *known, gone, choice("on", "s0")), state("there", choice("again", BACK))
    rules = tuple(Rule(when(name, "==", "yes"), "there", once=True) for name in names)
    facts = tuple(Fact(name, ("no", "yes")) for name in names)
    finding = only(found(call(hub, there, facts=facts, always=rules), "E412", limit=40))
    assert "the rules with `once` (" in words(finding)
