"""Whatever is pressed, wherever: no screen breaks, and the record stays whole."""

from __future__ import annotations

import random

import pytest

from simulator.record import open_record
from simulator.session import rescore
from tests.tui.stage import Stage
from tests.tui.walk import WALKED, walk

KEYS = (
    *"123456789stcckhunporgex/?qz vsdf", "enter", "enter", "escape", "up", "down", "left", "right", "pageup",
    "pagedown", "home", "end", "tab", "shift+tab", "f1", "f2", "f3", "f6", "f7", "ctrl+p", "backspace", "delete",
    "space",
)  # fmt: skip
COUNT = 200


@pytest.mark.parametrize("start", ["first start", *WALKED])
async def test_two_hundred_random_keys_break_nothing(stage: Stage, start: str) -> None:
    dice = random.Random(start)
    async with stage.show(trainee="" if start == "first start" else "Ana", variant="gift") as seen:
        if start != "first start":
            async for name in walk(seen):
                if name == start:
                    break
        for _ in range(COUNT // 10):
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
        assert all(checked.verdict.value != "broken" for checked in record.verify(rescore=rescore))
