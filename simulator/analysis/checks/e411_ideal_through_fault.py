"""E411: the ideal call goes through a fault, because the repair earns more than the fault costs."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.analysis.checks.best import BestSteps
from simulator.analysis.checks.ground import Finding, Ground, choice_place, seen_at
from simulator.analysis.checks.written import negative
from simulator.analysis.graph import Graph
from simulator.analysis.valuation import Values
from simulator.model.message import N_, Message
from simulator.model.scenario import Scenario


def find(ground: Ground) -> Iterator[Finding]:
    """Every choice with negative points on a call that costs nothing; tied ideal calls count as well."""
    for figures in ground.figures():
        known: set[tuple[str, str]] = set()
        for step in BestSteps(figures).ideal():
            move = step.move
            lost = negative(ground.scenario, move)
            if lost and (move.state, move.choice) not in known:
                known.add((move.state, move.choice))
                headline = Message(
                    N_("The ideal call goes through a fault: the choice `{choice}` has negative points ({points})."),
                    {"choice": move.choice, "points": tuple(f"{c} {p:d}" for c, p in lost)},
                )
                advice = _advice(ground.scenario, figures.graph, figures.values, step.position)
                help_text = seen_at(advice, figures.graph, step.position, move.choice)
                yield Finding("E411", choice_place(move.state, move.choice), headline, help_text)


def _advice(scenario: Scenario, graph: Graph, values: Values, position: int) -> Message:
    marks = values.marks(graph.positions[position])
    moves = (graph.moves[graph.edge_moves[edge]] for edge in graph.edges(position))
    clean = [marks[move.choice].cost for move in moves if not negative(scenario, move)]
    if not clean:
        return Message(N_("Every choice there has negative points: give one that has none."))
    if min(clean) == 0:
        return Message(N_("It costs nothing beside a choice without any: give what follows it fewer points."))
    return Message(
        N_("The best choice without any costs {points} points: what follows the fault earns more than it took."),
        {"points": min(clean)},
    )
