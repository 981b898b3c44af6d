"""W316: an objective that every call meets, or none, which tells the trainee nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.analysis.checks.ground import Finding, Ground
from simulator.analysis.checks.written import effects
from simulator.analysis.graph import Graph
from simulator.engine import compiled_of
from simulator.model.conditions import Condition, names
from simulator.model.message import N_, Message
from simulator.model.scenario import Effect

_EITHER: Final = frozenset((True, False))


def find(ground: Ground) -> Iterator[Finding]:
    """Every objective that ends the same way in all calls of all variants."""
    for number, objective in enumerate(ground.scenario.objectives):
        results: set[bool] = set()
        for graph in ground.graphs:
            if results < _EITHER:
                results |= met(graph, objective.met)
        if results != _EITHER:
            yield Finding("W316", ("objectives", number, "met"), *_words(always=True in results))


def met(graph: Graph, condition: Condition) -> set[bool]:
    """What a condition can be where calls of a sound graph end, silences left out; it stops once it can be both.

    The graph's positions have dropped what only objectives read: the values of those gauges and facts are followed
    along the calls, as sets of all that they can be in each future.
    """
    followed, holds = _Followed(graph, condition), compiled_of(graph.scenario).functions.predicate(condition)
    futures, ended, results = graph.futures, 0, set[bool]()
    there = [0] * len(futures.positions)
    there[0] = followed.start
    for future in futures.order:
        here = there[future]
        for edge in futures.edges(future) if here else ():
            move = futures.edge_moves[edge]
            after = followed.after(move, here)
            if not futures.moves[move].ending:
                there[futures.targets[edge]] |= after
            elif after & ~ended:
                results |= {holds(values) for values in followed.values(after & ~ended)}
                ended |= after
                if results == _EITHER:
                    return results
    return results


class _Followed:
    """The gauges and facts that a condition reads. Each combination of their values has a bit; sets are numbers."""

    def __init__(self, graph: Graph, condition: Condition) -> None:
        compiled, read = compiled_of(graph.scenario), set(names(condition))
        self._known: list[tuple[int, ...]] = []
        self._bits: dict[tuple[int, ...], int] = {}
        self._after: dict[tuple[Effect, int], int] = {}
        self._transform = compiled.functions.transform
        self._effects = [_narrowed(effects(graph.scenario, move), read) for move in graph.moves]
        places = {graph.scenario.variables[name] for name in read}
        start = compiled.start(graph.variant).values
        self.start = self._bit(tuple(value if place in places else 0 for place, value in enumerate(start)))
        """What they are where a call starts."""

    def after(self, move: int, some: int) -> int:
        """What they can be after a move, if they can be `some` before it."""
        for effect in self._effects[move]:
            if (effect, some) not in self._after:
                transform = self._transform(effect)
                self._after[effect, some] = sum({self._bit(transform(values)) for values in self.values(some)})
            some = self._after[effect, some]
        return some

    def values(self, some: int) -> Iterator[tuple[int, ...]]:
        """Those of a set, each with zeros for what the condition does not read."""
        while some:
            bit = some & -some
            yield self._known[bit.bit_length() - 1]
            some ^= bit

    def _bit(self, values: tuple[int, ...]) -> int:
        if values not in self._bits:
            self._bits[values] = 1 << len(self._known)
            self._known.append(values)
        return self._bits[values]


def _narrowed(several: tuple[Effect, ...], read: set[str]) -> tuple[Effect, ...]:
    """The effects on what is read, in their order; those that move nothing of it are left out."""
    narrowed = (
        Effect(
            tuple(one for one in effect.sets if one[0] in read), tuple(one for one in effect.changes if one[0] in read)
        )
        for effect in several
    )
    return tuple(effect for effect in narrowed if effect != Effect())


def _words(*, always: bool) -> tuple[Message, Message]:
    if always:
        return (
            Message(N_("Every call meets this objective, the worst ones included.")),
            Message(N_("A trainee reads it as done whatever they did. Ask for what a careless call leaves out.")),
        )
    return (
        Message(N_("No call meets this objective.")),
        Message(N_("A trainee can't reach it. Ask for what a good call does, or let a choice set what it asks for.")),
    )
