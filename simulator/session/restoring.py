"""From what a record holds of a session to the session itself: texts compiled, events played again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from scoring.rubric import Rubric
from simulator.engine import Stepper, compiled_of
from simulator.engine.version import ENGINE_VERSION
from simulator.library import Cache, LibraryError, rebuild
from simulator.model.events import Started
from simulator.model.message import N_, Message
from simulator.model.scenario import Scenario
from simulator.record import Recorded, Replay
from simulator.session.errors import SessionError
from simulator.session.play import Play
from simulator.session.progress import Progress, begin, play_event

if TYPE_CHECKING:
    from simulator.record import Record


def recorded(record: Record, session: str) -> Replay:
    """All that the record holds of a session. Raises RecordError."""
    events = record.events(session)
    started = started_of(events)
    texts = record.text(started.scenario_hash), record.text(started.rubric_hash)
    return Replay(events, *texts, record.typed(session) if started.say_first else {})


def all_recorded(record: Record, sessions: Sequence[str]) -> Iterator[Replay]:
    """What is needed to play many sessions again, one after the other; without what was typed. Raises RecordError."""
    texts: dict[str, str] = {}
    for _session, events in record.events_of(sessions):
        first = events[0].event
        needed = (first.scenario_hash, first.rubric_hash) if isinstance(first, Started) else ()
        for digest in needed:
            if digest not in texts:
                texts[digest] = record.text(digest)
        # One without a beginning is refused when it is played.
        yield Replay(events, *(map(texts.__getitem__, needed) if needed else ("", "")))


def restored(replay: Replay, trainee: str, cache: Cache, *, live: bool = False) -> tuple[Play, Progress]:
    """The session as its events have left it; `live` steps it by the state machine. Raises SessionError."""
    started = started_of(replay.events)
    scenario, rubric = texts_of(replay, started, cache)
    play = Play(scenario, rubric, started, trainee, stepper_for(scenario, live=live))
    progress = begin(play.stepper, started.variant)
    for one in replay.events[1:]:
        words = replay.typed.get(one.number, "")
        progress = play_event(play.stepper, progress, started.seed, one.event, words)
    return play, replace(progress, number=len(replay.events))


def texts_of(replay: Replay, started: Started, cache: Cache) -> tuple[Scenario, Rubric]:
    """What a session was played with. Raises SessionError where it can't be played any more."""
    try:
        scenario, rubric = rebuild(replay.scenario_text, replay.rubric_text, cache)
        scenario.variant(started.variant)
    except (LibraryError, KeyError):
        text = N_("The scenario of this session cannot be played by this version of RoleCall.")
        raise SessionError(Message(text)) from None
    return scenario, rubric


def stepper_for(scenario: Scenario, *, live: bool) -> Stepper:
    """The maker of steps: the state machine for a call that is played, the compiled form for one that was."""
    if not live:
        return compiled_of(scenario)
    from simulator.engine.machine import machine_of

    return machine_of(scenario)


def by_these_rules(started: Started) -> bool:
    """Whether the session was recorded under the rules of play and scoring that hold now."""
    return started.engine == ENGINE_VERSION


def started_of(events: tuple[Recorded, ...]) -> Started:
    """How a session began. Raises SessionError where its events do not say."""
    first = events[0].event if events else None
    if not isinstance(first, Started):
        raise SessionError(Message(N_("The record of this session has no beginning.")))
    return first
