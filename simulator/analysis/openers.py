"""Source of the functions that open packed positions: one for each state, with every choice and the silence in it.

As in `simulator.engine.generate` the text holds slot numbers, whole numbers and places in tables alone: ids and
conditions of an author never appear in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from types import CodeType
from typing import Any, Final, NamedTuple

from simulator.analysis.graph import FaultKind, Place
from simulator.analysis.groups import groups_of
from simulator.analysis.hearing import Lines, Lists
from simulator.engine import Marks, compiled_of, reducer_of
from simulator.engine.generate import Names, Writer
from simulator.engine.packing import Packing
from simulator.engine.predicates import Slots
from simulator.model.scenario import BACK, SILENCE, Choice, Route, Scenario, State

Opener = Callable[[int, int], None]
"""Opens the position of that number and those bits: notes where each choice on offer, and the silence, leads."""


class Turn(NamedTuple):
    """One way that a choice, or a silence, of a state can turn out."""

    state: str
    choice: str
    route: int
    """The route taken; -1 where a rule fired first, and for a silence."""
    rule: int
    """The place of the `always` rule that fired; -1 where none did."""
    goto: str
    """The state or ending it leads to, or `BACK`."""


class Mishap(NamedTuple):
    """A step that can't be made."""

    kind: FaultKind
    place: Place
    state: str
    choice: str


_NOTES: Final = (
    "targets, turns, silent, silent_targets, silent_turns, inner, inner_targets, stuck, fault, known, kept, "
    "listening, heard, hear, enter"
)
"""What a search hands to an opener: where it notes what it finds. `known` gives a position its number."""


class OpenerWriter(Writer):
    """Writes the openers of one scenario."""

    def __init__(self, scenario: Scenario, slots: Slots, marks: Marks, packing: Packing) -> None:
        super().__init__(scenario, slots, marks)
        self.packing = packing
        self.turns: list[Turn] = []
        self.mishaps: list[Mishap] = []
        self.ways: list[str] = []
        """Choices by a number of their own, for those that listen."""
        self.lists = Lists(scenario)
        self.groups = groups_of(scenario, marks)
        self._entangled = {
            state: () if group.spends else group.states for group in self.groups for state in group.states
        }
        self._codes: dict[str, CodeType] = {}
        self._choice: Choice | None = None
        self._bit = 0

    def opener(self, state_id: str, **notes: Any) -> Opener:
        """The opener of a state for one search, which notes what it finds in `notes`."""
        if state_id not in self._codes:
            state = self.scenario.states[state_id]
            self._codes[state_id] = compile(self._source(state), "<opener>", "exec")
        scope: dict[str, Any] = {"__builtins__": {}}
        exec(self._codes[state_id], scope)
        made: Opener = scope["make"](**notes)
        return made

    def fired(self, state: State, names: Names, route: int, rule: int) -> Iterator[str]:
        """Where the rule leads, from where a `back` returns."""
        spent = self.marks.rule(rule)
        yield from self._lead(state, self.scenario.always[rule].goto, names, (route, rule), spent, left=True)

    def arrived(self, state: State, goto: str | None, names: Names, route: int) -> Iterator[str]:
        """Where the route leads."""
        if goto == BACK:
            yield from self._return(state, names, route)
        else:
            yield from self._lead(state, goto or state.id, names, (route, -1), enters=goto is not None)

    def lost(self, state: State) -> Iterator[str]:
        """A fault."""
        yield self._mishap(FaultKind.NO_ROUTE, state)

    def unspent(self, bit: int) -> str:
        """A test of the bits."""
        return f"not x&{bit << self.packing.spent_shift:d}"

    def _source(self, state: State) -> str:
        body = [*self._body(state)]
        text = "\n".join(f"  {line}" for line in body)
        read = sorted({int(place) for place in re.findall(r"\bv(\d+)\b", text)})
        known = sorted({int(number) for number in re.findall(r"\bknown(\d+)\b", text)})
        lines = [f"def make({_NOTES}):"]
        lines += [f" known{number}=known[{number}]" for number in known]
        lines.append(" def opener(n,x):")
        lines += [f"  v{place}={self._field(place)}" for place in read]
        return "\n".join([*lines, text, " return opener"])

    def _field(self, place: int) -> str:
        shift, mask = self.packing.shifts[place], self.packing.masks[place]
        return f"x>>{shift:d}&{mask >> shift:d}" if shift else f"x&{mask:d}"

    def _body(self, state: State) -> Iterator[str]:
        may_be_stuck = all(choice.when is not None or choice.once for choice in state.choices)
        if may_be_stuck:
            yield "free=0"
        for choice in state.choices:
            yield from self._guarded(state, choice, ["free=1"] if may_be_stuck else [])
        if may_be_stuck:
            yield "if not free:stuck.append(n)"
        if state.silence is not None:
            yield from self._guarded(state, None, [])

    def _guarded(self, state: State, choice: Choice | None, first: Sequence[str]) -> Iterator[str]:
        self._choice = choice
        self._bit = self.marks.choice(state, choice) if choice else self.marks.silence(state)
        guards = [self.unspent(self._bit)] if self._bit else []
        if choice is not None and choice.when is not None:
            guards.append(f"({self.slots.condition(choice.when, self.before)})")
        if guards:
            yield f"if {' and '.join(guards)}:"
        for line in (*first, *self._step(state)):
            yield f" {line}" if guards else line

    def _step(self, state: State) -> Iterator[str]:
        choice, silence = self._choice, state.silence
        if choice is not None:
            names = yield from self.applied(choice.effect, self.before, "w")
            yield from self._listen(self.lists.reply(state.id, choice.id), names)
            yield from self.outcomes(state, choice.effect, names, choice.routes)
        elif silence is not None:
            names = yield from self.applied(silence.effect, self.before, "w")
            yield from self._listen(self.lists.reply(state.id, SILENCE), names)
            yield from self.outcomes(state, silence.effect, names, (Route(silence.goto),), silent=True)

    def _lead(
        self,
        state: State,
        goto: str,
        names: Names,
        numbers: tuple[int, int],
        spent: int = 0,
        *,
        left: bool = False,
        enters: bool = True,
    ) -> Iterator[str]:
        """The lines that note one edge to a state or ending that is known now."""
        packing, target = self.packing, self.packing.number[goto]
        back = packing.number[state.id] + 1 if left else None
        turn = self._turn(state, goto, numbers)
        if enters:
            yield from self._listen(self.lists.opening(goto), names)
        number = f"known{target:d}[{self._packed(state, packing.kept[target], names, spent, back)}]"
        yield self._edge(turn, number, inner=goto in self._entangled[state.id])

    def _return(self, state: State, names: Names, route: int) -> Iterator[str]:
        """The lines that note one edge to the state that a rule left, which the bits tell."""
        packing = self.packing
        turn = self._turn(state, BACK, (route, -1))
        yield f"b=(x>>{packing.back_shift:d})-1"
        yield f"if b<0:{self._mishap(FaultKind.NO_WAY_BACK, state)}"
        yield "else:"
        if self.lists.listed:
            yield f" enter(b,({''.join(f'{name},' for name in names)}),n,{self._way():d})"
        everything = (1 << packing.back_shift) - 1
        number = f"known[b][({self._packed(state, everything, names, 0, 0)})&kept[b]]"
        yield f" {self._edge(turn, number, inner=True)}"

    def _packed(self, state: State, kept: int, names: Names, spent: int, back: int | None) -> str:
        """The bits of where a step leads: those that stay, those that it sets, and the gauges that it moves."""
        packing, moved = self.packing, []
        here = packing.kept[packing.number[state.id]]
        stay = here & kept
        fixed = (self._bit | spent) << packing.spent_shift & kept
        if back is not None:
            stay &= (1 << packing.back_shift) - 1
            fixed |= back << packing.back_shift & kept
        for place, name in enumerate(names):
            mask, shift = packing.masks[place], packing.shifts[place]
            if name == self.before[place] or not mask & kept:
                continue
            stay &= ~mask
            if name.isdecimal():
                fixed |= int(name) << shift
            else:
                moved.append(f"{name}<<{shift:d}" if shift else name)
        stays = ["x" if stay == here else f"x&{stay:d}"] if stay else []
        return "|".join([*stays, *moved, *([f"{fixed:d}"] if fixed or not (stays or moved) else [])])

    def _edge(self, turn: int, number: str, *, inner: bool) -> str:
        """The notes of one edge; one within a group that can go round is noted once more, for the order."""
        kind = "silent_" if self._choice is None else ""
        noted = f"{kind}targets.append({number});{kind}turns.append({turn:d})"
        if self._choice is None:
            noted = f"silent.append(n);{noted}"
        return f"{noted};inner.append(n);inner_targets.append({kind}targets[-1])" if inner else noted

    def _turn(self, state: State, goto: str, numbers: tuple[int, int]) -> int:
        self.turns.append(Turn(state.id, self._choice_id, *numbers, goto))
        return len(self.turns) - 1

    def _mishap(self, kind: FaultKind, state: State) -> str:
        place: Place = ("states", state.id, SILENCE, "goto")
        if self._choice is not None:
            place = ("states", state.id, "choices", self._choice.id, "goto")
        self.mishaps.append(Mishap(kind, place, state.id, self._choice_id))
        return f"fault({len(self.mishaps) - 1:d},n)"

    def _listen(self, lines: Lines | None, names: Names) -> Iterator[str]:
        """The lines that note which of several lines is spoken, as long as there is something left to hear."""
        if lines is None:
            return
        said = ""
        for slot, line in enumerate(lines.lines, start=lines.slot):
            if line.when is None:
                said += f"{slot:d}"
                break
            said += f"{slot:d} if {self.slots.condition(line.when, names)} else "
        else:
            said += f"{lines.slot + len(lines.lines):d}"
        yield f"if listening[{lines.number:d}]:"
        yield f" h={said}"
        yield f" if not heard[h]:hear(h,n,{self._way():d})"

    def _way(self) -> int:
        """The number of the choice or silence that is being written."""
        if not self.ways or self.ways[-1] != self._choice_id:
            self.ways.append(self._choice_id)
        return len(self.ways) - 1

    @property
    def _choice_id(self) -> str:
        return self._choice.id if self._choice else SILENCE


@lru_cache(maxsize=16)
def openers_of(scenario: Scenario) -> OpenerWriter:
    """What writes the openers of `scenario`, made once while it is in use."""
    compiled = compiled_of(scenario)
    packing = Packing(scenario, compiled.marks, reducer_of(scenario))
    return OpenerWriter(scenario, compiled.functions.slots, compiled.marks, packing)
