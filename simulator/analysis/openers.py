"""Source of the functions that open packed positions: one for each state, with every choice and the silence in it.

As in `simulator.engine.generate` the text holds slot numbers, whole numbers and places in tables alone: ids and
conditions of an author never appear in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from types import CodeType
from typing import Any, Final

from simulator.analysis.forks import Decision, Forks, Mishap, Turn
from simulator.analysis.graph import FaultKind, Place
from simulator.analysis.groups import groups_of
from simulator.analysis.hearing import Lines, Lists
from simulator.engine import Marks, Packing, compiled_of, reducer_of
from simulator.engine.generate import Names, Writer
from simulator.engine.predicates import Slots
from simulator.model.scenario import BACK, SILENCE, Choice, Effect, Route, Scenario, State

Opener = Callable[[Iterable[int]], None]
"""Opens the next positions, of those bits: notes their forks, and where each choice on offer and the silence lead."""

_NOTES: Final = (
    "forks, targets, silent_targets, inner, inner_targets, known, moved, kept, listening, said, hear, enter, fault"
)
"""What a search hands to openers: where they note what they find, and what they look up."""

_ANY: Final = -1
"""In place of the number of a state: that which the bits tell."""

_AS_IT_IS: Final = -2
"""In place of the number of a state: none, so that every level stays what it is."""

_TABLE: Final = re.compile(r"\b(known|moved|said)(\d+)\b")
_GAUGE_OR_FACT: Final = re.compile(r"\bv(\d+)\b")
_ASSIGNED: Final = re.compile(r" *([wx]\d+)=")


class OpenerWriter(Writer):
    """Writes the openers of one scenario."""

    def __init__(self, scenario: Scenario, slots: Slots, marks: Marks, packing: Packing) -> None:
        super().__init__(scenario, slots, marks)
        self.packing = packing
        self.forks = Forks()
        self.mishaps: list[Mishap] = []
        self.ways: list[str] = []
        """Choices by a number of their own, for those that listen."""
        self.moved: list[tuple[int, ...] | tuple[tuple[int, ...], ...]] = []
        """What moving a gauge adds to the bits, by what the gauge was; for a `back` by the state that it leads to."""
        self.lists = Lists(scenario)
        self.groups = groups_of(scenario, marks)
        self._entangled = {
            state: () if group.spends else group.states for group in self.groups for state in group.states
        }
        """The states of each state's group, where the marks spent do not tell in which order its positions come."""
        self._tables: dict[tuple[tuple[int, ...], ...], int] = {}
        self._sums: dict[tuple[int, tuple[int, ...], int], tuple[int, ...]] = {}
        self._changes: dict[str, tuple[int, ...]] = {}
        """The changes, one after the other, that made of a gauge what is called so."""
        self._decision: Decision
        self._bit = 0

    def openers(self, **notes: Any) -> list[Opener]:
        """The opener of each state and ending, in the order of their numbers; what they find they note in `notes`."""
        scope: dict[str, Any] = {"__builtins__": {"len": len}}
        exec(self._code, scope)
        made: list[Opener] = scope["make"](moved=self.moved, kept=self.packing.kept, **notes)
        return made

    @cached_property
    def _code(self) -> CodeType:
        return compile(self._source(), "<openers>", "exec")

    def _source(self) -> str:
        """The text that makes the openers. It gives numbers to forks, so that it can be written once."""
        openers = [self._opener(number, name) for number, name in enumerate(self.packing.names)]
        tables = sorted({found.groups() for opener in openers for found in _TABLE.finditer(opener)})
        return "\n".join(
            [
                f"def make({_NOTES}):",
                *(f" {table}{number}={table}[{number}]" for table, number in tables),
                *openers,
                f" return [{','.join(f'opener{number:d}' for number in range(len(openers)))}]",
            ]
        )

    def _opener(self, number: int, state_id: str) -> str:
        body = "\n".join(f"   {line}" for line in self._body(state_id))
        read = sorted(set(_GAUGE_OR_FACT.findall(body)))
        fields = [f"   v{place}={self._field(number, int(place))}" for place in read]
        return "\n".join([f" def opener{number:d}(bits):", "  for x in bits:", *fields, body])

    def fired(self, state: State, names: Names, route: int, rule: int) -> Iterator[str]:
        """Where the rule leads, from where a `back` returns."""
        goto, spent = self.scenario.always[rule].goto, self.marks.rule(rule)
        yield from self._listen(state, self.lists.opening(goto), names)
        yield from self._lead(state, Turn(state.id, self._decision.choice, route, rule, goto), names, spent, left=True)

    def arrived(self, state: State, goto: str | None, names: Names, route: int) -> Iterator[str]:
        """Where the route leads."""
        turn = Turn(state.id, self._decision.choice, route, -1, goto or state.id)
        if goto == BACK:
            yield from self._return(state, turn, names)
            return
        if goto is not None:
            yield from self._listen(state, self.lists.opening(goto), names)
        yield from self._lead(state, turn, names)

    def lost(self, state: State) -> Iterator[str]:
        """A fault."""
        yield self._mishap(FaultKind.NO_ROUTE, state)

    def unspent(self, bit: int) -> str:
        """A test of the bits."""
        return f"not x&{bit << self.packing.spent_shift:d}"

    def applied(self, effect: Effect, names: Names, prefix: str) -> Generator[str, None, Names]:
        """As for any writer; remembers how the gauges were changed."""
        after = yield from super().applied(effect, names, prefix)
        for gauge, change in effect.changes:
            place = self.slots.place[gauge]
            self._changes[after[place]] = (*self._changes.get(names[place], ()), change)
        return after

    def _field(self, state: int, place: int) -> str:
        """What reads a gauge or fact from the bits of a position."""
        shift, mask = self.packing.shifts[place], self.packing.masks[place]
        shifted = f"x>>{shift:d}" if shift else "x"
        highest = self.packing.kept[state] <= mask
        return shifted if highest else f"{shifted}&{mask >> shift:d}"

    def _body(self, state_id: str) -> Iterator[str]:
        yield f"fork={self.forks.begin(state_id):d}"
        if state_id in self.scenario.states:
            yield from self._decisions(self.scenario.states[state_id])
        self.forks.end()
        yield "forks.append(fork)"

    def _decisions(self, state: State) -> Iterator[str]:
        for choice in state.choices:
            yield from self._guarded(state, choice.id, self.marks.choice(state, choice), choice)
        if state.silence is not None:
            yield from self._guarded(state, SILENCE, self.marks.silence(state), None)

    def _guarded(self, state: State, name: str, bit: int, choice: Choice | None) -> Iterator[str]:
        guards = [self.unspent(bit)] if bit else []
        if choice is not None and choice.when is not None:
            guards.append(f"({self.slots.condition(choice.when, self.before)})")
        self._bit = bit
        self._decision = self.forks.decision(name, sure=not guards)
        if guards:
            yield f"if {' and '.join(guards)}:"
        for line in _needed([*self._step(state, choice)]):
            yield f" {line}" if guards else line

    def _step(self, state: State, choice: Choice | None) -> Iterator[str]:
        silence = state.silence
        if choice is not None:
            effect, routes = choice.effect, choice.routes
        else:
            assert silence is not None  # what is no choice is the silence
            effect, routes = silence.effect, (Route(silence.goto),)
        names = yield from self.applied(effect, self.before, "w")
        yield from self._listen(state, self.lists.reply(state.id, self._decision.choice), names)
        yield from self.outcomes(state, effect, names, routes, silent=choice is None)

    def _lead(self, state: State, turn: Turn, names: Names, spent: int = 0, *, left: bool = False) -> Iterator[str]:
        """The lines that note one edge to a state or ending that is known now."""
        target, kept = self.packing.number[turn.goto], self.packing.kept[self.packing.number[turn.goto]]
        fixed = (self._bit | spent) << self.packing.spent_shift & kept
        if left:
            fixed |= self.packing.number[state.id] + 1 << self.packing.back_shift & kept
            kept &= (1 << self.packing.back_shift) - 1
        bits = self._bits(state, names, kept, fixed, target)
        yield self._edge(turn, f"known{target:d}[{bits}]", inner=turn.goto in self._entangled[state.id])

    def _return(self, state: State, turn: Turn, names: Names) -> Iterator[str]:
        """The lines that note one edge to the state that a rule left, which the bits tell."""
        everything = (1 << self.packing.back_shift) - 1
        yield f"b=(x>>{self.packing.back_shift:d})-1"
        yield f"if b<0:{self._mishap(FaultKind.NO_WAY_BACK, state)}"
        yield "else:"
        if self.lists.listed:
            yield f" enter(b,({''.join(f'{name},' for name in names)}),len(forks),{self._way():d})"
        bits = self._bits(state, names, everything, self._bit << self.packing.spent_shift, _ANY)
        yield f" {self._edge(turn, f'known[b][({bits})&kept[b]]', inner=True)}"

    def _bits(self, state: State, names: Names, wanted: int, fixed: int, target: int) -> str:
        """The bits `wanted` of a position in `state`, with what was set and moved, and those `fixed`.

        Levels of gauges become the lowest that nothing tells from them in the state of the number `target`.
        """
        here, moved = self.packing.kept[self.packing.number[state.id]], ""
        stay = here & wanted
        for place, name in enumerate(names):
            mask = self.packing.masks[place] & wanted
            if mask and name.isdecimal():
                stay &= ~mask
                fixed |= int(name) << self.packing.shifts[place]
            elif mask:
                field = self._moved_field(state, place, self._changes.get(name, ()), target)
                moved += field
                stay |= mask if field else 0
        if not stay:
            return f"{fixed:d}"
        return f"x{moved}" + (f"&{stay:d}" if here & ~stay else "") + (f"|{fixed:d}" if fixed else "")

    def _moved_field(self, state: State, place: int, changes: tuple[int, ...], target: int) -> str:
        """What adds to the bits what those changes of a gauge, one after the other, and its new state make of it."""
        if place >= len(self.slots.top):
            return ""
        levels = {*self.packing.fields[self.packing.number[state.id]][place]}
        targets = range(len(self.packing.names)) if target == _ANY else (target,)
        tables = tuple([self._added(place, changes, one) for one in targets])
        if not any(table[level] for table in tables for level in levels):
            return ""
        if tables not in self._tables:
            self._tables[tables] = len(self.moved)
            self.moved.append(tables if target == _ANY else tables[0])
        return f"+moved{self._tables[tables]:d}{'[b]' if target == _ANY else ''}[v{place:d}]"

    def _added(self, place: int, changes: tuple[int, ...], target: int) -> tuple[int, ...]:
        """What it adds, by the level that a gauge had."""
        key = (place, changes, target)
        if key not in self._sums:
            top, shift = self.slots.top[place], self.packing.shifts[place]
            lowest = range(top + 1) if target == _AS_IT_IS else self.packing.fields[target][place]
            self._sums[key] = tuple([lowest[_moved(level, changes, top)] - level << shift for level in range(top + 1)])
        return self._sums[key]

    def _edge(self, turn: Turn, target: str, *, inner: bool) -> str:
        """The notes of an edge to the position `target`; in a group that can go round noted twice, for the order."""
        targets = "silent_targets" if turn.choice == SILENCE else "targets"
        lines = [*self._noted(turn), f"{targets}.append({target})"]
        lines += ["inner.append(len(forks))", f"inner_targets.append({targets}[-1])"] if inner else []
        return ";".join(lines)

    def _noted(self, outcome: Turn | Mishap) -> Iterator[str]:
        added = self._decision.add(outcome)
        if added:
            yield f"fork+={added:d}"

    def _mishap(self, kind: FaultKind, state: State) -> str:
        choice = self._decision.choice
        way: Place = (SILENCE,) if choice == SILENCE else ("choices", choice)
        mishap = Mishap(kind, ("states", state.id, *way, "goto"), choice)
        self.mishaps.append(mishap)
        return ";".join([*self._noted(mishap), f"fault({len(self.mishaps) - 1:d},len(forks))"])

    def _listen(self, state: State, lines: Lines | None, names: Names) -> Iterator[str]:
        """The line that has it noted which of several lines is spoken, where that is not known for such a moment."""
        if lines is None:
            return
        read = sum(self.packing.masks[self.slots.place[name]] for name in lines.reads)
        bits, n = self._bits(state, names, read, 0, _AS_IT_IS), lines.number
        yield f"if listening[{n:d}] and (h:={bits}) not in said{n:d}:hear({n:d},h,len(forks),{self._way():d})"

    def _way(self) -> int:
        """The number of the choice or silence that is being written."""
        if not self.ways or self.ways[-1] != self._decision.choice:
            self.ways.append(self._decision.choice)
        return len(self.ways) - 1


def _moved(level: int, changes: Iterable[int], top: int) -> int:
    for change in changes:
        level = max(0, min(top, level + change))
    return level


def _needed(lines: Sequence[str]) -> list[str]:
    """`lines` without those that work out a gauge which no line behind them reads."""
    kept: list[str] = []
    read: set[str] = set()
    for line in reversed(lines):
        assigned = _ASSIGNED.match(line)
        if assigned is None or assigned.group(1) in read:
            kept.append(line)
            read.update(re.findall(r"\b[wx]\d+\b", line[assigned.end() if assigned else 0 :]))
    return kept[::-1]


@lru_cache(maxsize=16)
def openers_of(scenario: Scenario) -> OpenerWriter:
    """What writes the openers of `scenario`, made once while it is in use."""
    compiled = compiled_of(scenario)
    packing = Packing(scenario, compiled.marks, reducer_of(scenario))
    return OpenerWriter(scenario, compiled.functions.slots, compiled.marks, packing)
