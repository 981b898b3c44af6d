"""The ideal call, decision by decision, with the price of everything on offer."""

from __future__ import annotations

from dataclasses import dataclass

from scoring.evidence import Verdict
from simulator.analysis.valuation import Values
from simulator.engine import compiled_of, evidence
from simulator.model.position import Position


@dataclass(frozen=True, slots=True)
class ChoicePrice:
    """A choice on offer at a decision of the ideal call, and what it would have cost."""

    choice: str
    text: str
    cost: float
    """Points of the score."""
    verdict: Verdict
    critical: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IdealStep:
    """One decision of the ideal call."""

    state: str
    choice: str
    prices: tuple[ChoicePrice, ...]
    """Every choice on offer, in the file's order."""


def ideal_call(values: Values, start: Position) -> tuple[tuple[IdealStep, ...], str]:
    """The decisions of the ideal call from `start` on, and where it ends."""
    compiled = compiled_of(values.scenario)
    position, steps = start, list[IdealStep]()
    for choice_id in values.ideal:
        prices = []
        for choice, marks in values.marks(position).items():
            found = evidence(values.scenario, position, choice, compiled.take(position, choice))
            text = values.scenario.states[position.state].choice(choice).text
            prices.append(ChoicePrice(choice, text, marks.cost, marks.verdict, found.critical))
        steps.append(IdealStep(position.state, choice_id, tuple(prices)))
        position = compiled.take(position, choice_id).position
    return tuple(steps), position.state
