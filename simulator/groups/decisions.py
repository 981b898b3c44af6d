"""Where a group loses points: each decision with the share that chose each answer, and what the answers tell.

A decision is a state of a call, whichever version of the file it was taken in: ids are what an author keeps. What says
how strong somebody is comes from first tries alone, one for each trainee: later ones know what the debrief said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from scoring.items import FEWEST, Answer, Difficulty, Discrimination, difficulty, discrimination
from simulator.model.scenario import SILENCE

TELLING: Final = 0.2
"""A discrimination from which a choice is said to part the strong from the weak (Ebel, Measuring Educational
Achievement, 1965: below it an item is poor)."""


class Decided(NamedTuple):
    """One decision of one call."""

    scenario: str
    state: str
    trainee: str
    choice: str
    """What was chosen; `silence` where nothing was said in time."""
    offered: tuple[str, ...]
    """All that was on offer, silence left out."""
    cost: float
    """The points of the score that it lost; 0 where nothing better was to be had."""
    rest: float
    """The score of the call without what this decision cost."""
    first: bool
    """Whether it was the trainee's first try of the call, and the first time they came by here in it."""


@dataclass(frozen=True, slots=True)
class AnswerFigures:
    """One answer to a decision."""

    choice: str
    offered: int
    """How often it was on offer."""
    taken: int
    cost: float | None
    """The mean points lost by those who took it; None where nobody did."""
    telling: Discrimination

    @property
    def share(self) -> float:
        """The share, of 1, of those who had it on offer and took it."""
        return self.taken / self.offered


@dataclass(frozen=True, slots=True)
class DecisionFigures:
    """One decision of a call."""

    scenario: str
    state: str
    met: int
    """How often it was taken."""
    lost: float
    """The mean points lost each time."""
    difficulty: Difficulty
    """Over first tries: how many found an answer that nothing beat."""
    answers: tuple[AnswerFigures, ...]
    """The most often taken first."""

    @property
    def total(self) -> float:
        """All points lost here together."""
        return self.lost * self.met


class Found(NamedTuple):
    """An answer and the decision it belongs to."""

    decision: DecisionFigures
    answer: AnswerFigures


def decision_figures(rows: Iterable[Decided]) -> tuple[DecisionFigures, ...]:
    """Every decision, those at which most points are lost first."""
    by_state: dict[tuple[str, str], list[Decided]] = defaultdict(list)
    for row in rows:
        by_state[row.scenario, row.state].append(row)
    found = [_decision(scenario, state, own) for (scenario, state), own in by_state.items()]
    return tuple(sorted(found, key=lambda one: (-one.total, one.scenario, one.state)))


def never_taken(decisions: Iterable[DecisionFigures]) -> tuple[Found, ...]:
    """The choices that nobody takes, of those that were on offer `FEWEST` times or more; the most offered first."""
    found = [
        Found(decision, answer)
        for decision in decisions
        for answer in decision.answers
        if answer.taken == 0 and answer.offered >= FEWEST
    ]
    return tuple(sorted(found, key=lambda one: -one.answer.offered))


def telling_choices(decisions: Iterable[DecisionFigures]) -> tuple[Found, ...]:
    """The choices that the strong take and the weak don't, those that part them most first."""
    found = [
        (value, Found(decision, answer))
        for decision in decisions
        for answer in decision.answers
        if (value := answer.telling.value) is not None and value >= TELLING and _parts(answer.telling)
    ]
    return tuple(one for _, one in sorted(found, key=lambda pair: -pair[0]))


def _parts(told: Discrimination) -> bool:
    return told.strong is not None and told.weak is not None and told.strong > told.weak


def _decision(scenario: str, state: str, rows: Sequence[Decided]) -> DecisionFigures:
    first = [row for row in rows if row.first]
    return DecisionFigures(
        scenario=scenario,
        state=state,
        met=len(rows),
        lost=sum(row.cost for row in rows) / len(rows),
        difficulty=difficulty([row.cost <= 0 for row in first]),
        answers=_answers(rows, first),
    )


def _answers(rows: Sequence[Decided], first: Sequence[Decided]) -> tuple[AnswerFigures, ...]:
    offered = _offered(rows)
    costs: Mapping[str, list[float]] = {choice: [] for choice in offered}
    for row in rows:
        costs[row.choice].append(row.cost)
    found = [
        AnswerFigures(
            choice=choice,
            offered=times,
            taken=len(costs[choice]),
            cost=sum(costs[choice]) / len(costs[choice]) if costs[choice] else None,
            telling=discrimination([Answer(row.choice == choice, row.rest) for row in first if _had(row, choice)]),
        )
        for choice, times in offered.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.taken, one.choice)))


def _offered(rows: Sequence[Decided]) -> dict[str, int]:
    """How often each answer was there; silence wherever it was once an answer, as nobody offers it."""
    named = {choice for row in rows for choice in (*row.offered, row.choice)}
    return {choice: sum(_had(row, choice) for row in rows) for choice in sorted(named)}


def _had(row: Decided, choice: str) -> bool:
    return choice in row.offered or choice == row.choice or choice == SILENCE
