"""A play from a variant's start, for in-file tests: what was decided, what was on offer, where it led."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from scoring.evidence import Decision
from scoring.rubric import Rubric
from scoring.scorecard import Scorecard, scorecard
from simulator.analysis.valuation import Values
from simulator.engine import Compiled, NoRoute, NoWayBack, compiled_of, evidence, reduced
from simulator.model.position import Advance, Position
from simulator.model.scenario import SILENCE, Scenario


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """One decision of a play."""

    choice: str
    before: Position
    """Where it was taken, in full."""
    after: Position
    """Where it led, reduced."""
    offered: tuple[str, ...]
    critical: tuple[str, ...]
    advance: Advance = field(repr=False)
    """Where it led, in full, and how."""
    values: Values | None = field(repr=False)

    @property
    def decision(self) -> Decision | None:
        """What the scorecard needs of it; None where the variant has no values."""
        return self.values.decision(self.before, self.choice, self.advance) if self.values else None


@dataclass(frozen=True, slots=True)
class Play:
    """A play as far as it could go."""

    steps: tuple[Rehearsed, ...]
    state: str
    """The state or ending where it stopped."""
    ending: str | None
    on_offer: tuple[str, ...]
    """What could be chosen where it stopped, `silence` included."""
    outcome: str
    broken: bool
    """Whether a step could not be made although it was on offer."""

    @property
    def critical(self) -> tuple[str, ...]:
        """The critical errors made, each once, in the order met."""
        return tuple(dict.fromkeys(error for step in self.steps for error in step.critical))

    def scorecard(self, rubric: Rubric, values: Values) -> Scorecard:
        """The scorecard of a play that ended; it must have been rehearsed with `values`."""
        decisions = [step.decision for step in self.steps]
        return scorecard(rubric, values.yardsticks, filter(None, decisions), self.outcome)


def rehearse(scenario: Scenario, variant: str, choices: Iterable[str], values: Values | None) -> Play:
    """Play `choices` until they are used up, the call is over or one is not on offer. Raises KeyError."""
    compiled = compiled_of(scenario)
    position, made, broken = compiled.start(variant), list[Rehearsed](), False
    for choice in choices:
        offered = tuple(_offered(compiled, position))
        if choice not in offered:
            break
        try:
            advance = compiled.keep_silent(position) if choice == SILENCE else compiled.take(position, choice)
        except (NoRoute, NoWayBack):
            broken = True
            break
        made.append(_rehearsed(scenario, position, choice, advance, offered, values))
        position = advance.position
    ending = scenario.endings.get(position.state)
    return Play(
        steps=tuple(made),
        state=position.state,
        ending=ending.id if ending else None,
        on_offer=tuple(_offered(compiled, position)),
        outcome=ending.outcome if ending else "",
        broken=broken,
    )


def _rehearsed(
    scenario: Scenario,
    position: Position,
    choice: str,
    advance: Advance,
    offered: tuple[str, ...],
    values: Values | None,
) -> Rehearsed:
    return Rehearsed(
        choice=choice,
        before=position,
        after=reduced(scenario, advance.position),
        offered=offered,
        critical=evidence(scenario, position, choice, advance).critical,
        advance=advance,
        values=values,
    )


def _offered(compiled: Compiled, position: Position) -> Iterator[str]:
    for choice in compiled.offered(position):
        yield choice.id
    if compiled.silence_possible(position):
        yield SILENCE
