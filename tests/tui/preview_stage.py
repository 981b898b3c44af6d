"""A stage for the preview: a file in a folder of its own, the app over it, and waiting for what a save brings."""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from simulator.preview.trial import Trial
from simulator.session.wish import Wish
from simulator.settings import Options, read_settings
from simulator.tui import firsts
from simulator.tui.app import RoleCallApp
from simulator.tui.desk import Desk, Pace
from simulator.tui.screens.preview import PreviewScreen
from tests.library.little import put
from tests.tui.stage import NARROW, Seen, Stage, StandingClock

PATIENCE = 30.0
"""Seconds after which what is waited for does not come any more."""
BROKEN = {"goto: solve\n        why": "goto: slove\n        why"}
"""A slip that keeps the small call from being played."""
ENDLESS = {"once: yes\n        score: {listening: 2}": "score: {listening: 2}"}
"""A slip that makes some calls of it go round for ever."""


class Previewed(Seen):
    """What can be done to a preview, and seen of it."""

    @property
    def preview(self) -> PreviewScreen:
        """The screen of the preview, whatever lies over it."""
        (found,) = [screen for screen in self.app.screen_stack if isinstance(screen, PreviewScreen)]
        return found

    @property
    def trial(self) -> Trial:
        """Where the author stands."""
        found = self.preview.preview.trial
        assert found is not None
        return found

    @property
    def errors(self) -> int:
        """How many errors are known."""
        found = self.preview.preview.reading
        return found.errors if found else 0

    @property
    def warnings(self) -> int:
        """How many warnings are known."""
        found = self.preview.preview.reading
        return found.warnings if found else 0

    @property
    def is_checking(self) -> bool:
        """Whether there is more to be said of the file."""
        found = self.preview.preview.reading
        return found is None or found.is_half

    async def until(self, there: Callable[[], bool]) -> None:
        """Go on until that is so: what a save brings comes from another thread."""
        end = time.monotonic() + PATIENCE
        while not there():
            assert time.monotonic() < end, f"that did not come, but:\n{self.text}"
            await self.pilot.pause(0)
        await self.settle()

    async def until_read(self, *words: str) -> None:
        """Go on until all of these words can be read."""
        await self.until(lambda: all(one in self.flat for one in words))


PREVIEWED: Final = ("begun", "tried", "states", "form", "over", "old", "slips", "explained", "whole", "nothing wrong")
"""The names of what `walk_preview` stops at, in its order."""


async def walk_preview(seen: Previewed, writing: PreviewStage) -> AsyncGenerator[str, None]:
    """Try the small call, let its file go wrong in three ways and mend it; stop where it looks different."""
    yield "begun"
    await seen.press("2", "1")
    yield "tried"
    await seen.press("j")
    yield "states"
    await seen.press("escape", "s", "right", "down")
    yield "form"
    await seen.press("enter", "2", "1", "1")
    yield "over"
    writing.write(**BROKEN, **{"patience == 0": "patiance == 0", 'text: "Find out why': 'txt: "Find out why'})
    await seen.until(lambda: seen.preview.preview.is_old)
    yield "old"
    await seen.press("tab", "down")
    yield "slips"
    writing.write(**{'goto: helped, why: "Nobody will know."': "goto: helped"})
    await seen.until(lambda: seen.warnings == 1)
    await seen.press("enter")
    yield "explained"
    writing.write(**ENDLESS)
    await seen.until(lambda: seen.errors == 1)
    await seen.press("escape")
    yield "whole"
    writing.write()
    await seen.until(lambda: seen.errors == 0 and not seen.is_checking)
    yield "nothing wrong"


class PreviewStage:
    """One author's files: the small call, to be written anew at will."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.folder = stage.folder / "mine"
        self.path = put(self.folder)
        self.options = Options(theme=stage.options.theme)

    def write(self, **changes: str) -> None:
        """Save the small call with other words."""
        put(self.folder, **changes)

    def line_of(self, words: str) -> int:
        """The line of the file, from 1, in which these words stand first."""
        lines = self.path.read_text("utf-8").splitlines()
        return next(number for number, line in enumerate(lines, start=1) if words in line)

    @asynccontextmanager
    async def show(self, path: Path | None = None, *, size: tuple[int, int] = NARROW) -> AsyncIterator[Previewed]:
        """The preview of the file, settled."""
        settings, stage = read_settings(self.options), self._stage
        desk = Desk(settings, stage.library, stage.open_record, Wish("Ana"), pace=Pace(StandingClock(), 0, 0))
        app = RoleCallApp(desk, first=firsts.preview(path or self.path))
        try:
            async with app.run_test(size=size, notifications=True) as pilot:
                seen = Previewed(app, pilot)
                await seen.settle()
                yield seen
        finally:
            desk.close()
        assert not Path(stage.database).exists(), "nothing is recorded"
