"""What the decisions of a session come to by any call and rubric: those that it was played with, and corrected ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scoring.rubric import Rubric
from scoring.tally import Tally
from simulator.library import Cache, LibraryError, rebuild
from simulator.model.message import N_, Message
from simulator.model.scenario import Ending, Scenario
from simulator.record import Rescored
from simulator.session.errors import SessionError
from simulator.session.stepping import Stepped, Told, ending_of, figures_of, made
from simulator.session.worth import values_of


def by_texts(told: Told, scenario_text: str, rubric_text: str, cache: Cache) -> Rescored:
    """What the same choices come to by those texts. Raises SessionError where they can't be made by them."""
    try:
        scenario, rubric = rebuild(scenario_text, rubric_text, cache)
    except LibraryError:
        raise SessionError(Message(N_("The call and the rubric do not fit together any more."))) from None
    variant, same = told.started.variant, scenario.text_hash == told.scenario.text_hash
    steps = told.steps if same else made(scenario, variant, told.choices)
    return as_recorded(*come_to(steps, scenario, rubric, variant, cache), len(steps))


def come_to(
    steps: Sequence[Stepped], scenario: Scenario, rubric: Rubric, variant: str, cache: Cache
) -> tuple[Ending, Tally]:
    """Where decisions end, and what they are worth. Raises SessionError where they lead to no ending."""
    ending = ending_of(scenario, steps)
    if ending is None:
        raise SessionError(Message(N_("The call goes on after decision {number}."), {"number": len(steps)}))
    return ending, figures_of(steps, ending, rubric, values_of(scenario, rubric, variant, cache))


def as_recorded(
    ending: Ending,
    figures: Tally,
    decisions: int,
    signed: Mapping[str, float] | None = None,
    published: Sequence[Rescored | Message] = (),
) -> Rescored:
    """The same as the record compares it with what is stored."""
    return Rescored(
        ending=ending.id,
        outcome=figures.outcome,
        score=figures.score,
        passed=figures.passed,
        critical=figures.critical,
        decisions=decisions,
        criteria=figures.criteria,
        signed=signed or {},
        published=tuple(published),
    )
