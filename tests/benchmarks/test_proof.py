"""A session proven and scored again, its texts and values at hand, against parsing its log.

Sessions are plays of the shipped calls. Their log is what `rolecall sessions export` writes of their events, parsed
line by line with the `json` of the standard library.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

import pytest

from simulator.library import Library
from simulator.record import Replay, Rescored, Summary
from simulator.record.checks import linked, order, recorded
from simulator.record.jsonl import EventLine, write
from simulator.record.rescore import against_events, against_replay
from simulator.record.summary import summarise
from simulator.session import rescore
from simulator.session.replaying import memory
from simulator.session.rescoring import Corrected, anew
from simulator.session.worth import criteria_of
from tests.benchmarks.ratios import Ratio, fastest
from tests.million.crowd import crowd
from tests.million.plays import Played, grounds, play_all
from tests.million.sessions import rows

pytestmark = pytest.mark.benchmark

SLOWER_AT_MOST: Final = 5.0
SESSIONS: Final = 300
AT_ONCE: Final = 20


class Kept(NamedTuple):
    """What the record has of a session, and its log as a file."""

    session: str
    events: tuple[tuple[int, bytes, bytes], ...]
    summary: Summary
    scenario: str
    rubric: str
    log: tuple[bytes, ...]

    @property
    def replay(self) -> Replay:
        """The session read and its chain proven, ready to be played again."""
        links, problems = linked(self.session, self.events)
        assert not [*problems, *order(links)]
        return Replay(recorded(links), self.scenario, self.rubric)


@pytest.fixture(scope="module")
def sessions() -> tuple[Kept, ...]:
    """Plays of every variant of every shipped call, no two alike, by people of all skills.

    Call by call, as `verify` and `rescore` have them: what a call is worth is then at hand for all of its sessions.
    """
    people = crowd(30, 1)
    plays = tuple(play_all(grounds(Library((), memory()), memory()), people, SESSIONS, 1))
    every = rows(plays, people, SESSIONS, 1)
    kept = [_kept(played, row.events) for played, row in zip(plays, every, strict=True)]
    return tuple(sorted(kept, key=lambda one: one.scenario))


def _kept(played: Played, events: Sequence[tuple[str, int, bytes, bytes]]) -> Kept:
    loaded, session = played.ground.loaded, events[0][0]
    plain = tuple((number, body, digest) for _, number, body, digest in events)
    links, _problems = linked(session, plain)
    title, role, criteria = loaded.scenario.title, loaded.scenario.role, criteria_of(played.card)
    return Kept(
        session,
        plain,
        summarise(recorded(links), title=title, role=role, criteria=criteria),
        loaded.scenario_text,
        loaded.rubric_text,
        tuple(write(EventLine(one.hash.hex(), one.body, one.envelope)) for one in links),
    )


def test_proving_a_session_costs_at_most_five_times_parsing_its_log(sessions: tuple[Kept, ...]) -> None:
    """What `verify` does once a session is read: events, chain, order, the call played again, score and summary."""

    def verified(kept: Kept) -> None:
        replay = kept.replay
        again = rescore(replay)
        assert isinstance(again, Rescored)
        assert not against_events(kept.summary, replay.events) + against_replay(kept.summary, again)

    found = _against_parsing(sessions, verified)
    print(f"\n{SESSIONS} sessions proven against parsing their logs: {found}")
    assert found.ratio <= SLOWER_AT_MOST, str(found)


def test_scoring_a_session_anew_costs_at_most_five_times_parsing_its_log(sessions: tuple[Kept, ...]) -> None:
    """What `rescore` does once a session is read, the pass mark corrected."""
    stricter = {one.rubric: one.rubric.replace("pass_mark: 70", "pass_mark: 80") for one in sessions}
    assert all(before != after for before, after in stricter.items())
    corrected = {before: Corrected(rubric=after) for before, after in stricter.items()}

    def scored(kept: Kept) -> None:
        found = anew(kept.replay, kept.summary, corrected[kept.rubric], memory())
        assert found is not None
        assert abs(found.now.score - kept.summary.score) < 1e-9

    found = _against_parsing(sessions, scored)
    print(f"\n{SESSIONS} sessions scored anew against parsing their logs: {found}")
    assert found.ratio <= SLOWER_AT_MOST, str(found)


def _against_parsing(sessions: tuple[Kept, ...], work: Callable[[Kept], None]) -> Ratio:
    def ours(some: tuple[Kept, ...]) -> float:
        begun = time.perf_counter()
        for kept in some:
            work(kept)
        return time.perf_counter() - begun

    def reference(some: tuple[Kept, ...]) -> float:
        begun = time.perf_counter()
        for kept in some:
            for line in kept.log:
                json.loads(line)
        return time.perf_counter() - begun

    pieces = [sessions[start : start + AT_ONCE] for start in range(0, SESSIONS, AT_ONCE)]
    return fastest(ours, reference, pieces, rounds=20)
