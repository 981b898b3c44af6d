"""What positions lead to, as numbers: each position has a fork, which says what is on offer and how it turns out.

A search notes one number for each position; how its choices turned out is read from that number afterwards.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from simulator.analysis.graph import FaultKind, Place
from simulator.model.scenario import SILENCE


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
    choice: str


Outcome: TypeAlias = Turn | Mishap


class Fork(NamedTuple):
    """What a position of one state leads to."""

    state: str
    offered: tuple[str, ...]
    """The choices on offer, and the silence where it can count, those included of which no step can be made."""
    turns: tuple[Turn, ...]
    """How each choice on offer turns out, in the file's order."""
    silence: Turn | None


@dataclass(slots=True)
class Decision:
    """A choice, or the silence, of a state, and all that can come of it; `sure` where it is always on offer."""

    choice: str
    sure: bool
    stride: int
    """What it adds to a fork's number for each step down the list of outcomes."""
    outcomes: list[Outcome] = field(default_factory=list)

    @property
    def count(self) -> int:
        """In how many ways it can turn out, not to be on offer among them."""
        return len(self.outcomes) + (not self.sure)

    def add(self, outcome: Outcome) -> int:
        """Note one more outcome; what it adds to a fork's number."""
        self.outcomes.append(outcome)
        return self.stride * (self.count - 1)

    def outcome(self, fork: int) -> Outcome | None:
        """What came of it, by a fork's number within its state; None where it was not on offer."""
        digit = fork // self.stride % self.count - (not self.sure)
        return self.outcomes[digit] if digit >= 0 else None


class Forks:
    """The numbers of the forks of one scenario, state by state as each is met."""

    def __init__(self) -> None:
        self._states: list[str] = []
        self._bases: list[int] = []
        self._decisions: list[list[Decision]] = []
        self._total = 0

    def begin(self, state: str) -> int:
        """Begin with the forks of a state; the number of its first."""
        self._states.append(state)
        self._bases.append(self._total)
        self._decisions.append([])
        return self._total

    def decision(self, choice: str, *, sure: bool) -> Decision:
        """Go on with the next choice of the state, when all that can come of the one before was noted."""
        made = Decision(choice, sure, self._stride())
        self._decisions[-1].append(made)
        return made

    def end(self) -> None:
        """Every choice of the state was noted."""
        self._total += self._stride()

    def fork(self, number: int) -> Fork:
        """What the number means."""
        place = bisect_right(self._bases, number) - 1
        state, within = self._states[place], number - self._bases[place]
        found = {one.choice: one.outcome(within) for one in self._decisions[place]}
        offered = {choice: outcome for choice, outcome in found.items() if outcome is not None}
        silence = offered.get(SILENCE)
        turns = tuple(o for choice, o in offered.items() if choice != SILENCE and isinstance(o, Turn))
        return Fork(state, tuple(offered), turns, silence if isinstance(silence, Turn) else None)

    def _stride(self) -> int:
        decisions = self._decisions[-1]
        return decisions[-1].stride * decisions[-1].count if decisions else 1
