"""What a recorded session is worth by a corrected rubric, or in a corrected form of its call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.library import LibraryError, rebuild
from simulator.model.message import N_, Message
from simulator.record import NewScore, Rescored, Summary
from simulator.session.comparing import Untold, played
from simulator.session.errors import SessionError
from simulator.session.replaying import memory, replay
from simulator.session.worth import criteria_of

if TYPE_CHECKING:
    from simulator.record import Record


@dataclass(frozen=True, slots=True)
class Corrected:
    """The texts to score by; None is the text that a session was played with."""

    scenario: str | None = None
    rubric: str | None = None


@dataclass(frozen=True, slots=True)
class Anew:
    """An ended session as it was scored, and as it is now, with the texts that it is scored by now."""

    before: Summary
    new: NewScore

    @property
    def now(self) -> Rescored:
        """What it is worth now."""
        return self.new.played

    @property
    def turned(self) -> bool:
        """Whether who passed fails now, or the other way round."""
        return self.before.passed != self.now.passed


def score_anew(corrected: Corrected, record: Record, session: str) -> Anew | Untold | None:
    """The session scored by the corrected texts; None where it was recorded under other rules. Raises RecordError.

    Nothing is read from a cache folder: whoever can write there must not be able to vouch for a score.
    """
    cache = memory()
    before = record.summary(session)
    try:
        told = replay(record, session, cache=cache)
        if before is None or told.other_rules:
            return None
        scenario_text = corrected.scenario or record.text(told.started.scenario_hash)
        rubric_text = corrected.rubric or record.text(told.started.rubric_hash)
        scenario, rubric = rebuild(scenario_text, rubric_text, cache)
        ending, card = played(scenario, rubric, told.started.variant, told.choices, cache)
    except LibraryError:
        return Untold(session, Message(N_("The call and the rubric do not fit together any more.")))
    except SessionError as error:
        return Untold(session, error.message)
    now = Rescored(
        ending, str(card.outcome), card.score, card.passed, card.critical, before.decisions, criteria_of(card)
    )
    return Anew(before, NewScore(session, now, scenario_text, rubric_text))
