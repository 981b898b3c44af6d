"""Which lines are ever spoken: listens while a graph is explored, and stops listening once a list has nothing new."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from simulator.analysis.graph import FaultKind, Place
from simulator.engine import Compiled, Packing
from simulator.model.conditions import names
from simulator.model.scenario import SILENCE, Choice, Line, Scenario, State


@dataclass(frozen=True, slots=True)
class Lines:
    """One list of lines, of which the first whose `when` holds is spoken."""

    number: int
    place: Place
    lines: Sequence[Line]

    @property
    def reads(self) -> frozenset[str]:
        """The gauges and facts that tell which line is spoken."""
        return frozenset(name for line in self.lines for name in names(line.when))

    @property
    def runs_out(self) -> bool:
        """Whether it may be that no line holds."""
        return all(line.when is not None for line in self.lines)


class Lists:
    """Every list of lines in a scenario. One of a single line without `when` is heard wherever it is come by."""

    def __init__(self, scenario: Scenario) -> None:
        self.certain: dict[tuple[str, str], Place] = {}
        """The lines that need no listening, by state and choice; the choice is empty for a state's opening."""
        self.listed: list[Lines] = []
        self._by_owner: dict[tuple[str, str], Lines] = {}
        for owner, place, lines in _lists(scenario):
            if len(lines) == 1 and lines[0].when is None:
                self.certain[owner] = (*place, 0)
            else:
                made = self._by_owner[owner] = Lines(len(self.listed), place, lines)
                self.listed.append(made)

    def opening(self, state: str) -> Lines | None:
        """What is said on entering a state, where one has to listen to know."""
        return self._by_owner.get((state, ""))

    def reply(self, state: str, choice: str) -> Lines | None:
        """What is said to a choice or silence, where one has to listen to know."""
        return self._by_owner.get((state, choice))


class Ear:
    """What one search has heard. `fault` is told of a list that runs out: its place, the position and the choice."""

    def __init__(
        self,
        compiled: Compiled,
        packing: Packing,
        lists: Lists,
        fault: Callable[[FaultKind, Place, int, str], None],
    ) -> None:
        self._predicate, self._values = compiled.functions.predicate, packing.values
        self._lists, self._fault = lists, fault
        self.listening = bytearray(b"\1" * len(lists.listed))
        """For each list whether there is something left to learn from it."""
        self.said: list[set[int]] = [set() for _ in lists.listed]
        """For each list the gauges and facts that it reads, as bits, with which it is known what is said."""
        self._heard: list[set[int]] = [set() for _ in lists.listed]
        """For each list the places of the lines that were heard; that behind the last one where none was."""

    def hear(self, listed: int, bits: int, number: int, choice: str) -> None:
        """Note what is said after a choice in the position `number`, with those gauges and facts."""
        self.said[listed].add(bits)
        self._note(self._lists.listed[listed], self._values(bits), number, choice)

    def enter(self, state: str, values: tuple[int, ...], number: int, choice: str) -> None:
        """Note what a state is opened with, with those gauges and facts."""
        lines = self._lists.opening(state)
        if lines is not None and self.listening[lines.number]:
            self._note(lines, values, number, choice)

    def lines(self) -> Iterator[Place]:
        """The places of the lines that were heard."""
        for lines, heard in zip(self._lists.listed, self._heard, strict=True):
            yield from ((*lines.place, place) for place in heard if place < len(lines.lines))

    def _note(self, lines: Lines, values: tuple[int, ...], number: int, choice: str) -> None:
        heard, end = self._heard[lines.number], len(lines.lines)
        held = (place for place, line in enumerate(lines.lines) if self._predicate(line.when)(values))
        place = next(held, end)
        if place == end and place not in heard:
            self._fault(FaultKind.NO_LINE, lines.place, number, choice)
        heard.add(place)
        if len(heard) == end + lines.runs_out:
            self.listening[lines.number] = 0


def reply_place(state: State, choice: Choice) -> Place:
    """Where the reply to a choice stands in the document."""
    return ("states", state.id, "choices", choice.id, "reply")


def _lists(scenario: Scenario) -> Iterator[tuple[tuple[str, str], Place, Sequence[Line]]]:
    for state in scenario.states.values():
        if state.says:
            yield (state.id, ""), ("states", state.id, "says"), state.says
        if state.silence is not None and state.silence.reply:
            yield (state.id, SILENCE), ("states", state.id, SILENCE, "reply"), state.silence.reply
        for choice in state.choices:
            if choice.reply:
                yield (state.id, choice.id), reply_place(state, choice), choice.reply
