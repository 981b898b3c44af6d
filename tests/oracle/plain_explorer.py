"""The plain explorer: breadth first over positions as they are, one compiled step after the other.

It is what `simulator.analysis.explorer` was before it packed positions and generated a function for each state; it
stays as the reference that the packed one must equal, numbers of positions, edges and moves included.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass

from simulator.analysis.explorer import PLAYABLE
from simulator.analysis.graph import Coverage, Fault, FaultKind, Loop, Move, Place
from simulator.analysis.order import in_order, loops
from simulator.engine import Compiled, NoRoute, NoWayBack, Reducer, compiled_of, entered, evidence
from simulator.engine.generate import Taking
from simulator.model.position import Advance, Position
from simulator.model.scenario import SILENCE, Choice, Effect, Scenario, State
from tests.oracle.plain_hearing import Ear


@dataclass(frozen=True)
class PlainGraph:
    """What the plain explorer finds; each name means what it means in `simulator.analysis.graph`."""

    scenario: Scenario
    variant: str
    positions: list[Position]
    index: dict[Position, int]
    first: array[int]
    targets: array[int]
    edge_moves: array[int]
    moves: list[Move]
    silences: dict[int, tuple[int, int]]
    parents: array[int]
    parent_moves: array[int]
    coverage: Coverage
    faults: tuple[Fault, ...]
    stuck: tuple[int, ...]
    complete: bool
    order: array[int]
    loops: tuple[Loop, ...]


def explore_plainly(scenario: Scenario, variant: str, limit: int = PLAYABLE) -> PlainGraph:
    """The graph of `variant`, up to `limit` positions. Raises KeyError for an unknown variant."""
    return _Explorer(scenario, variant, limit).run()


class _Way:
    """One choice, or the silence, of a state, ready to be tried."""

    __slots__ = ("bit", "choice", "effect", "holds", "moves", "offered", "state", "take")

    def __init__(self, compiled: Compiled, state: State, choice: Choice | None, take: Taking) -> None:
        marks, functions = compiled.marks, compiled.functions
        effect = choice.effect if choice else state.silence.effect if state.silence else Effect()
        self.state = state.id
        self.choice = choice.id if choice else SILENCE
        self.holds = functions.predicate(choice.when if choice else None)
        self.bit = marks.choice(state, choice) if choice else marks.silence(state)
        self.effect = functions.transform(effect)
        self.take = take
        self.moves: dict[tuple[int, str], int] = {}
        """The moves that it has turned out to be, by route and ending."""
        self.offered = False

    @property
    def place(self) -> Place:
        """Where it stands in the document."""
        if self.choice == SILENCE:
            return ("states", self.state, SILENCE)
        return ("states", self.state, "choices", self.choice)


class _Explorer:
    """One search. Its lists become those of the graph."""

    def __init__(self, scenario: Scenario, variant: str, limit: int) -> None:
        self.scenario, self.variant, self.limit = scenario, variant, limit
        self.compiled = compiled_of(scenario)
        self.reduce = Reducer(scenario, self.compiled.marks)
        self.positions: list[Position] = []
        self.index: dict[Position, int] = {}
        self.first, self.targets, self.edge_moves = array("i", [0]), array("i"), array("i")
        self.moves: list[Move] = []
        self.silences: dict[int, tuple[int, int]] = {}
        self.parents, self.parent_moves = array("i"), array("i")
        self.coverage = Coverage()
        self.ear = Ear(self.compiled, self.coverage)
        self.faults: dict[tuple[FaultKind, Place], Fault] = {}
        self.stuck: list[int] = []
        self.ways = {state.id: self._choices(state) for state in scenario.states.values()}
        self.quiet = {state.id: self._silence(state) for state in scenario.states.values() if state.silence}

    def run(self) -> PlainGraph:
        """Search until nothing new is found or the limit is passed."""
        start = self.compiled.start(self.variant)
        self._number(self.reduce(start), -1, -1)
        self._missing(self.ear.opening(start.state, start.values), 0, "")
        opened = 0
        while opened < len(self.positions) <= self.limit:
            self._open(opened)
            self.first.append(len(self.targets))
            opened += 1
        self._count_ways()
        return self._graph(complete=opened == len(self.positions))

    def _choices(self, state: State) -> tuple[_Way, ...]:
        takings = self.compiled.takings[state.id]
        return tuple(_Way(self.compiled, state, choice, takings[choice.id]) for choice in state.choices)

    def _silence(self, state: State) -> _Way:
        return _Way(self.compiled, state, None, self.compiled.keep_silent)

    def _open(self, number: int) -> None:
        position = self.positions[number]
        state, values, spent, _ = position
        ways = self.ways.get(state)
        if ways is None:
            self.coverage.endings.add(state)
            return
        self.coverage.states.add(state)
        stuck = True
        for way in ways:
            if not spent & way.bit and way.holds(values):
                stuck, way.offered = False, True
                edge = self._step(number, position, way)
                if edge is not None:
                    self.targets.append(edge[0])
                    self.edge_moves.append(edge[1])
        if stuck:
            self.stuck.append(number)
        quiet = self.quiet.get(state)
        if quiet is not None and not spent & quiet.bit:
            edge = self._step(number, position, quiet)
            if edge is not None:
                self.silences[number] = edge

    def _step(self, number: int, position: Position, way: _Way) -> tuple[int, int] | None:
        """Target and move of one choice or silence; None where the step can't be made."""
        if (way.state, way.choice) in self.ear.replies:
            spoken = self.ear.reply(way.state, way.choice, way.effect(position.values))
            self._missing(spoken, number, way.choice)
        try:
            advance = way.take(position)
        except NoRoute:
            self._fault(FaultKind.NO_ROUTE, (*way.place, "goto"), number, way.choice)
            return None
        except NoWayBack:
            self._fault(FaultKind.NO_WAY_BACK, (*way.place, "goto"), number, way.choice)
            return None
        move = self._move(position, way, advance)
        after = advance.position
        if after.state in self.ear.openings and entered(self.scenario, position, way.choice, advance):
            self._missing(self.ear.opening(after.state, after.values), number, way.choice)
        reduced = self.reduce(after)
        target = self.index.get(reduced)
        return (self._number(reduced, number, move) if target is None else target), move

    def _move(self, position: Position, way: _Way, advance: Advance) -> int:
        after, route, rule = advance
        if rule >= 0:
            self.coverage.rules.add(rule)
        key = (route, "" if after.state in self.ways else after.state)
        move = way.moves.get(key)
        if move is None:
            move = way.moves[key] = len(self.moves)
            found = evidence(self.scenario, position, way.choice, advance)
            self.moves.append(Move(way.state, way.choice, *key, found))
        return move

    def _number(self, position: Position, parent: int, move: int) -> int:
        number = self.index[position] = len(self.positions)
        self.positions.append(position)
        self.parents.append(parent)
        self.parent_moves.append(move)
        return number

    def _missing(self, place: Place | None, number: int, choice: str) -> None:
        if place is not None:
            self._fault(FaultKind.NO_LINE, place, number, choice)

    def _fault(self, kind: FaultKind, place: Place, number: int, choice: str) -> None:
        self.faults.setdefault((kind, place), Fault(kind, place, number, choice))

    def _count_ways(self) -> None:
        offered = (way for ways in self.ways.values() for way in ways if way.offered)
        self.coverage.choices.update((way.state, way.choice) for way in offered)
        self.coverage.routes.update((m.state, m.choice, m.route) for m in self.moves if m.route >= 0)

    def _graph(self, *, complete: bool) -> PlainGraph:
        order = in_order(self) if complete else array("i")
        tangled = complete and len(order) < len(self.positions)
        return PlainGraph(
            scenario=self.scenario,
            variant=self.variant,
            positions=self.positions,
            index=self.index,
            first=self.first,
            targets=self.targets,
            edge_moves=self.edge_moves,
            moves=self.moves,
            silences=self.silences,
            parents=self.parents,
            parent_moves=self.parent_moves,
            coverage=self.coverage,
            faults=tuple(self.faults.values()),
            stuck=tuple(self.stuck),
            complete=complete,
            order=array("i") if tangled else order,
            loops=loops(self) if tangled else (),
        )
