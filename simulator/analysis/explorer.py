"""Every way a call can go: breadth first over reduced positions, choices and silences, from one variant's start.

A position is a whole number beside its state (`simulator.engine.packing`), and each state has one generated function
that opens its positions (`simulator.analysis.openers`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, MutableSequence, Sequence
from dataclasses import replace
from itertools import chain, count, islice
from typing import Final

from simulator.analysis.compact import boundless, row_for
from simulator.analysis.forks import Fork, Turn
from simulator.analysis.graph import Coverage, Fault, FaultKind, Graph, Move, Place
from simulator.analysis.hearing import Ear
from simulator.analysis.openers import Opener, openers_of
from simulator.analysis.order import loops, released
from simulator.analysis.unpacking import Index, Positions, Silences
from simulator.engine import compiled_of, evidence, reducer_of
from simulator.model.position import Advance, Position
from simulator.model.scenario import SILENCE, Scenario

PLAYABLE: Final = 200_000
"""The most positions of a variant that may be played."""

ANALYSABLE: Final = 5_000_000
"""The most positions that may be analysed on request."""

MOST_WAYS: Final = 10
"""What one position can lead to at most: nine choices and the silence."""


def explore(scenario: Scenario, variant: str, limit: int = PLAYABLE, start: Position | None = None) -> Graph:
    """The graph of `variant`, up to `limit` positions: from where its calls start, else from `start`.

    Raises KeyError for an unknown variant.
    """
    search = _Search(scenario, variant)
    search.run(limit, start or compiled_of(scenario).start(variant))
    return search.graph()


class _Faults:
    """What can't be done, the first time that each was met. A thing of its own, not to tie a search to its ear."""

    def __init__(self) -> None:
        self.found: dict[tuple[FaultKind, Place], Fault] = {}

    def note(self, kind: FaultKind, place: Place, number: int, choice: str) -> None:
        """Note that this happens in the position `number`."""
        self.found.setdefault((kind, place), Fault(kind, place, number, choice))


class _Search:
    """One search. Its lists become those of the graph."""

    def __init__(self, scenario: Scenario, variant: str) -> None:
        self.scenario, self.variant = scenario, variant
        self.writer = openers_of(scenario)
        self.packing = self.writer.packing
        self.packed: list[int] = []
        self.state_of: MutableSequence[int] = []
        numbers = count()
        self.known = [defaultdict[int, int](numbers.__next__) for _ in self.packing.names]
        """The number of each position, by its state and its bits; one that was never met gets the next."""
        self.listed = [0 for _ in self.packing.names]
        """How many positions of each state are in `packed` and `state_of`."""
        self.forks: Sequence[int] = []
        self.targets: MutableSequence[int] = []
        self.silent_targets: list[int] = []
        self.inner: list[int] = []
        self.inner_targets: list[int] = []
        self.faults = _Faults()
        self.ear = Ear(compiled_of(scenario), self.packing, self.writer.lists, self.faults.note)

    def run(self, limit: int, start: Position) -> None:
        """Search from `start` until nothing new is found or the limit is passed."""
        self.known[self.packing.number[start.state]][self.packing.pack(reducer_of(self.scenario)(start))]
        self._list_new()
        self.ear.enter(start.state, start.values, 0, "")
        openers = self._openers()
        while len(self.forks) < len(self.packed) <= limit:
            self._open(openers, 1 + (limit - len(self.packed)) // MOST_WAYS)
            self._list_new()
        for known in self.known:
            known.default_factory = None

    def _open(self, openers: Sequence[Opener], most: int) -> None:
        """Open at most that many of the positions listed, those of one state together where there are no others."""
        coming = slice(len(self.forks), len(self.forks) + most)
        bits, states = self.packed[coming], self.state_of[coming]
        if states.count(states[0]) == len(states):
            openers[states[0]](bits)
            return
        for one, state in zip(zip(bits), states, strict=True):
            openers[state](one)

    def _list_new(self) -> None:
        """List the bits and the state of the positions met since the last time, in the order of their numbers."""
        new = {state: len(known) - self.listed[state] for state, known in enumerate(self.known)}
        new = {state: met for state, met in new.items() if met}
        room = [0] * sum(new.values())
        self.packed += room
        self.state_of += room
        for state, met in new.items():
            self.listed[state] += met
            if met == len(room):
                self.packed[-met:] = [*islice(reversed(self.known[state]), met)][::-1]
                self.state_of[-met:] = [state] * met
                return
            for bits, number in islice(reversed(self.known[state].items()), met):
                self.packed[number] = bits
                self.state_of[number] = state

    def _openers(self) -> list[Opener]:
        return self.writer.openers(
            forks=self.forks,
            targets=self.targets,
            silent_targets=self.silent_targets,
            inner=self.inner,
            inner_targets=self.inner_targets,
            known=self.known,
            listening=self.ear.listening,
            said=self.ear.said,
            hear=self._hear,
            enter=self._enter,
            fault=self._mishap,
        )

    def _mishap(self, mishap: int, number: int) -> None:
        kind, place, choice = self.writer.mishaps[mishap]
        self.faults.note(kind, place, number, choice)

    def _hear(self, listed: int, bits: int, number: int, way: int) -> None:
        self.ear.hear(listed, bits, number, self.writer.ways[way])

    def _enter(self, state: int, values: tuple[int, ...], number: int, way: int) -> None:
        self.ear.enter(self.packing.names[state], values, number, self.writer.ways[way])

    def graph(self) -> Graph:
        """What was found."""
        complete = len(self.forks) == len(self.packed)
        layers = [*self._layers()] if complete else []
        tangled = complete and sum(map(len, layers)) < len(self.packed)
        row, self.forks = row_for(len(self.packed)), boundless(self.forks)
        self.state_of, self.targets = row(self.state_of), row(self.targets)
        positions = Positions(self.packing, self.state_of, self.packed)
        met = _Met(self.scenario, {number: self.writer.forks.fork(number) for number in dict.fromkeys(self.forks)})
        graph = Graph(
            scenario=self.scenario,
            variant=self.variant,
            positions=positions,
            index=Index(self.packing, positions, self.known),
            state_of=self.state_of,
            names=self.packing.names,
            packed=self.packed,
            forks=self.forks,
            fork_moves=met.fork_moves,
            targets=self.targets,
            moves=met.moves,
            silences=self._silences(met),
            coverage=self._coverage(met),
            faults=tuple(self.faults.found.values()),
            stuck=tuple(n for n, fork in enumerate(self.forks) if fork in met.stuck) if met.stuck else (),
            complete=complete,
            layers=[] if tangled else layers,
            loops=(),
        )
        return replace(graph, loops=loops(graph)) if tangled else graph

    def _layers(self) -> Iterator[Collection[int]]:
        """The positions, group by group of their states, in layers within which none leads to another."""
        leads: dict[int, list[int]] = {}
        for position, target in zip(self.inner, self.inner_targets, strict=True):
            leads.setdefault(position, []).append(target)
        waiting = Counter(self.inner_targets)
        for group in self.writer.groups:
            known = [self.known[self.packing.number[state]] for state in group.states]
            if group.rounds and group.spends:
                yield from _by_marks(known, self.packing.spent_mask)
            elif group.rounds:
                yield from released(sorted(chain.from_iterable(map(dict.values, known))), leads, waiting)
            else:
                yield known[0].values()
        yield from (self.known[self.packing.number[ending]].values() for ending in self.scenario.endings)

    def _silences(self, met: _Met) -> Silences:
        moves = met.silence_moves
        numbers = [number for number, fork in enumerate(self.forks) if fork in moves] if moves else []
        return Silences(numbers, self.silent_targets, [moves[self.forks[number]] for number in numbers])

    def _coverage(self, met: _Met) -> Coverage:
        names, states = self.packing.names, self.scenario.states
        opened = {names[state] for state in set(self.state_of[: len(self.forks)])}
        tried = {(fork.state, choice) for fork in met.forks.values() for choice in fork.offered}
        spoken = tried | {(names[state], "") for state in set(self.state_of)}
        certain = {place for owner, place in self.writer.lists.certain.items() if owner in spoken}
        return Coverage(
            states=opened & states.keys(),
            choices={(state, choice) for state, choice in tried if choice != SILENCE},
            lines=certain.union(self.ear.lines()),
            routes={(turn.state, turn.choice, turn.route) for turn in met.turns if turn.route >= 0},
            rules={turn.rule for turn in met.turns if turn.rule >= 0},
            endings=opened - states.keys(),
        )


class _Met:
    """The forks that were met, in the order found, as moves."""

    def __init__(self, scenario: Scenario, forks: Mapping[int, Fork]) -> None:
        self.forks = forks
        self.turns = [
            turn for fork in forks.values() for turn in (*fork.turns, *((fork.silence,) if fork.silence else ()))
        ]
        self.moves: list[Move] = []
        place = dict(zip(self.turns, map(self._place(scenario), self.turns), strict=True))
        self.fork_moves = {number: [place[turn] for turn in fork.turns] for number, fork in forks.items()}
        self.silence_moves = {number: place[fork.silence] for number, fork in forks.items() if fork.silence}
        self.stuck = {
            number
            for number, fork in forks.items()
            if fork.state in scenario.states and not any(choice != SILENCE for choice in fork.offered)
        }

    def _place(self, scenario: Scenario) -> Callable[[Turn], int]:
        """What finds the move that a turn is: which rule fired makes no difference to it."""
        places: dict[tuple[str, str, int, str], int] = {}

        def place(turn: Turn) -> int:
            key = (turn.state, turn.choice, turn.route, turn.goto if turn.goto in scenario.endings else "")
            if key not in places:
                places[key] = len(self.moves)
                advance = Advance(Position(turn.goto, ()), turn.route, turn.rule)
                found = evidence(scenario, Position(turn.state, ()), turn.choice, advance)
                self.moves.append(Move(*key, found))
            return places[key]

        return place


def _by_marks(known: Iterable[Mapping[int, int]], marks: int) -> Iterator[list[int]]:
    """The positions with fewer marks spent before those with more."""
    by_count: list[list[int]] = [[] for _ in range(marks.bit_count() + 1)]
    for numbers in known:
        for bits, number in numbers.items():
            by_count[(bits & marks).bit_count()].append(number)
    return filter(None, by_count)
