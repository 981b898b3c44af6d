"""A stage for the preview: a file in a folder of its own, the app over it, and waiting for what a save brings."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from simulator.preview.trial import Trial
from simulator.session.wish import Wish
from simulator.settings import Options, read_settings
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


class PreviewStage:
    """One author's files: the small call, to be written anew at will."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.folder = stage.folder / "calls"
        self.path = put(self.folder)
        self.options = Options()

    def write(self, **changes: str) -> None:
        """Save the small call with other words."""
        put(self.folder, **changes)

    @asynccontextmanager
    async def show(self, path: Path | None = None, *, size: tuple[int, int] = NARROW) -> AsyncIterator[Previewed]:
        """The preview of the file, settled."""
        settings, stage = read_settings(self.options), self._stage
        desk = Desk(settings, stage.library, stage.open_record, Wish("Ana"), pace=Pace(StandingClock(), 0, 0))
        app = RoleCallApp(desk, preview=path or self.path)
        try:
            async with app.run_test(size=size, notifications=True) as pilot:
                seen = Previewed(app, pilot)
                await seen.settle()
                yield seen
        finally:
            desk.close()
        assert not Path(stage.database).exists(), "nothing is recorded"
