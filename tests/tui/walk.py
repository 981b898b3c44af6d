"""A walk past every screen and every state of it that looks different."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import Final

from simulator.record import open_record
from simulator.tui.screens.call import CallScreen
from tests.practice.seasoned import season
from tests.tui.stage import TRAINEE, Seen, Stage

WALKED: Final = (
    "home", "search", "filter", "history", "keys", "commands", "briefing", "commented", "commented-2", "call", "guided",
    "card", "articles", "article", "form", "over", "reflect", "debrief", "debrief-2", "lesson", "decision", "answers",
    "left", "say it first", "said", "transcript", "pause",
)  # fmt: skip
"""The names of what `walk` stops at, in its order."""


async def walk(seen: Seen) -> AsyncGenerator[str, None]:
    """Go from home through a guided call to its debrief and back; stop at each screen and give its name."""
    yield "home"
    await seen.press("/", "r")
    yield "search"
    await seen.press("escape", "f")
    yield "filter"
    await seen.press("escape", "h")
    yield "history"
    await seen.press("escape", "f1")
    yield "keys"
    await seen.press("escape", "ctrl+p")
    yield "commands"
    await seen.press("escape", "escape", "enter")
    yield "briefing"
    await seen.press("c")
    yield "commented"
    await seen.press("n")
    yield "commented-2"
    await seen.press("escape", "g", "enter")
    yield "call"
    await seen.answer("hurry")
    await seen.press("h")
    yield "guided"
    await seen.press("c")
    yield "card"
    await seen.press("c", "k")
    yield "articles"
    await seen.press("enter")
    yield "article"
    await seen.press("escape", "escape")
    await seen.answer("tell-all", "refund")
    yield "form"
    await seen.answer("nothing")
    yield "over"
    async for name in _walk_debrief(seen):
        yield name


async def _walk_debrief(seen: Seen) -> AsyncGenerator[str, None]:
    """From the last words of a call to its debrief, and back."""
    await seen.press("enter")
    yield "reflect"
    await seen.type("Calm.")
    await seen.press("enter", "enter")
    yield "debrief"
    await seen.press("pagedown")
    yield "debrief-2"
    await seen.press("n")
    yield "lesson"
    await seen.press("n", "n", "n")
    yield "decision"
    await seen.press("o")
    yield "answers"
    await seen.press("escape", "r", "escape")
    yield "left"
    async for name in _walk_on(seen):
        yield name


async def _walk_on(seen: Seen) -> AsyncGenerator[str, None]:
    """From the briefing into a call in which the trainee says it first, up to a pause."""
    await seen.press("s", "p", "enter")
    yield "say it first"
    await seen.type("What a pity.")
    await seen.press("enter")
    yield "said"
    await seen.press("t")
    yield "transcript"
    await seen.press("escape", "p")
    yield "pause"


async def walked(stage: Stage, size: tuple[int, int]) -> AsyncGenerator[tuple[str, Seen], None]:
    """The whole walk in a terminal of that size, from the first start on."""
    async with stage.show(size=size, trainee="", variant="gift") as seen:
        yield "first start", seen
        await seen.type("Ana")
        await seen.press("enter")
        async for name in walk(seen):
            yield name, seen


async def walk_past(stage: Stage, size: tuple[int, int]) -> AsyncGenerator[tuple[str, Seen], None]:
    """Home and history of a trainee who has played for two weeks."""
    with open_record(stage.database) as record:
        season(record, stage.library, TRAINEE, 24)
    async with stage.show(size=size) as seen:
        yield "home", seen
        await seen.press("h")
        yield "history: sessions", seen
        await seen.press("d")
        yield "history: delete", seen
        await seen.press("escape", "s")
        yield "history: share", seen
        await seen.press("down", "enter")
        yield "history: shared", seen
        await seen.press("v")
        yield "history: calls", seen
        await seen.press("v")
        yield "history: skills", seen


async def walk_french(stage: Stage, size: tuple[int, int]) -> AsyncGenerator[tuple[str, Seen], None]:
    """Every screen with a call whose words are French too."""
    async with stage.show(stage.shipped("prelevement-rejete"), size=size, mode="guided") as seen:
        yield "briefing", seen
        await seen.press("pagedown")
        yield "briefing, read on", seen
        await seen.press("c")
        yield "commented", seen
        for _ in range(6):
            await seen.press("n")
            yield "commented-2", seen
        await seen.press("escape", "s", "enter")
        yield "say it first", seen
        await seen.press("1", "enter")
        yield "call", seen
        await seen.press("1", "enter", "h", "h")
        yield "guided", seen
        sheets = (("c", "card"), ("k", "articles"), ("t", "transcript"), ("p", "pause"))
        for key, name in (*sheets, ("f1", "keys"), ("ctrl+p", "commands")):
            await seen.press(key)
            yield name, seen
            await seen.press("escape")
        screen = seen.screen
        assert isinstance(screen, CallScreen)
        while not screen.call.over:
            await seen.press("enter" if screen.call.asks_words else "1")
            if not screen.call.view.speaks:
                yield "form", seen
        yield "over", seen
        await seen.press("enter")
        yield "reflect", seen
        await seen.press("escape")
        yield "debrief", seen
        for _ in range(5):
            await seen.press("pagedown")
            yield "debrief-2", seen
        await seen.press("n", "o")
        yield "answers", seen
        await seen.press("escape", "escape")
        yield "home", seen
        await seen.press("/", "z", "z")
        yield "search", seen
        await seen.press("escape", "ctrl+p", "c", "o", "u", "enter")
        yield "themes", seen
