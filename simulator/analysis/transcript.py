"""A play told from its first line to its last, with what each decision was worth."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scoring.evidence import Marks, marks
from scoring.rubric import Rubric
from scoring.scorecard import Scorecard
from simulator.analysis.rehearsal import Rehearsed, rehearse
from simulator.analysis.valuation import Values
from simulator.engine import compiled_of, opening, step
from simulator.model.heard import Heard


@dataclass(frozen=True, slots=True)
class Turn:
    """One decision told: `heard` begins with the trainee's own words, action or silence."""

    choice: str
    heard: tuple[Heard, ...]
    marks: Marks
    critical: tuple[str, ...]
    """Ids of the critical errors made."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """A play of one variant, as far as it could go. Texts still have their braces."""

    variant: str
    opening: tuple[Heard, ...]
    """What is heard before the first decision."""
    turns: tuple[Turn, ...]
    ending: str | None
    """The ending's id; None where the play stops before the call is over."""
    on_offer: tuple[str, ...]
    """What could be chosen where it stopped, `silence` included; nothing at an ending."""
    card: Scorecard | None
    """What the whole call is worth; None where it is not over."""


def transcript(rubric: Rubric, values: Values, choices: Iterable[str]) -> Transcript:
    """Tell the play `choices` of the variant of `values`, up to the first that is not on offer."""
    scenario = values.scenario
    compiled = compiled_of(scenario)
    play = rehearse(scenario, values.variant, choices, values)
    return Transcript(
        variant=values.variant,
        opening=opening(compiled, compiled.start(values.variant)),
        turns=tuple(_turn(values, one) for one in play.steps),
        ending=play.ending,
        on_offer=play.on_offer,
        card=play.scorecard(rubric, values) if play.ending is not None else None,
    )


def _turn(values: Values, taken: Rehearsed) -> Turn:
    assert taken.decision is not None  # the play was rehearsed with values
    heard = step(compiled_of(values.scenario), taken.before, taken.choice).heard
    return Turn(taken.choice, heard, marks(taken.decision, values.yardsticks), taken.critical)
