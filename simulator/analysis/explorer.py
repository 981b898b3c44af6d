"""Every way a call can go: breadth first over reduced positions, choices and silences, from one variant's start.

A position is a whole number beside its state (`simulator.engine.packing`), and each state has one generated function
that opens its positions (`simulator.analysis.openers`).
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final

from simulator.analysis.graph import Coverage, Fault, FaultKind, Graph, Move, Place
from simulator.analysis.hearing import Ear
from simulator.analysis.openers import Opener, Turn, openers_of
from simulator.analysis.order import loops, released
from simulator.analysis.unpacking import Index, Positions, Silences
from simulator.engine import compiled_of, evidence, reducer_of
from simulator.model.position import Advance, Position
from simulator.model.scenario import SILENCE, Scenario

PLAYABLE: Final = 200_000
"""The most positions of a variant that may be played."""

ANALYSABLE: Final = 5_000_000
"""The most positions that may be analysed on request."""


def explore(scenario: Scenario, variant: str, limit: int = PLAYABLE, start: Position | None = None) -> Graph:
    """The graph of `variant`, up to `limit` positions: from where its calls start, else from `start`.

    Raises KeyError for an unknown variant.
    """
    search = _Search(scenario, variant)
    search.run(limit, start or compiled_of(scenario).start(variant))
    return search.graph()


class _Numbers(dict[int, int]):
    """The number of each position of one state, by its bits; one that is asked for and unknown gets the next."""

    __slots__ = ("_packed", "_state", "_state_of")

    def __init__(self, state: int, packed: list[int], state_of: list[int]) -> None:
        super().__init__()
        self._state, self._packed, self._state_of = state, packed, state_of

    def __missing__(self, bits: int) -> int:
        number = self[bits] = len(self._packed)
        self._packed.append(bits)
        self._state_of.append(self._state)
        return number


class _Search:
    """One search. Its lists become those of the graph."""

    def __init__(self, scenario: Scenario, variant: str) -> None:
        self.scenario, self.variant = scenario, variant
        self.writer = openers_of(scenario)
        self.packing = self.writer.packing
        self.packed: list[int] = []
        self.state_of: list[int] = []
        self.known = [_Numbers(state, self.packed, self.state_of) for state in range(len(self.packing.names))]
        self.first: list[int] = [0]
        self.targets: list[int] = []
        self.turns: list[int] = []
        self.silent: list[int] = []
        self.silent_targets: list[int] = []
        self.silent_turns: list[int] = []
        self.inner: list[int] = []
        self.inner_targets: list[int] = []
        self.stuck: list[int] = []
        self.faults: dict[tuple[FaultKind, Place], Fault] = {}
        self.tried: set[tuple[str, str]] = set()
        """The choices, by state, of which a step could not be made."""
        self.ear = Ear(compiled_of(scenario), self.writer.lists, self._unheard)
        self.openers = [self._waiting(number) for number in range(len(self.packing.names))]

    def run(self, limit: int, start: Position) -> None:
        """Search from `start` until nothing new is found or the limit is passed."""
        self.known[self.packing.number[start.state]][self.packing.pack(reducer_of(self.scenario)(start))]
        self.ear.enter(start.state, start.values, 0, "")
        openers, first, targets, found = self.openers, self.first, self.targets, self.packed
        for number, (packed, state) in enumerate(zip(self.packed, self.state_of, strict=True)):  # both grow
            if len(found) > limit:
                break
            openers[state](number, packed)
            first.append(len(targets))

    def _waiting(self, state: int) -> Opener:
        """Stands in for the opener of a state until the first of its positions is opened."""

        def opener(number: int, packed: int) -> None:
            self.openers[state] = self._opener(self.packing.names[state])
            self.openers[state](number, packed)

        return opener

    def _opener(self, state: str) -> Opener:
        if state not in self.scenario.states:
            return _closed
        return self.writer.opener(
            state,
            targets=self.targets,
            turns=self.turns,
            silent=self.silent,
            silent_targets=self.silent_targets,
            silent_turns=self.silent_turns,
            inner=self.inner,
            inner_targets=self.inner_targets,
            stuck=self.stuck,
            fault=self._mishap,
            known=self.known,
            kept=self.packing.kept,
            listening=self.ear.listening,
            heard=self.ear.heard,
            hear=self._hear,
            enter=self._enter,
        )

    def _mishap(self, mishap: int, number: int) -> None:
        kind, place, state, choice = self.writer.mishaps[mishap]
        self.tried.add((state, choice))
        self.faults.setdefault((kind, place), Fault(kind, place, number, choice))

    def _unheard(self, place: Place, number: int, choice: str) -> None:
        key = (FaultKind.NO_LINE, place)
        self.faults.setdefault(key, Fault(*key, number, choice))

    def _hear(self, slot: int, number: int, way: int) -> None:
        self.ear.hear(slot, number, self.writer.ways[way])

    def _enter(self, state: int, values: tuple[int, ...], number: int, way: int) -> None:
        self.ear.enter(self.packing.names[state], values, number, self.writer.ways[way])

    def graph(self) -> Graph:
        """What was found."""
        complete = len(self.first) > len(self.packed)
        order = [*chain.from_iterable(self._in_order())] if complete else []
        tangled = complete and len(order) < len(self.packed)
        positions = Positions(self.packing, self.state_of, self.packed)
        turns = [*self._turns_met()]
        moves, numbers = _moves(self.scenario, [self.writer.turns[turn] for turn in turns])
        move_of = dict(zip(turns, numbers, strict=True))
        graph = Graph(
            scenario=self.scenario,
            variant=self.variant,
            positions=positions,
            index=Index(self.packing, positions, self.known),
            state_of=array("H", self.state_of),
            names=self.packing.names,
            packed=self.packed,
            first=self.first,
            targets=self.targets,
            edge_moves=_renumbered(self.turns, move_of),
            moves=moves,
            silences=Silences(self.silent, self.silent_targets, _renumbered(self.silent_turns, move_of)),
            coverage=self._coverage(turns),
            faults=tuple(self.faults.values()),
            stuck=tuple(self.stuck),
            complete=complete,
            order=[] if tangled else order,
            loops=(),
        )
        return replace(graph, loops=loops(graph)) if tangled else graph

    def _in_order(self) -> Iterator[Iterable[int]]:
        """The positions, group by group of their states, each before those that it leads to."""
        leads: dict[int, list[int]] = {}
        for position, target in zip(self.inner, self.inner_targets, strict=True):
            leads.setdefault(position, []).append(target)
        waiting = Counter(self.inner_targets)
        for group in self.writer.groups:
            known = [self.known[self.packing.number[state]] for state in group.states]
            if group.rounds and group.spends:
                yield from _by_marks(known, self.packing.spent_mask)
            elif group.rounds:
                yield released(sorted(chain.from_iterable(map(dict.values, known))), leads, waiting)
            else:
                yield known[0].values()
        yield from (self.known[self.packing.number[ending]].values() for ending in self.scenario.endings)

    def _turns_met(self) -> Iterable[int]:
        """Every turn that a call can take, in the order found; a silence is found behind the choices beside it."""
        met: dict[int, None] = {}
        looked = 0
        for turn, number in _first_of_each(self.silent_turns, self.silent).items():
            met |= dict.fromkeys(self.turns[looked : self.first[number + 1]])
            looked = self.first[number + 1]
            met[turn] = None
        return met | dict.fromkeys(self.turns[looked:])

    def _coverage(self, turns: Iterable[int]) -> Coverage:
        names, states, met = self.packing.names, self.scenario.states, [self.writer.turns[turn] for turn in turns]
        opened = {names[state] for state in set(self.state_of[: len(self.first) - 1])}
        tried = self.tried | {(turn.state, turn.choice) for turn in met}
        spoken = {(name, "") for name in {names[state] for state in set(self.state_of)}} | tried
        certain = {place for owner, place in self.writer.lists.certain.items() if owner in spoken}
        return Coverage(
            states=opened & states.keys(),
            choices={(state, choice) for state, choice in tried if choice != SILENCE},
            lines=certain.union(self.ear.lines()),
            routes={(turn.state, turn.choice, turn.route) for turn in met if turn.route >= 0},
            rules={turn.rule for turn in met if turn.rule >= 0},
            endings=opened - states.keys(),
        )


def _closed(number: int, packed: int) -> None:
    """Opens an ending: nothing leads on."""


def _by_marks(known: Iterable[Mapping[int, int]], marks: int) -> Iterator[list[int]]:
    """The positions with fewer marks spent before those with more."""
    by_count: dict[int, list[int]] = {}
    for numbers in known:
        for bits, number in numbers.items():
            by_count.setdefault((bits & marks).bit_count(), []).append(number)
    return (by_count[count] for count in sorted(by_count))


def _moves(scenario: Scenario, turns: Iterable[Turn]) -> tuple[list[Move], list[int]]:
    """The moves that turns are, and which move each one is: what fired a rule makes no difference to what it is."""
    moves: dict[tuple[str, str, int, str], Move] = {}
    places: dict[tuple[str, str, int, str], int] = {}
    numbers = []
    for state, choice, route, rule, goto in turns:
        key = (state, choice, route, goto if goto in scenario.endings else "")
        if key not in moves:
            places[key] = len(moves)
            advance = Advance(Position(goto, ()), route, rule)
            moves[key] = Move(*key, evidence(scenario, Position(state, ()), choice, advance))
        numbers.append(places[key])
    return list(moves.values()), numbers


def _renumbered(turns: Iterable[int], numbers: Mapping[int, int]) -> list[int]:
    return [*map(numbers.__getitem__, turns)]


def _first_of_each(keys: Sequence[int], values: Sequence[int]) -> dict[int, int]:
    """The value at the first place of each key, in the order of those places."""
    first = dict(zip(reversed(keys), reversed(values), strict=True))
    return {key: first[key] for key in dict.fromkeys(keys)}
