"""E412: more positions than can be played."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import Final, NamedTuple

from simulator.analysis.checks.ground import NAMED, Finding, Ground
from simulator.analysis.graph import Graph, Place
from simulator.engine import Packing, compiled_of, reducer_of
from simulator.model.message import N_, Message
from simulator.model.scenario import SILENCE, Scenario

SAMPLE: Final = 200_000
"""Positions looked at to tell what makes them so many."""

NOTABLE: Final = 1.5
"""How many times fewer positions there must be without something for it to be named."""


class _Part(NamedTuple):
    """A part of what tells positions apart, and what is said of it."""

    mask: int
    """Its bits in a packed position."""
    place: Place
    named: str
    """How it is called in a list; `{name}` and `{times}` are filled in."""
    advice: str
    name: str = ""


class _Cost(NamedTuple):
    """What a part costs: how many times fewer positions there would be without it."""

    times: float
    part: _Part

    def said(self) -> Message:
        return Message(self.part.named, {"name": self.part.name, "times": self.times})


def find(ground: Ground) -> Iterator[Finding]:
    """The gauges, the facts and the marks without which there would be fewest positions, the worst first."""
    graph = next((graph for graph in ground.graphs if not graph.complete), None)
    if graph is None:
        return
    headline = Message(N_("The call has more than {limit} positions."), {"limit": ground.limit})
    costs = sorted(_costs(graph), key=attrgetter("times"), reverse=True)[:NAMED]
    if not costs:
        advice = Message(N_("No gauge, fact or `once` alone makes them so many: make the call shorter."))
        yield Finding("E412", ("states",), headline, advice)
        return
    worst = costs[0].part
    text = N_("How many times fewer there would be without what costs most: {costs}. {advice}")
    told = {"costs": tuple(cost.said() for cost in costs), "advice": Message(worst.advice, {"name": worst.name})}
    yield Finding("E412", worst.place, headline, Message(text, told))


def _costs(graph: Graph) -> Iterator[_Cost]:
    """What each part costs, where that is worth a word."""
    sample = [*zip(graph.state_of[:SAMPLE], graph.packed[:SAMPLE], strict=True)]
    for part in _parts(graph.scenario):
        if not part.mask:
            continue
        rest = ~part.mask
        times = len(sample) / len({(state, packed & rest) for state, packed in sample})
        if times >= NOTABLE:
            yield _Cost(times, part)


def _parts(scenario: Scenario) -> Iterator[_Part]:
    """Every part of a position but the state, in the file's order."""
    marks = compiled_of(scenario).marks
    packing = Packing(scenario, marks, reducer_of(scenario))
    masks = dict(zip(scenario.variables, packing.masks, strict=True))
    for gauge in scenario.gauges:
        text, advice = N_("the gauge `{name}` ({times} times)"), N_("Give `{name}` fewer values or move it less.")
        yield _Part(masks[gauge.id], ("gauges", gauge.id), text, advice, gauge.id)
    for fact in scenario.facts:
        text, advice = (
            N_("the fact `{name}` ({times} times)"),
            N_("Ask for `{name}` soon after it is set, and never later."),
        )
        yield _Part(masks[fact.id], ("facts", fact.id), text, advice, fact.id)
    for state in scenario.states.values():
        text = N_("the choices with `once` of `{name}` ({times} times)")
        advice = N_("Each choice with `once` can double them: leave out some in `{name}`, or lead on sooner.")
        spent = sum(marks.choice(state, choice) for choice in state.choices) << packing.spent_shift
        yield _Part(spent, ("states", state.id), text, advice, state.id)
    silences = sum(bit for (_, choice), bit in marks.bits.items() if choice == SILENCE) << packing.spent_shift
    text, advice = N_("the silences ({times} times)"), N_("Give silences a `goto`: without one, each can double them.")
    yield _Part(silences, ("states",), text, advice)
    rules = sum(map(marks.rule, range(len(scenario.always)))) << packing.spent_shift
    text, advice = N_("the rules with `once` ({times} times)"), N_("Each rule with `once` can double them: merge some.")
    yield _Part(rules, ("always",), text, advice)
    text, advice = N_("what `back` returns to ({times} times)"), N_("Write a state in place of `back`.")
    yield _Part(-1 << packing.back_shift, ("states",), text, advice)
