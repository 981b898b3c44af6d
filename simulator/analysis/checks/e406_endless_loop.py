"""E406: a way round that a call can go for ever."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.analysis.checks.ground import Finding, Ground, choice_place, seen_at
from simulator.analysis.graph import Loop
from simulator.model.message import N_, Message


def find(ground: Ground) -> Iterator[Finding]:
    """The shortest loops, named as choices, with the `once` that cures each."""
    known: set[tuple[str, str]] = set()
    for graph in ground.graphs:
        for loop in graph.loops:
            if known.isdisjoint(loop.steps):
                known.update(loop.steps)
                where = choice_place(*(loop.cure or loop.steps[0]))
                yield Finding("E406", where, _headline(loop), seen_at(_advice(loop), graph, loop.position))


def _headline(loop: Loop) -> Message:
    way = " → ".join(f"`{state}/{choice}`" for state, choice in loop.steps)
    return Message(N_("A call can go round for ever: {way}, and again."), {"way": way})


def _advice(loop: Loop) -> Message:
    if loop.cure is None:
        return Message(N_("Every loop must spend something: a choice with `once`, or a gauge that runs out."))
    state, choice = loop.cure
    return Message(
        N_("Add `once: yes` to the choice `{choice}` of the state `{state}`, or let the loop use up a gauge."),
        {"choice": choice, "state": state},
    )
