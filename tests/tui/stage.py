"""A stage for the screens: an app over a record in a file, a clock that stands still, and what can be seen of it."""

from __future__ import annotations

import io
import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from textual.events import Key
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input
from textual.worker import WorkerCancelled

from simulator.library import Library, Loaded
from simulator.model.events import Event
from simulator.record import Record, new_session_id, open_record
from simulator.session import World
from simulator.session.wish import Wish
from simulator.settings import Options, read_settings
from simulator.tui import firsts
from simulator.tui.app import RoleCallApp
from simulator.tui.desk import Desk, Pace
from tests.library.little import NONE, put
from tests.memory import CACHE

TRAINEE = "Ana"
SMALL, NARROW, ROOMY, WIDE = (60, 20), (80, 24), (100, 30), (140, 40)
ROUNDS = 4
"""How often all widgets are heard out without any change before it is quiet."""
NAMES = {"/": "slash", "?": "question_mark"}
CHARACTERS = {"space": " ", "slash": "/", "question_mark": "?"}
W = TypeVar("W", bound=Widget)


class StandingClock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def world(seed: int = 7) -> World:
    """Times, dice and ids that are the same every time."""
    begin, ticks, dice = datetime(2026, 11, 23, 9, 0, tzinfo=UTC), count(), random.Random(seed)
    return World(
        lambda: begin + timedelta(seconds=next(ticks)),
        dice.randrange,
        lambda: new_session_id(begin + timedelta(seconds=seed), dice.randbytes(10)),
    )


@asynccontextmanager
async def shown(app: RoleCallApp, desk: Desk, size: tuple[int, int]) -> AsyncIterator[Seen]:
    """The app on a terminal of that size, settled; its desk is put away afterwards."""
    try:
        async with app.run_test(size=size, notifications=True) as pilot:
            seen = Seen(app, pilot)
            await seen.settle()
            yield seen
    finally:
        desk.close()


class Stage:
    """One user's files: settings, a library with the small call in it, a record."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.library_folder = folder / "library"
        self.call_file = put(self.library_folder)
        self.database = str(folder / "rolecall.db")
        self.clock = StandingClock()
        self.pace = Pace(self.clock, settle=0, speech=0)
        self.options = Options()
        self.open_record: Callable[[], Record] = partial(open_record, self.database)

    @property
    def library(self) -> Library:
        """The small call, and nothing that is shipped."""
        return Library((self.library_folder,), CACHE, NONE)

    def load(self, name: str = "parcel") -> Loaded:
        """A call of the library."""
        return self.library.load(name)

    def shipped(self, name: str) -> Loaded:
        """A call that comes with RoleCall."""
        return Library((), CACHE).load(name)

    @asynccontextmanager
    async def show(
        self,
        loaded: Loaded | None = None,
        *,
        size: tuple[int, int] = NARROW,
        trainee: str = TRAINEE,
        marking: str = "",
        **wishes: object,
    ) -> AsyncIterator[Seen]:
        """The app, settled: at the calibration to mark, at the briefing of `loaded`, else at home."""
        wish = Wish(**{"trainee": trainee, "seed": 1, **wishes})  # type: ignore[arg-type]
        desk = Desk(read_settings(self.options), self.library, self.open_record, wish, pace=self.pace, world=world())
        app = RoleCallApp(desk, loaded, first=firsts.marking(marking) if marking else None)
        async with shown(app, desk, size) as seen:
            yield seen

    @asynccontextmanager
    async def call(self, mode: str = "practice", **wishes: object) -> AsyncIterator[Seen]:
        """The small call, just taken, in its first variant unless the wishes say otherwise."""
        wishes = {"variant": "gift", **wishes}
        async with self.show(self.load(), mode=mode, **wishes) as seen:  # type: ignore[arg-type]
            await seen.press("enter")
            yield seen

    def events(self, session: str | None = None) -> list[Event]:
        """What was recorded of a session: of the only one, unless one is named."""
        with open_record(self.database, create=False) as record:
            named = session or next(iter(self.sessions(record)))
            return [recorded.event for recorded in record.events(named)]

    @staticmethod
    def sessions(record: Record) -> list[str]:
        """Every session, ended or not."""
        ended = [summary.session for summary in record.sessions()]
        return [*(one.session for one in record.all_unfinished()), *ended]


class Seen:
    """What can be done to an app, and seen of it."""

    def __init__(self, app: RoleCallApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot
        self._drawn, self._read = True, ""
        app.post_display_hook = self._draw  # type: ignore[method-assign]

    def _draw(self) -> None:
        self._drawn = True

    def _reads_otherwise(self) -> bool:
        """Whether other words can be read than when this was asked before; to read them takes its time."""
        if not self._drawn:
            return False
        self._drawn, before, self._read = False, self._read, self.text
        return self._read != before

    @property
    def screen(self) -> Screen[object]:
        """The screen on top."""
        return self.app.screen

    @property
    def name(self) -> str:
        """What kind of screen is on top."""
        return type(self.screen).__name__

    @property
    def text(self) -> str:
        """What can be read, line by line, without the blanks at the ends of lines."""
        width, height = self.app.size
        console = Console(width=width, height=height, file=io.StringIO(), record=True, legacy_windows=False)
        console.print(self.screen._compositor.render_update(full=True, screen_stack=self.app._background_screens))
        return "\n".join(line.rstrip() for line in console.export_text(styles=False).splitlines())

    @property
    def flat(self) -> str:
        """What can be read, the lines joined: for words that may be wrapped."""
        return " ".join(self.text.replace("\u00a0", " ").split())

    @property
    def footer(self) -> str:
        """The line of keys."""
        return self.text.splitlines()[-1]

    def one(self, kind: type[W], among: str | None = None) -> W:
        """A widget of the screen on top."""
        return self.screen.query_one(among, kind) if among else self.screen.query_one(kind)

    async def press(self, *keys: str) -> None:
        """Press keys, each one when what the one before it set going is done."""
        for key in keys:
            self.strike(key)
            await self.settle()

    def strike(self, key: str) -> None:
        """Press a key and wait for nothing."""
        character = CHARACTERS.get(key, key if len(key) == 1 else None)
        self.app.post_message(Key(NAMES.get(key, key), character))

    async def type(self, text: str) -> None:
        """Type letters."""
        await self.press(*text)

    async def answer(self, *choices: str) -> None:
        """Give answers by their ids, whatever their numbers are."""
        from simulator.tui.screens.call import CallScreen

        for choice in choices:
            assert isinstance(self.screen, CallScreen)
            offered = [one.id for one in self.screen.call.shown]
            await self.press(str(offered.index(choice) + 1))

    async def settle(self) -> None:
        """Wait until nothing is going on: no worker works, no widget has anything to say, nothing changes any more."""
        quiet = 0
        while quiet < ROUNDS:
            await self.pilot.pause(0)
            if not self.app.is_running:
                return
            working = [worker for worker in self.app.workers if not worker.is_finished]
            if working:
                with suppress(WorkerCancelled):
                    await self.app.workers.wait_for_complete(working)
            for blinking in self.screen.query(Input):
                blinking.cursor_blink = False
            quiet = 0 if working or self._reads_otherwise() else quiet + 1

    async def resize(self, width: int, height: int) -> None:
        """Change the size of the terminal."""
        await self.pilot.resize_terminal(width, height)
        await self.settle()
