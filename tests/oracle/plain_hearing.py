"""How the plain explorer listens to the lines that are spoken; it stops listening once a list has nothing new."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from simulator.analysis.graph import Coverage, Place
from simulator.analysis.hearing import reply_place
from simulator.engine import Compiled
from simulator.model.scenario import SILENCE, Line, State

Key = TypeVar("Key", str, tuple[str, str])


class Lines:
    """One list of lines, of which the first whose `when` holds is spoken."""

    __slots__ = ("_coverage", "_rows", "_runs_out", "_unheard", "place")

    def __init__(self, compiled: Compiled, coverage: Coverage, place: Place, lines: Sequence[Line]) -> None:
        predicate = compiled.functions.predicate
        self.place = place
        self._rows = tuple((predicate(line.when), (*place, number)) for number, line in enumerate(lines))
        self._coverage = coverage.lines
        self._unheard = len(lines)
        self._runs_out = lines[-1].when is not None

    @property
    def settled(self) -> bool:
        """Whether there is nothing left to learn by listening."""
        return not self._unheard and not self._runs_out

    def hear(self, values: tuple[int, ...]) -> bool:
        """Note the line spoken with those gauges and facts; False where none is."""
        for holds, place in self._rows:
            if holds(values):
                if place not in self._coverage:
                    self._coverage.add(place)
                    self._unheard -= 1
                return True
        return False


class Ear:
    """Every list of lines in a scenario that has something left to hear."""

    def __init__(self, compiled: Compiled, coverage: Coverage) -> None:
        self._compiled, self._coverage = compiled, coverage
        self.openings: dict[str, Lines] = {}
        self.replies: dict[tuple[str, str], Lines] = {}
        for state in compiled.scenario.states.values():
            self._listen(state)

    def opening(self, state: str, values: tuple[int, ...]) -> Place | None:
        """Listen to the line on entering a state; the list's place where none holds."""
        return _hear(self.openings, state, values)

    def reply(self, state: str, choice: str, values: tuple[int, ...]) -> Place | None:
        """Listen to the reply to a choice or silence; the list's place where none holds."""
        return _hear(self.replies, (state, choice), values)

    def _listen(self, state: State) -> None:
        place: Place = ("states", state.id)
        if state.says:
            self.openings[state.id] = self._lines((*place, "says"), state.says)
        if state.silence is not None and state.silence.reply:
            self.replies[state.id, SILENCE] = self._lines((*place, "silence", "reply"), state.silence.reply)
        for choice in state.choices:
            if choice.reply:
                self.replies[state.id, choice.id] = self._lines(reply_place(state, choice), choice.reply)

    def _lines(self, place: Place, lines: Sequence[Line]) -> Lines:
        return Lines(self._compiled, self._coverage, place, lines)


def _hear(lists: dict[Key, Lines], key: Key, values: tuple[int, ...]) -> Place | None:
    lines = lists.get(key)
    if lines is None:
        return None
    spoken = lines.hear(values)
    if lines.settled:
        del lists[key]
    return None if spoken else lines.place
