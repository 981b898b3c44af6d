"""A trainer's desk: sessions that Ana has taken, and the screen on which one of them is reviewed."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime

from simulator.model.mode import Mode
from simulator.record import open_record
from simulator.session import World
from simulator.session.wish import Wish
from simulator.settings import read_settings
from simulator.tui import firsts
from simulator.tui.app import RoleCallApp
from simulator.tui.desk import Desk
from tests.session import desk as calls
from tests.tui.stage import NARROW, Seen, Stage, shown, world

TRAINER = "Claire"
POOR = ("hurry", "tell-all", "wait", "nothing")
BEFORE = World(lambda: datetime(2026, 11, 22, tzinfo=UTC))
"""What was written before anybody looked."""
WELL = ("ask", "on", "courier", "facts")


def taken(stage: Stage, *choices: str, seed: int = 1) -> str:
    """An exam that Ana has taken; its id."""
    with open_record(stage.database) as record:
        call = calls.begin(record, calls.parcel(), Mode.EXAM, variant="gift", seed=seed)
        while not call.over:
            left = [one for one in choices if one in {offered.id for offered in call.shown}]
            calls.play(call, (left or [call.shown[0].id])[0])
        call.debrief("en")
        return call.session


@asynccontextmanager
async def reviewing(
    stage: Stage, session: str, *, size: tuple[int, int] = NARROW, who: str = TRAINER
) -> AsyncIterator[Seen]:
    """The session on the screen, settled."""
    settings = read_settings(stage.options)
    pace = replace(stage.pace, runs=False)
    desk = Desk(settings, stage.library, stage.open_record, Wish(trainee=who), pace=pace, world=world())
    app = RoleCallApp(desk, first=firsts.review(session))
    async with shown(app, desk, size) as seen:
        yield seen


REVIEWED = ("whole", "decision", "asked", "note", "points", "reason", "corrected", "sign", "signed", "beside", "other")
"""The names of what `walk_review` stops at, in its order."""


async def walk_review(seen: Seen) -> AsyncGenerator[str, None]:
    """Go through a call of three decisions or more, mark it, and lay another try beside it."""
    yield "whole"
    await seen.press("n")
    yield "decision"
    await seen.press("r")
    yield "asked"
    await seen.press("r", "t")
    await seen.type("123")
    yield "note"
    await seen.press("enter", "c", "right")
    yield "points"
    await seen.press("enter")
    await seen.type("456")
    yield "reason"
    await seen.press("enter")
    yield "corrected"
    await seen.press("s")
    yield "sign"
    await seen.press("enter", "home")
    yield "signed"
    await seen.press("b", "2")
    yield "beside"
    await seen.press("tab")
    yield "other"
