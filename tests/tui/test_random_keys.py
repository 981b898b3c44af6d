"""Whatever is pressed, wherever: no screen breaks, and the record stays whole."""

from __future__ import annotations

import random

import pytest

from simulator.engine.version import ENGINE_VERSION
from simulator.record import Verdict, open_record
from simulator.session import rescore
from tests.tui.stage import Stage
from tests.tui.walk import WALKED, walk

KEYS = (
    *"123456789stcckhunporgex/?qz vsdf", "enter", "enter", "escape", "up", "down", "left", "right", "pageup",
    "pagedown", "home", "end", "tab", "shift+tab", "f1", "f2", "f3", "f6", "f7", "ctrl+p", "backspace", "delete",
    "space",
)  # fmt: skip
COUNT = 100


@pytest.mark.parametrize("start", ["first start", *WALKED[::8]])
async def test_random_keys_break_nothing(stage: Stage, start: str) -> None:
    await strike(stage, start, random.Random(start), COUNT)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("start", ["first start", *WALKED])
async def test_a_thousand_random_keys_break_nothing(stage: Stage, start: str, seed: int) -> None:
    """A thousand in all: whatever leaves the program ends a round, and the next one begins anew."""
    await strike(stage, start, random.Random(f"{start} {seed}"), COUNT)


async def strike(stage: Stage, start: str, dice: random.Random, count: int) -> None:
    """Strike so many keys from a screen of the walk on."""
    async with stage.show(trainee="" if start == "first start" else "Ana", variant="gift") as seen:
        if start != "first start":
            async for name in walk(seen):
                if name == start:
                    break
        for _ in range(count // 10):
            for _ in range(10):
                seen.strike(dice.choice(KEYS))
            await seen.pilot.pause(0)
            if not seen.app.is_running:
                break
        if seen.app.is_running:
            await seen.settle()
        if seen.app.is_running:
            assert seen.text.strip()
    with open_record(stage.database) as record:
        assert {checked.verdict for checked in record.verify(engine=ENGINE_VERSION, rescore=rescore)} <= {Verdict.RIGHT}
