"""A position as one whole number beside its state: the gauges, the facts, the spent marks, where a `back` returns to.

Each has bits of its own, the same in every state, so that carrying all of them on, less what nothing later can read,
is one `&`; levels of a gauge that nothing later tells apart are then made one by a table.
"""

from __future__ import annotations

from operator import getitem, lshift

from simulator.engine.marks import Marks
from simulator.engine.reduce import Reducer
from simulator.model.position import Position
from simulator.model.scenario import Scenario


class Packing:
    """How the reduced positions of one scenario are packed. States are numbered in the file's order, endings behind."""

    def __init__(self, scenario: Scenario, marks: Marks, reducer: Reducer) -> None:
        self.names: tuple[str, ...] = (*scenario.states, *scenario.endings)
        self.number: dict[str, int] = {name: number for number, name in enumerate(self.names)}
        tops = [gauge.max for gauge in scenario.gauges] + [len(fact.values) - 1 for fact in scenario.facts]
        self.shifts: list[int] = []
        """Where the bits of each gauge and fact begin, in the order of `Scenario.variables`."""
        free = 0
        for top in tops:
            self.shifts.append(free)
            free += top.bit_length()
        self.masks = [(1 << top.bit_length()) - 1 << shift for top, shift in zip(tops, self.shifts, strict=True)]
        self.spent_shift = free
        self.spent_mask = (1 << len(marks.names())) - 1 << free
        self.back_shift = free + len(marks.names())
        """Where one more than the number of the state to go back to stands, 0 where there is none: behind all else."""
        self.fields = [reducer.kept(name)[0] for name in self.names]
        """By the state's number, for each gauge and fact: the lowest value that nothing tells from each of its own."""
        self.kept = [self._kept(reducer, name) for name in self.names]
        """The bits that something can still read, by the state's number."""
        self._lowest = [
            [[low << shift for low in field] for field, shift in zip(fields, self.shifts, strict=True)]
            for fields in self.fields
        ]
        """The same where they stand among the bits."""

    def pack(self, position: Position) -> int:
        """The bits of a position. Raises KeyError for a state to go back to that is none."""
        packed: int = sum(map(lshift, position.values, self.shifts), self._beside(position))
        return packed

    def pack_reduced(self, position: Position) -> int:
        """The bits of the position that this one, or any other with its future, is reduced to. Raises KeyError."""
        state = self.number[position.state]
        packed: int = sum(map(getitem, self._lowest[state], position.values), self._beside(position) & self.kept[state])
        return packed

    def unpack(self, state: int, packed: int) -> Position:
        """The position in the state of that number which `pack` made these bits of."""
        spent, back = (packed & self.spent_mask) >> self.spent_shift, packed >> self.back_shift
        return Position(self.names[state], self.values(packed), spent, self.names[back - 1] if back else "")

    def values(self, packed: int) -> tuple[int, ...]:
        """The gauges and facts among those bits."""
        fields = zip(self.masks, self.shifts, strict=True)
        return tuple([(packed & mask) >> shift for mask, shift in fields])

    def _beside(self, position: Position) -> int:
        """The bits of all but gauges and facts."""
        spent = position.spent << self.spent_shift
        return spent | (self.number[position.back] + 1) << self.back_shift if position.back else spent

    def _kept(self, reducer: Reducer, state: str) -> int:
        values, spent, back = reducer.kept(state)
        everything = (1 << len(self.names).bit_length()) - 1
        kept = spent << self.spent_shift | (everything << self.back_shift if back else 0)
        for keep, mask in zip(values, self.masks, strict=True):
            kept |= mask if any(keep) else 0
        return kept
