"""The shipped calls, line by line to every one of their endings, against the same choices made in this process."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.library import Library
from simulator.model.events import Chose, Event, Started
from simulator.model.mode import Mode
from simulator.record import Record, Summary, open_record
from simulator.session import debrief_of
from tests.memory import CACHE
from tests.plain.talk import take
from tests.strategies.shipped import SMALLEST_ONLY
from tests.whole.plays import SEED, Play, played, plays_to_every_ending
from tests.whole.program import run


def recorded(record: Record) -> tuple[list[Event], Summary]:
    """The events and the summary of the one session, without what is another one each time."""
    (summary,) = record.sessions()
    events = [_timeless(one.event) for one in record.events(summary.session)]
    when = record.events(summary.session)[0].at
    return events, replace(summary, session="", trainee="", started=when, ended=when, minutes=0.0)


def _timeless(event: Event) -> Event:
    if isinstance(event, Started):
        return replace(event, session="", trainee="")
    return replace(event, took_ms=0) if isinstance(event, Chose) else event


@pytest.mark.parametrize("mode", [Mode.PRACTICE, Mode.EXAM])
@pytest.mark.parametrize("scenario", SMALLEST_ONLY)
def test_every_ending_is_reached_line_by_line(scenario: str, mode: Mode, tmp_path: Path) -> None:
    loaded = Library((), CACHE).load(scenario)
    plays = plays_to_every_ending(loaded.scenario)
    assert set(plays) == set(loaded.scenario.endings)
    for ending, play in plays.items():
        with (
            open_record(str(tmp_path / f"{ending}-here.db")) as here,
            open_record(str(tmp_path / f"{ending}-lines.db")) as lines,
        ):
            made = played(here, scenario, play, mode)
            said = take(lines, loaded, *made.numbers, mode=mode, seed=SEED, variant=play.variant)
            assert said.over
            assert f"({loaded.scenario.endings[ending].outcome})" in said.text.replace("partial success", "partial")
            events, summary = recorded(lines)
            expected_events, expected = recorded(here)
            assert events == expected_events
            assert replace(summary, started=expected.started, ended=expected.ended) == expected
            assert [event.choice for event in events if isinstance(event, Chose)] == list(play.choices)
            (session,) = lines.sessions()
            debrief = debrief_of(lines, session.session, "en", cache=CACHE)
            assert debrief.ending_id == ending
            assert f": {debrief.shown} of 100" in said.text or f"({debrief.shown} of 100" in said.text


@pytest.mark.parametrize("scenario", SMALLEST_ONLY)
def test_a_process_of_its_own_records_the_same(scenario: str, folder: Path, tmp_path: Path) -> None:
    loaded = Library((), CACHE).load(scenario)
    play: Play = max(plays_to_every_ending(loaded.scenario).values(), key=lambda play: len(play.choices))
    with open_record(str(tmp_path / "here.db")) as here:
        made = played(here, scenario, play)
        expected_events, expected = recorded(here)
    ran = run(folder, "play", scenario, "--seed", SEED, "--variant", play.variant, stdin="\n".join((*made.numbers, "")))
    assert (ran.status, ran.err) == (0, "")
    with open_record(str(folder / "rolecall.db"), create=False) as there:
        events, summary = recorded(there)
    assert events == expected_events
    assert replace(summary, started=expected.started, ended=expected.ended) == expected
    assert run(folder, "sessions", "verify").out == "1 session is right.\n"
