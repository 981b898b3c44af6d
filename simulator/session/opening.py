"""How a call comes to be: a new one, one that is gone on with, one tried again from a decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.engine.version import ENGINE_VERSION
from simulator.library import Cache, Loaded
from simulator.model.events import BranchOf, Chose, Started
from simulator.model.message import N_, Message
from simulator.model.mode import Mode
from simulator.model.scenario import Scenario
from simulator.session.call import Call
from simulator.session.errors import SessionError, other_rules, unknown_variant
from simulator.session.log import SessionLog
from simulator.session.play import Play, silence_by_default
from simulator.session.progress import Progress, begin, play_event
from simulator.session.restoring import by_these_rules, recorded, restored, started_of, stepper_for
from simulator.session.world import SEEDS, World

if TYPE_CHECKING:
    from simulator.record import Record


def open_call(
    record: Record,
    loaded: Loaded,
    trainee: str,
    mode: Mode,
    *,
    seed: int | None = None,
    variant: str | None = None,
    silence: bool | None = None,
    time_factor: float = 1.0,
    say_first: bool = False,
    world: World | None = None,
    cache: Cache | None = None,
) -> Call:
    """Begin a session of `loaded` for the trainee with that name. Raises RecordError, SessionError.

    Without `variant` one is taken as the mode has it, without `seed` one is drawn; `silence` counts in practice only
    where it is asked for, and always in an exam. `say_first` asks for the trainee's own words before the choices.
    """
    world = world or World()
    scenario = loaded.scenario
    _refuse_unknown(scenario, variant)
    started = Started(
        session=world.new_id(),
        scenario=scenario.id,
        scenario_hash=scenario.text_hash,
        rubric=loaded.rubric.id,
        rubric_hash=loaded.rubric.text_hash,
        variant=variant or choose_variant(record, scenario, trainee, mode, world=world),
        mode=mode,
        seed=world.roll(SEEDS) if seed is None else seed,
        trainee=record.people.id_for(trainee, at=world.at),
        language=scenario.language,
        engine=ENGINE_VERSION,
        time_factor=time_factor,
        silence=silence_by_default(mode, silence),
        say_first=say_first,
    )
    play = Play(scenario, loaded.rubric, started, _name(record, started), stepper_for(scenario, live=True))
    progress = begin(play.stepper, started.variant)
    record.start(started, loaded.scenario_text, loaded.rubric_text, at=world.at)
    return Call(play, progress, SessionLog(record, started.session, world), cache or Cache())


def resume_call(record: Record, session: str, *, world: World | None = None, cache: Cache | None = None) -> Call:
    """Go on with a session that has neither ended nor been given up. Raises RecordError, SessionError."""
    world, cache = world or World(), cache or Cache()
    replay = recorded(record, session)
    play, progress = restored(replay, _name(record, started_of(replay.events)), cache, live=True)
    if progress.ended is not None or progress.abandoned:
        raise SessionError(Message(N_("This call is over; there is nothing to go on with.")))
    if not by_these_rules(play.started):
        raise other_rules()
    call = Call(play, progress, SessionLog(record, session, world), cache)
    if not call.over:
        call.resume()
    return call


def branch_call(
    record: Record, session: str, decision: int, *, world: World | None = None, cache: Cache | None = None
) -> Call:
    """A new session that takes over every decision before `decision` (from 1) of one that came to its end.

    Raises RecordError, SessionError.

    It stands on its own: the decisions taken over are recorded in it again, so that it can be replayed when the
    other session is gone. It never counts: `branch_of` says where it comes from.
    """
    world, cache = world or World(), cache or Cache()
    replay = recorded(record, session)
    play, before = restored(replay, _name(record, started_of(replay.events)), cache, live=True)
    if before.position.state not in play.scenario.endings or not 1 <= decision <= len(before.taken):
        text = N_("This session has no decision {decision} to try again from.")
        raise SessionError(Message(text, {"decision": decision}))
    started = replace(
        play.started,
        session=world.new_id(),
        mode=Mode.GUIDED if play.started.mode is Mode.GUIDED else Mode.PRACTICE,
        engine=ENGINE_VERSION,
        silence=False,
        branch_of=BranchOf(session, decision),
    )
    again = Play(play.scenario, play.rubric, started, play.trainee, play.stepper)
    record.start(started, replay.scenario_text, replay.rubric_text, at=world.at)
    log = SessionLog(record, started.session, world)
    return Call(again, _taken_over(again, before, decision, log), log, cache)


def first_mode(record: Record, trainee: str) -> Mode:
    """The mode that suits a trainee who has not chosen one: guided until they have played a call to its end."""
    person = record.people.id_of(trainee)
    played = person is not None and next(iter(record.sessions(trainee=person, limit=1)), None) is not None
    return Mode.PRACTICE if played else Mode.GUIDED


def choose_variant(record: Record, scenario: Scenario, trainee: str, mode: Mode, *, world: World | None = None) -> str:
    """The variant that comes next: drawn in an exam, else the one this trainee has played least, the file's first."""
    ids = [variant.id for variant in scenario.variants]
    if len(ids) == 1:
        return ids[0]
    if mode is Mode.EXAM:
        return ids[(world or World()).roll(len(ids))]
    person = record.people.id_of(trainee)
    played: Mapping[str, int] = record.times_played(person, scenario.id) if person else {}
    return min(ids, key=lambda variant: played.get(variant, 0))


def _taken_over(play: Play, before: Progress, decision: int, log: SessionLog) -> Progress:
    progress = begin(play.stepper, play.started.variant)
    for taken in before.taken[: decision - 1]:
        event = Chose(taken.number, taken.before.state, taken.choice, taken.took_ms, taken.shown)
        after = play_event(play.stepper, progress, play.started.seed, event)
        progress = replace(after, number=log.answer(event, progress.number))
    return progress


def _refuse_unknown(scenario: Scenario, variant: str | None) -> None:
    if variant is not None and variant not in [known.id for known in scenario.variants]:
        raise unknown_variant(scenario, variant)


def _name(record: Record, started: Started) -> str:
    return record.people.name(started.trainee)
