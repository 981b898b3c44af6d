"""E404: a list of lines, or of items of a `goto`, of which none holds at some moment."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.analysis.checks.ground import Finding, Ground, seen_at
from simulator.analysis.graph import FaultKind
from simulator.model.message import N_, Message


def find(ground: Ground) -> Iterator[Finding]:
    """Every such list, with a play that meets it."""
    for graph in ground.graphs:
        for fault in graph.faults:
            if fault.kind is FaultKind.NO_WAY_BACK:
                continue
            advice = Message(N_("Write a last one that has no `when`."))
            last = (fault.choice,) if fault.choice else ()
            yield Finding("E404", fault.place, _headline(fault.kind), seen_at(advice, graph, fault.position, *last))


def _headline(kind: FaultKind) -> Message:
    if kind is FaultKind.NO_LINE:
        return Message(N_("At some moments no line of this list holds."))
    return Message(N_("At some moments no item of this `goto` holds."))
