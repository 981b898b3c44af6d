"""A session told again from its record, without writing anything: to read it, to debrief it, to score it anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from scoring.rubric import Rubric
from simulator.library import Cache
from simulator.model.events import Ended, Started
from simulator.model.heard import Heard
from simulator.model.message import N_, Message
from simulator.model.reviews import SignedOff
from simulator.model.scenario import Scenario
from simulator.record import Replay, Rescored
from simulator.session.debrief import Debrief
from simulator.session.errors import SessionError
from simulator.session.play import Play
from simulator.session.progress import Progress
from simulator.session.restoring import by_these_rules, recorded, restored, started_of
from simulator.session.scored import as_recorded, by_texts
from simulator.session.stepping import Told, ending_of, figures_of, steps_of
from simulator.session.worth import signed_scores, values_for, values_of

if TYPE_CHECKING:
    from simulator.analysis import Values
    from simulator.record import Record


@dataclass(frozen=True, slots=True)
class Replayed:
    """A session as its events have left it; texts are filled."""

    started: Started
    trainee: str
    """The trainee's name; empty where it was erased."""
    scenario: Scenario
    rubric: Rubric
    transcript: tuple[Heard, ...]
    choices: tuple[str, ...]
    """The ids of what was chosen, silences included, without what was taken back."""
    decision: int
    """The number of the decision to be taken next, from 1."""
    over: bool
    """Whether the call reached an ending."""
    ended: Ended | None
    abandoned: bool
    other_rules: bool
    """Recorded under rules of play or scoring that are not those of this version."""


def replay(record: Record, session: str, *, cache: Cache | None = None) -> Replayed:
    """The session played again. Raises RecordError, and SessionError where its events do not fit its scenario."""
    found = recorded(record, session)
    trainee = record.people.name(started_of(found.events).trainee)
    play, progress = restored(found, trainee, cache or memory())
    return Replayed(
        started=play.started,
        trainee=trainee,
        scenario=play.scenario,
        rubric=play.rubric,
        transcript=play.filling.heard(progress.heard),
        choices=tuple(taken.choice for taken in progress.taken),
        decision=progress.decision,
        over=progress.position.state in play.scenario.endings,
        ended=progress.ended,
        abandoned=progress.abandoned,
        other_rules=not by_these_rules(play.started),
    )


def debrief_of(record: Record, session: str, language: str, *, cache: Cache | None = None) -> Debrief:
    """The debrief of an ended session. Raises RecordError, SessionError."""
    return debrief_with_caller(record, session, language, cache=cache)[0]


def debrief_with_caller(
    record: Record, session: str, language: str, *, cache: Cache | None = None
) -> tuple[Debrief, str]:
    """The debrief of an ended session and the caller's name, from one replay. Raises RecordError, SessionError."""
    told = debriefed(record, session, language, cache=cache)
    return told.debrief, told.play.scenario.caller_name


class Debriefed(NamedTuple):
    """A debrief and what it was made from."""

    play: Play
    progress: Progress
    values: Values
    debrief: Debrief


def debriefed(record: Record, session: str, language: str, *, cache: Cache | None = None) -> Debriefed:
    """An ended session, played again and told. Raises RecordError, SessionError."""
    from simulator.session.beside import beside_of
    from simulator.session.debriefing import debrief_from

    cache = cache or memory()
    found = recorded(record, session)
    started = started_of(found.events)
    play, progress = restored(found, record.people.name(started.trainee), cache)
    if progress.position.state not in play.scenario.endings:
        raise SessionError(Message(N_("This call has not come to its end; there is nothing to debrief yet.")))
    code = record.code(session) if progress.ended is not None else ""
    beside, values = beside_of(record, found.events, started), values_for(play, cache)
    return Debriefed(play, progress, values, debrief_from(play, progress, values, language, beside, code))


def rescore(found: Replay) -> Rescored | Message:
    """What a session is worth when it is played again; a sentence where it cannot be. For `Record.verify`.

    Nothing is read from a cache folder: whoever can write there must not be able to vouch for a score.
    """
    try:
        told = steps_of(found, memory())
        ending = ending_of(told.scenario, told.steps)
        if ending is None:
            return Message(N_("The decisions of this session do not lead to an ending."))
        values = values_of(told.scenario, told.rubric, told.started.variant, memory())
    except SessionError as error:
        return error.message
    figures = figures_of(told.steps, ending, told.rubric, values)
    published = [_published(told, *texts) for texts in found.published]
    return as_recorded(ending, figures, len(told.steps), _signed(found, values), published)


def _published(told: Told, scenario_text: str, rubric_text: str) -> Rescored | Message:
    try:
        return by_texts(told, scenario_text, rubric_text, memory())
    except SessionError as error:
        return error.message


def _signed(found: Replay, values: Values) -> Mapping[str, float]:
    """What the corrections under each sign-off come to; only then the session must be played word by word."""
    if not any(isinstance(one.review, SignedOff) for one in found.reviews):
        return {}
    return signed_scores(*restored(found, "", memory()), values, found.reviews)


@lru_cache(maxsize=1)
def memory() -> Cache:
    """A cache without a folder, so that many sessions of one scenario are analysed once."""
    return Cache()
