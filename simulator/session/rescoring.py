"""What a recorded session is worth by a corrected rubric, or in a corrected form of its call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.library import Cache
from simulator.record import NewScore, Replay, Rescored, Summary
from simulator.session.comparing import Untold
from simulator.session.errors import SessionError
from simulator.session.replaying import memory
from simulator.session.restoring import by_these_rules, recorded
from simulator.session.scored import by_texts
from simulator.session.stepping import steps_of

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
    before = record.summary(session)
    try:
        found = recorded(record, session)
        return None if before is None else anew(found, before, corrected, memory())
    except SessionError as error:
        return Untold(session, error.message)


def anew(found: Replay, before: Summary, corrected: Corrected, cache: Cache) -> Anew | None:
    """The same of what the record holds of an ended session. Raises SessionError."""
    told = steps_of(found, cache)
    if not by_these_rules(told.started):
        return None
    texts = corrected.scenario or found.scenario_text, corrected.rubric or found.rubric_text
    return Anew(before, NewScore(before.session, by_texts(told, *texts, cache), *texts))
