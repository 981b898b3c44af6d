"""W313: a hidden fact to which fewer than two ways lead: who misses the one never learns it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.analysis.checks.ground import Finding, Ground
from simulator.analysis.graph import Graph
from simulator.analysis.hearing import reply_place
from simulator.model.message import N_, Message

FEWEST: Final = 2


def find(ground: Ground) -> Iterator[Finding]:
    """Every such fact, in the first of the variants that set it where it has too few."""
    for graph in ground.graphs:
        for fact in dict(graph.scenario.variant(graph.variant).effect.sets):
            found = ways(graph, fact)
            if len(found) < FEWEST:
                yield Finding("W313", ("facts", fact), _headline(graph, fact, found), _advice(found))


def ways(graph: Graph, fact: str) -> tuple[str, ...]:
    """The places where calls of a variant can hear the fact: choices as `state/choice`, and states' own lines.

    A silence's reply is no way to it: silence is not counted in every mode.
    """
    spoken, found = graph.coverage.lines, list[str]()
    for state in graph.scenario.states.values():
        if any(line.reveals == fact and ("states", state.id, "says", n) in spoken for n, line in enumerate(state.says)):
            found.append(state.id)
        for choice in state.choices:
            place = reply_place(state, choice)
            if any(line.reveals == fact and (*place, n) in spoken for n, line in enumerate(choice.reply)):
                found.append(f"{state.id}/{choice.id}")
    return tuple(found)


def _headline(graph: Graph, fact: str, found: tuple[str, ...]) -> Message:
    values = {"fact": fact, "variant": graph.variant, "ways": tuple(f"`{way}`" for way in found)}
    if found:
        return Message(N_("In the variant `{variant}` a single way leads to the hidden fact `{fact}`: {ways}."), values)
    return Message(N_("In the variant `{variant}` no line reveals the hidden fact `{fact}`."), values)


def _advice(found: tuple[str, ...]) -> Message:
    if found:
        return Message(
            N_("Let a second choice bring it out, later in the call: give its `reply` a line with `reveals`.")
        )
    return Message(N_("Let the replies to two choices bring it out: give each a line with `reveals`."))
