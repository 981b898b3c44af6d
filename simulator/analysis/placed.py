"""The numbers of many positions as one text: read in no time, and no position is made before it is asked for.

A call that was played comes by some ten of ten thousand positions of its variant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from simulator.model.position import Position

_BETWEEN: Final = ";"


class Placed(Mapping[Position, int]):
    """Numbers from 0 by position, from what `written` wrote; `states` and `backs` are the names that it was given.

    Raises ValueError where a position is there twice, or speaks of a name that is not there.
    """

    def __init__(self, text: str, states: Sequence[str], backs: Sequence[str]) -> None:
        every = text.split(_BETWEEN)
        self._names = states, backs
        self._states, self._backs = _places(states), _places(backs)
        self._numbers = dict(zip(every, range(len(every)), strict=True))
        if len(self._numbers) != len(every):
            raise ValueError("a position is there twice")
        if not {key.partition(" ")[0] for key in every} <= {*map(str, range(len(states)))}:
            raise ValueError("a state has no name")
        if not {key.rpartition(" ")[2] for key in every} <= {*map(str, range(len(backs)))}:
            raise ValueError("a state to go back to has no name")

    def __getitem__(self, position: Position) -> int:
        number = self.get(position)
        if number is None:
            raise KeyError(position)
        return int(number)

    def get(self, position: Position, default: Any = None) -> Any:
        """The number; most positions of a play are looked for in full first, and are not there."""
        try:
            return self._numbers.get(_key(position, self._states, self._backs), default)
        except KeyError:
            return default

    def __iter__(self) -> Iterator[Position]:
        states, backs = self._names
        for key in self._numbers:
            state, values, spent, back = key.split(" ")
            numbers = tuple(map(int, values.split(","))) if values else ()
            yield Position(states[int(state)], numbers, int(spent), backs[int(back)])

    def __len__(self) -> int:
        return len(self._numbers)


def written(positions: Iterable[Position], states: Sequence[str], backs: Sequence[str]) -> str:
    """The positions, in their order, as a text. Raises KeyError for a name that is not among those given."""
    by_state, by_back = _places(states), _places(backs)
    return _BETWEEN.join(_key(position, by_state, by_back) for position in positions)


def _places(names: Sequence[str]) -> dict[str, int]:
    return {name: place for place, name in enumerate(names)}


def _key(position: Position, states: Mapping[str, int], backs: Mapping[str, int]) -> str:
    state, values, spent, back = position
    return f"{states[state]} {','.join(map(str, values))} {spent} {backs[back]}"
