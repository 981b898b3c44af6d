"""The rows of many sessions: those of real plays with their events, and others that came out like one of them."""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final, NamedTuple

from simulator.engine.version import ENGINE_VERSION
from simulator.model.bare import bare
from simulator.model.events import Ended, Event, Started
from simulator.model.mode import Mode
from simulator.record import AnchorKind, Standing, new_session_id
from simulator.record.chain import GENESIS, link
from simulator.record.codec import encode, time_text
from simulator.record.envelope import Envelope
from simulator.session.worth import criteria_of
from tests.million.crowd import Trainee
from tests.million.plays import Played

BEGIN: Final = datetime(2023, 1, 2, 7, 0, tzinfo=UTC)
YEARS: Final = timedelta(days=4 * 365)
MODES: Final = ((Mode.GUIDED, 2), (Mode.PRACTICE, 5), (Mode.EXAM, 3))
SHARED: Final = 0.6
"""The share of practice that its trainee has shared."""
REVIEWED: Final = ((Standing.OPEN, 14), (Standing.REVIEWED, 2), (Standing.SIGNED, 4))
NO_HEAD: Final = bytes(32)

Row = tuple[Any, ...]


class Rows(NamedTuple):
    """The rows of one session, by table."""

    session: Row
    summary: Row
    events: tuple[Row, ...]
    anchors: tuple[Row, ...]


class _Result(NamedTuple):
    """What every session that came out like one play has in common."""

    played: Played
    called: str
    critical: str
    criteria: str


def rows(plays: Sequence[Played], trainees: Sequence[Trainee], count: int, seed: int) -> Iterator[Rows]:
    """So many sessions in order of time, the latest of them the plays with all their events.

    A session without events came out like some play of its trainee, or, where they have none, of somebody.
    """
    dice = random.Random(f"sessions {seed}")
    results = [_result(played) for played in plays]
    own: dict[str, list[_Result]] = defaultdict(list)
    for result in results:
        own[result.played.trainee.id].append(result)
    names = {trainee.id: bare(trainee.name) for trainee in trainees}
    left = iter(results)
    for number in range(count):
        at = BEGIN + YEARS * (number / count)
        at -= timedelta(microseconds=at.microsecond % 1000)
        if number >= count - len(results):
            result = next(left)
            yield _rows(result, result.played.trainee, names, at, dice, whole=True)
        else:
            trainee = dice.choice(trainees)
            yield _rows(dice.choice(own.get(trainee.id) or results), trainee, names, at, dice, whole=False)


def _result(played: Played) -> _Result:
    card = played.card
    criteria = json.dumps(criteria_of(card), ensure_ascii=False)
    title = played.ground.loaded.scenario.title
    return _Result(played, bare(title), json.dumps(card.critical, ensure_ascii=False), criteria)


def _rows(
    result: _Result, trainee: Trainee, names: dict[str, str], at: datetime, dice: random.Random, *, whole: bool
) -> Rows:
    played, card = result.played, result.played.card
    scenario, rubric = played.ground.loaded.scenario, played.ground.loaded.rubric
    session = new_session_id(at, dice.randbytes(10))
    mode = _drawn(MODES, dice)
    spent = timedelta(milliseconds=sum(taken.took_ms for taken in played.taken) + 5_000)
    begun, over = time_text(at), time_text(at + spent)
    events = tuple(_events(played, session, mode, at, spent)) if whole else ()
    head = events[-1][3] if events else NO_HEAD
    length = len(played.taken) + 2
    shared = mode is not Mode.EXAM and dice.random() < SHARED
    # What reviews leave standing is drawn where nobody asks for the reviews themselves.
    seen = not whole and (shared or mode is Mode.EXAM)
    standing = _drawn(REVIEWED, dice) if seen else Standing.OPEN
    final = card.score + (dice.choice((-4.0, 0.0, 3.0)) if standing is not Standing.OPEN else 0.0)
    counts = mode is not Mode.GUIDED
    return Rows(
        (session, trainee.id, scenario.id, scenario.text_hash, rubric.text_hash, played.ground.variant, str(mode),
         begun, over, "ended", length, head),
        (session, trainee.id, scenario.id, scenario.title, scenario.role, scenario.language, str(mode),
         played.ground.variant, begun, over, played.ending, card.outcome, card.score, card.passed, result.critical,
         len(played.taken), spent / timedelta(minutes=1), result.criteria, False, False, False, counts,
         shared or mode is Mode.EXAM, names[trainee.id], result.called, bool(card.critical), int(standing), final,
         card.passed if final == card.score else not card.critical and final >= rubric.pass_mark),
        events,
        ((session, length, head, str(AnchorKind.SHARED), over),) if shared else (),
    )  # fmt: skip


def _drawn(ways: Sequence[tuple[Any, int]], dice: random.Random) -> Any:
    """One of `ways`, by its weight."""
    return dice.choices([way for way, _weight in ways], [weight for _way, weight in ways])[0]


def _events(played: Played, session: str, mode: Mode, at: datetime, spent: timedelta) -> Iterator[Row]:
    """The rows of a play's events, chained as the record chains them."""
    loaded, card = played.ground.loaded, played.card
    scenario, rubric = loaded.scenario, loaded.rubric
    started = Started(
        session=session,
        scenario=scenario.id,
        scenario_hash=scenario.text_hash,
        rubric=rubric.id,
        rubric_hash=rubric.text_hash,
        variant=played.ground.variant,
        mode=mode,
        seed=played.seed,
        trainee=played.trainee.id,
        language=scenario.language,
        engine=ENGINE_VERSION,
    )
    ended = Ended(played.ending, str(card.outcome), card.score, card.passed, card.critical, len(played.taken))
    every: list[tuple[datetime, Event]] = [(at, started)]
    for taken in played.taken:
        every.append((every[-1][0] + timedelta(milliseconds=taken.took_ms), taken))
    previous = GENESIS
    for number, (when, event) in enumerate([*every, (at + spent, ended)], start=1):
        body = encode(Envelope(session, number, when, event))
        previous = link(previous, body)
        yield session, number, body, previous
