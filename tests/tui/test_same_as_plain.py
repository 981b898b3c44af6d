"""The same choices on the screens and line by line leave the same events and the same scorecard."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from simulator.model.events import Chose, Event, Started
from simulator.model.mode import Mode
from simulator.record import Summary, open_record
from simulator.tui.screens.call import CallScreen
from tests.plain.talk import take
from tests.strategies.shipped import NAMES
from tests.tui.stage import Stage

EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
CALLS = ["parcel", *NAMES]


@pytest.mark.parametrize(("name", "mode", "seed"), [(name, mode, 3) for name in CALLS for mode in ("practice", "exam")])
async def test_screens_and_lines_record_the_same(stage: Stage, name: str, mode: str, seed: int) -> None:
    loaded = stage.load() if name == "parcel" else stage.shipped(name)
    variant = loaded.scenario.variants[-1].id
    keys = []
    dice = random.Random(seed)
    async with stage.show(loaded, mode=mode, variant=variant, seed=seed) as seen:
        await seen.press("enter")
        while isinstance(seen.screen, CallScreen) and not seen.screen.call.over:
            keys.append(str(dice.randint(1, len(seen.screen.call.shown))))
            await seen.press(keys[-1])
        await seen.press("enter", "escape")
        assert seen.name == "DebriefScreen"
    on_screens = recorded(stage.database)
    by_lines = stage.folder / "lines.db"
    with open_record(str(by_lines)) as record:
        take(record, loaded, *keys, mode=Mode(mode), variant=variant, seed=seed)
    assert recorded(str(by_lines)) == on_screens


async def test_a_call_that_is_left_and_gone_on_with_records_the_same(stage: Stage) -> None:
    loaded = stage.load()
    async with stage.show(loaded, mode="practice", variant="gift") as seen:
        await seen.press("enter", "2", "u", "1", "escape", "enter", "1", "1")
        assert "The call is over" in seen.text
        await seen.press("enter")
    by_lines = stage.folder / "lines.db"
    with open_record(str(by_lines)) as record:
        take(record, loaded, "2", "u", "1", "q")
        take(record, loaded, "1", "1", resume=True)
    assert recorded(str(by_lines)) == recorded(stage.database)


def recorded(database: str) -> tuple[list[Event], Summary]:
    """The only session there is, without what is another one each time: ids, times and how long people took."""
    with open_record(database) as record:
        (summary,) = record.sessions()
        events = [timeless(one.event) for one in record.events(summary.session)]
        return events, timeless_summary(summary)


def timeless(event: Event) -> Event:
    match event:
        case Started():
            return replace(event, session="", trainee="")
        case Chose():
            return replace(event, took_ms=0)
        case _:
            return event


def timeless_summary(summary: Summary) -> Summary:
    return replace(summary, session="", trainee="", started=EPOCH, ended=EPOCH, minutes=0)
