"""Every state as blind clicking meets it: how many calls come there, and what each choice costs them."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.analysis.checks.figures import Figures
from simulator.analysis.futures import Futures
from simulator.analysis.graph import Graph
from simulator.analysis.groups import groups_of
from simulator.engine import compiled_of


@dataclass(frozen=True, slots=True)
class ChoiceCost:
    """What a choice costs where blind clicking is offered it, in points of the score."""

    choice: str
    offered: float
    """How many of the decisions in its state offer it, as a fraction of 1."""
    mean: float
    low: float
    high: float
    critical: bool
    """Whether it can be a critical error."""


@dataclass(frozen=True, slots=True)
class StateDecisions:
    """A state, and its choices in the file's order. Choices that blind clicking is never offered are left out."""

    state: str
    share: float
    """How many blind calls come there, as a fraction of 1."""
    times: float
    """How many decisions those that come there take in it, on average."""
    choices: tuple[ChoiceCost, ...]


class _Costs:
    """The costs of one choice, gathered."""

    __slots__ = ("critical", "high", "low", "offered", "total")

    def __init__(self) -> None:
        self.offered = self.total = 0.0
        self.low, self.high = float("inf"), 0.0
        self.critical = False

    def add(self, here: float, cost: float, *, critical: bool) -> None:
        """Count in a position that blind clicking comes by so often."""
        self.offered += here
        self.total += here * cost
        self.low, self.high = min(self.low, cost), max(self.high, cost)
        self.critical = self.critical or critical


def decisions_of(figures: Figures) -> tuple[StateDecisions, ...]:
    """The states that blind clicking comes by, in the file's order."""
    graph, futures = figures.graph, figures.futures
    state_of = [graph.state_of[position] for position in futures.positions]
    times, entered = [0.0] * len(graph.names), [0.0] * len(graph.names)
    entered[state_of[0]] = 1.0
    costs: dict[tuple[str, str], _Costs] = {(move.state, move.choice): _Costs() for move in graph.moves}
    own = [costs[move.state, move.choice] for move in graph.moves]
    critical = [bool(move.evidence.critical) for move in graph.moves]
    for future, here in enumerate(figures.chances.reach):
        edges, state = futures.edges(future), state_of[future]
        if not here or not edges:
            continue
        times[state] += here
        for edge in edges:
            move, after = futures.edge_moves[edge], state_of[futures.targets[edge]]
            own[move].add(here, figures.costs[edge], critical=critical[move])
            if after != state:
                entered[after] += here / len(edges)
    for state in _again(graph):
        if times[state]:
            entered[state] = _first_entered(futures, state_of, state)
    return tuple(
        StateDecisions(name, entered[state], times[state] / entered[state], _choices(graph, name, times[state], costs))
        for state, name in enumerate(graph.names)
        if times[state]
    )


def _choices(graph: Graph, state: str, times: float, costs: dict[tuple[str, str], _Costs]) -> tuple[ChoiceCost, ...]:
    found = ((choice.id, costs.get((state, choice.id))) for choice in graph.scenario.states[state].choices)
    return tuple(
        ChoiceCost(name, own.offered / times, own.total / own.offered, own.low, own.high, own.critical)
        for name, own in found
        if own is not None and own.offered
    )


def _again(graph: Graph) -> list[int]:
    """The states that a call can leave and come back to: of those it does not tell how many calls enter them."""
    groups = groups_of(graph.scenario, compiled_of(graph.scenario).marks)
    numbers = {name: number for number, name in enumerate(graph.names)}
    return [numbers[state] for group in groups if len(group.states) > 1 for state in group.states]


def _first_entered(futures: Futures, state_of: list[int], state: int) -> float:
    """How likely blind clicking comes to a state at all: its calls are followed until they are there."""
    coming, there = [0.0] * len(state_of), 0.0
    coming[0] = 1.0
    for future in futures.order:
        here, edges = coming[future], futures.edges(future)
        if state_of[future] == state:
            there += here
        elif here:
            for edge in edges:
                coming[futures.targets[edge]] += here / len(edges)
    return there
