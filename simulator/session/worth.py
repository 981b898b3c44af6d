"""What a call was worth: from decisions and values to the scorecard, and what the record keeps of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from scoring.evidence import Decision
from scoring.review import Correction, reviewed
from scoring.rubric import Rubric
from scoring.scorecard import Scorecard, scorecard
from simulator.library import Cache
from simulator.model.events import Ended
from simulator.model.message import N_, Message
from simulator.model.reviews import Corrected, SignedOff
from simulator.model.scenario import Scenario
from simulator.record import Reviewed
from simulator.session.errors import SessionError
from simulator.session.play import Play
from simulator.session.progress import Progress

if TYPE_CHECKING:
    from simulator.analysis import Values


def values_for(play: Play, cache: Cache) -> Values:
    """The values of the session's variant, from the cache or computed. Raises SessionError where it has none."""
    return values_of(play.scenario, play.rubric, play.started.variant, cache)


def values_of(scenario: Scenario, rubric: Rubric, variant: str, cache: Cache) -> Values:
    """The values of a variant, from the cache or computed. Raises KeyError, and SessionError where it has none."""
    from simulator.analysis import Unsound

    try:
        return cache.values(scenario, rubric, variant)
    except Unsound:
        text = N_("This call cannot be scored: not every way through it comes to an end. Its author has to mend it.")
        raise SessionError(Message(text)) from None


def decisions_of(progress: Progress, values: Values) -> tuple[Decision, ...]:
    """What the scorecard needs of each decision."""
    return tuple(values.decision(taken.before, taken.choice, taken.step.advance) for taken in progress.taken)


def scorecard_of(play: Play, progress: Progress, values: Values) -> Scorecard:
    """The scorecard of a call that is over."""
    outcome = play.scenario.endings[progress.position.state].outcome
    return scorecard(play.rubric, values.yardsticks, decisions_of(progress, values), outcome)


def reviewed_card(
    play: Play, progress: Progress, values: Values, corrections: Iterable[Corrected | Correction]
) -> Scorecard:
    """The scorecard of a call that is over, with corrected points; those of what is not there are passed over."""
    decisions, yardsticks = decisions_of(progress, values), values.yardsticks
    outcome = play.scenario.endings[progress.position.state].outcome
    fitting = [
        Correction(one.decision, one.criterion, one.points)
        for one in corrections
        if 1 <= one.decision <= len(decisions) and one.criterion in yardsticks.criteria
    ]
    return reviewed(play.rubric, yardsticks, decisions, outcome, fitting)


def signed_scores(play: Play, progress: Progress, values: Values, said: Sequence[Reviewed]) -> dict[str, float]:
    """By the hash of each sign-off the exact score that the corrections which it covers come to."""
    corrected = {one.hash: one.review for one in said if isinstance(one.review, Corrected)}
    return {
        one.hash: reviewed_card(play, progress, values, map(corrected.__getitem__, one.review.covers)).score
        for one in said
        if isinstance(one.review, SignedOff) and corrected.keys() >= set(one.review.covers)
    }


def ended_of(progress: Progress, card: Scorecard) -> Ended:
    """The event that closes the session."""
    return Ended(
        ending=progress.position.state,
        outcome=str(card.outcome),
        score=card.score,
        passed=card.passed,
        critical=card.critical,
        decisions=len(progress.taken),
    )


def criteria_of(card: Scorecard) -> dict[str, float | None]:
    """The exact score by criterion; None for one that the call does not assess."""
    return {criterion.id: criterion.score for criterion in card.criteria}
