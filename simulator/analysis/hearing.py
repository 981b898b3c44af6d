"""Which lines are ever spoken: listens while a graph is explored, and stops listening once a list has nothing new."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from simulator.analysis.graph import FaultKind, Place
from simulator.engine import Compiled
from simulator.model.scenario import SILENCE, Choice, Line, Scenario, State


@dataclass(frozen=True, slots=True)
class Lines:
    """One list of lines, of which the first whose `when` holds is spoken."""

    number: int
    place: Place
    lines: Sequence[Line]
    slot: int
    """The number of its first line among all; the others follow, and behind them there is one for no line at all."""

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
        self.slots = 0
        for owner, place, lines in _lists(scenario):
            if len(lines) == 1 and lines[0].when is None:
                self.certain[owner] = (*place, 0)
            else:
                made = self._by_owner[owner] = Lines(len(self.listed), place, lines, self.slots)
                self.listed.append(made)
                self.slots += len(lines) + 1

    def opening(self, state: str) -> Lines | None:
        """What is said on entering a state, where one has to listen to know."""
        return self._by_owner.get((state, ""))

    def reply(self, state: str, choice: str) -> Lines | None:
        """What is said to a choice or silence, where one has to listen to know."""
        return self._by_owner.get((state, choice))


class Ear:
    """What one search has heard. `fault` is told of a list that runs out: its place, the position and the choice."""

    def __init__(self, compiled: Compiled, lists: Lists, fault: Callable[[FaultKind, Place, int, str], None]) -> None:
        self._compiled, self._lists, self._fault = compiled, lists, fault
        self.listening = bytearray(b"\1" * len(lists.listed))
        """For each list whether there is something left to learn from it."""
        self.heard = bytearray(lists.slots)
        """For each slot whether it was heard."""
        self._owner = [lines for lines in lists.listed for _ in range(len(lines.lines) + 1)]

    def hear(self, slot: int, number: int, choice: str) -> None:
        """Note what was said after a choice in the position `number`: one line, or none."""
        lines = self._owner[slot]
        end = lines.slot + len(lines.lines)
        if slot == end and not self.heard[slot]:
            self._fault(FaultKind.NO_LINE, lines.place, number, choice)
        self.heard[slot] = 1
        if all(self.heard[lines.slot : end + lines.runs_out]):
            self.listening[lines.number] = 0

    def enter(self, state: str, values: tuple[int, ...], number: int, choice: str) -> None:
        """Note what a state is opened with, with those gauges and facts."""
        lines = self._lists.opening(state)
        if lines is not None and self.listening[lines.number]:
            predicate = self._compiled.functions.predicate
            held = (slot for slot, line in enumerate(lines.lines) if predicate(line.when)(values))
            self.hear(lines.slot + next(held, len(lines.lines)), number, choice)

    def lines(self) -> Iterator[Place]:
        """The places of the lines that were heard."""
        for lines in self._lists.listed:
            for number in range(len(lines.lines)):
                if self.heard[lines.slot + number]:
                    yield (*lines.place, number)


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
