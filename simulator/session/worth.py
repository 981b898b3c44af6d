"""What a call was worth: from decisions and values to the scorecard, and what the record keeps of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.evidence import Decision
from scoring.scorecard import Scorecard, scorecard
from simulator.library import Cache
from simulator.model.events import Ended
from simulator.model.message import N_, Message
from simulator.session.errors import SessionError
from simulator.session.play import Play
from simulator.session.progress import Progress

if TYPE_CHECKING:
    from simulator.analysis import Values


def values_for(play: Play, cache: Cache) -> Values:
    """The values of the session's variant, from the cache or computed. Raises SessionError where it has none."""
    from simulator.analysis import Unsound

    try:
        return cache.values(play.scenario, play.rubric, play.started.variant)
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
