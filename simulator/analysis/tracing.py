"""A play on an explored graph, by numbers alone: what moves it makes, and what the scorecard needs of them.

`rehearsal` plays with the engine and can tell all that there is to say of a play; this tells whether there is anything.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from scoring.evidence import Decision
from simulator.analysis.graph import Graph
from simulator.analysis.valuation import Values
from simulator.model.scenario import SILENCE


class Traced(NamedTuple):
    """One decision of a play: a choice or a silence."""

    position: int
    move: int
    target: int


def traced(graph: Graph, play: Iterable[str]) -> list[Traced] | None:
    """The decisions of a play from the start, ids of choices and `SILENCE`; None where it can't be followed."""
    made, position = list[Traced](), 0
    for choice in play if graph.complete else ():
        step = _step(graph, position, choice)
        if step is None:
            return None
        made.append(step)
        position = step.target
    return made if graph.complete else None


def decision(values: Values, graph: Graph, made: Traced) -> Decision:
    """What the score rests on; `values` are those of `graph`. It does not tell which gauges a decision spent."""
    table, move = values.table, graph.moves[made.move]
    return Decision(
        points=values.vector(move.evidence.points),
        critical=move.evidence.critical,
        value_before=table.best[made.position],
        value_after=table.best[made.target],
        best_points_before=table.vectors[table.points[made.position]],
        best_points_after=table.vectors[table.points[made.target]],
        silence=move.choice == SILENCE,
    )


def _step(graph: Graph, position: int, choice: str) -> Traced | None:
    if choice == SILENCE:
        target, move = graph.silences.get(position, (0, -1))
        return Traced(position, move, target) if move >= 0 else None
    for place, move in enumerate(graph.fork_moves[graph.forks[position]]):
        if graph.moves[move].choice == choice:
            return Traced(position, move, graph.targets[graph.first[position] + place])
    return None
