"""The same inputs on the screens and line by line leave the same events and the same scorecard."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from simulator.model.events import Chose, Event, Started, Typed
from simulator.model.mode import Mode
from simulator.record import Summary, open_record
from simulator.session import Call
from simulator.tui.screens.call import CallScreen
from simulator.tui.widgets.clock import Clock
from tests.plain.talk import take
from tests.session.desk import random_call
from tests.strategies.shipped import SOME
from tests.tui.stage import Seen, Stage

EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
CALLS = ["parcel", *SOME]
ROUTINE, MOST = 5, 200
"""How many random calls are played each time, and how many in the long run."""
WORDS = ("", "Well…", "I am sorry to hear that.")

Deed = tuple[tuple[str, ...], tuple[str, ...]]
"""Something that is done: the keys on the screens (none to let the time go by), the lines in plain mode."""


@pytest.mark.parametrize("mode", ["practice", "exam"])
@pytest.mark.parametrize("name", CALLS)
async def test_screens_and_lines_record_the_same(stage: Stage, name: str, mode: str) -> None:
    seed = 3
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


@pytest.mark.parametrize("seed", range(ROUTINE))
async def test_whatever_is_done_in_a_call_records_the_same(stage: Stage, seed: int) -> None:
    await whatever_is_done(stage, seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(ROUTINE, MOST))
async def test_whatever_is_done_in_a_random_call_records_the_same(stage: Stage, seed: int) -> None:
    await whatever_is_done(stage, seed)


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


async def whatever_is_done(stage: Stage, seed: int) -> None:
    """Play a call at random, with everything that can be done in it, and again line by line."""
    dice = random.Random(seed)
    loaded = stage.load() if seed % 4 == 0 else random_call(seed)
    wishes: dict[str, object] = {
        "variant": dice.choice(loaded.scenario.variants).id,
        "say_first": dice.random() < 0.5,
        "silence": dice.random() < 0.5,
        "seed": seed,
    }
    mode = dice.choice(tuple(Mode))
    runs: list[list[str]] = [[]]
    async with stage.show(loaded, mode=str(mode), **wishes) as seen:  # type: ignore[arg-type]
        await seen.press("enter")
        while not (call := call_of(seen)).over:
            keys, lines = dice.choice(list(deeds(call, dice)))
            if keys:
                await seen.press(*keys)
            else:
                seen.one(Clock).up()
                await seen.settle()
            runs[-1] += lines
            if lines == ("q",):
                runs.append([])
        await seen.press("enter", "escape")
        assert seen.name == "DebriefScreen"
    by_lines = stage.folder / "lines.db"
    with open_record(str(by_lines)) as record:
        for number, lines_of_run in enumerate(runs):
            take(record, loaded, *lines_of_run, mode=mode, resume=number > 0, **wishes)  # type: ignore[arg-type]
    assert recorded(str(by_lines)) == recorded(stage.database)


def call_of(seen: Seen) -> Call:
    """The call that is played."""
    assert isinstance(seen.screen, CallScreen)
    return seen.screen.call


def deeds(call: Call, dice: random.Random) -> Iterator[Deed]:
    """What can be done now; answers are likelier than everything else."""
    asks = call.asks_words
    if asks:
        words = dice.choice(WORDS)
        typed = tuple("space" if letter == " " else letter for letter in words)
        yield from [((*typed, "enter"), (words,))] * 6
    else:
        numbers = [str(number) for number in range(1, len(call.shown) + 1)]
        yield from [((number,), (number,)) for number in numbers] * 2
    if call.view.silence_after is not None:
        yield ((), (".",))
    if call.articles:
        place = dice.randrange(len(call.articles))
        yield (("f3", *["down"] * place, "enter", "escape", "escape"), ("k", str(place + 1)))
    if call.gives_hints:
        yield (("f4",), ("h",))
    if call.may_undo:
        yield (("f5",), ("u",))
    yield (("f2", "escape"), ("c",))
    yield (("f6", "escape"), ("t",))
    yield (("f7", "enter"), ("p", ""))
    yield (("escape", "enter"), ("q",))


def recorded(database: str) -> tuple[list[Event], list[str], Summary]:
    """The only session there is, without what is another one each time: ids, times and how long people took."""
    with open_record(database) as record:
        (summary,) = record.sessions()
        events = [timeless(one.event) for one in record.events(summary.session)]
        return events, list(record.typed(summary.session).values()), timeless_summary(summary)


def timeless(event: Event) -> Event:
    match event:
        case Started():
            return replace(event, session="", trainee="")
        case Chose():
            return replace(event, took_ms=0)
        case Typed():
            return replace(event, digest="")
        case _:
            return event


def timeless_summary(summary: Summary) -> Summary:
    return replace(summary, session="", trainee="", started=EPOCH, ended=EPOCH, minutes=0)
