"""The packed lists of a graph as what they stand for: positions, numbers, silences. Each is made when asked for."""

from __future__ import annotations

from array import array
from collections.abc import ItemsView, Iterator, Mapping, Sequence
from functools import cached_property
from typing import overload

from simulator.engine import Packing
from simulator.model.position import Position


class Positions(Sequence[Position]):
    """The positions of a graph by number."""

    def __init__(self, packing: Packing, state_of: Sequence[int], packed: Sequence[int]) -> None:
        self._packing, self._state_of, self._packed = packing, state_of, packed

    def __len__(self) -> int:
        return len(self._packed)

    @overload
    def __getitem__(self, number: int) -> Position: ...
    @overload
    def __getitem__(self, number: slice) -> list[Position]: ...
    def __getitem__(self, number: int | slice) -> Position | list[Position]:
        if isinstance(number, slice):
            return [*map(self._packing.unpack, self._state_of[number], self._packed[number])]
        return self._packing.unpack(self._state_of[number], self._packed[number])

    def __iter__(self) -> Iterator[Position]:
        return map(self._packing.unpack, self._state_of, self._packed)


class Index(Mapping[Position, int]):
    """The number of each position of a graph; iterates in the order of the numbers."""

    def __init__(self, packing: Packing, positions: Positions, known: Sequence[Mapping[int, int]]) -> None:
        """`known` has, for each state, the numbers of its positions by their bits."""
        self._packing, self._positions, self._known = packing, positions, known

    def __len__(self) -> int:
        return len(self._positions)

    def __iter__(self) -> Iterator[Position]:
        return iter(self._positions)

    def __getitem__(self, position: Position) -> int:
        number = self._known[self._packing.number[position.state]].get(self._packing.pack(position))
        if number is None:
            raise KeyError(position)
        return number

    def reduced(self, position: Position) -> int:
        """The number of what a position is reduced to. Raises KeyError where it has none."""
        return self._known[self._packing.number[position.state]][self._packing.pack_reduced(position)]


class Silences(Mapping[int, tuple[int, int]]):
    """Target and move of the silence that can count in a position, by the position's number, which ascends."""

    def __init__(self, numbers: Sequence[int], targets: Sequence[int], moves: Sequence[int]) -> None:
        self.numbers, self.targets, self.moves = numbers, targets, moves

    def __len__(self) -> int:
        return len(self.numbers)

    def __iter__(self) -> Iterator[int]:
        return iter(self.numbers)

    def __contains__(self, number: object) -> bool:
        return isinstance(number, int) and 0 <= number < len(self._places) and self._places[number] >= 0

    def __getitem__(self, number: int) -> tuple[int, int]:
        if number not in self:
            raise KeyError(number)
        place = self._places[number]
        return self.targets[place], self.moves[place]

    def items(self) -> ItemsView[int, tuple[int, int]]:
        """Numbers with their targets and moves."""
        return _Items(self)

    @cached_property
    def _places(self) -> array[int]:
        """The place of each position's silence; -1 where there is none. It costs less than a dictionary."""
        places = array("i", [-1]) * (self.numbers[-1] + 1 if self.numbers else 0)
        for place, number in enumerate(self.numbers):
            places[number] = place
        return places


class _Items(ItemsView[int, tuple[int, int]]):
    """Reads the lists side by side."""

    def __init__(self, silences: Silences) -> None:
        super().__init__(silences)
        self._silences = silences

    def __iter__(self) -> Iterator[tuple[int, tuple[int, int]]]:
        edges = zip(self._silences.targets, self._silences.moves, strict=True)
        return zip(self._silences.numbers, edges, strict=True)
