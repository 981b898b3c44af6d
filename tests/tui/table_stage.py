"""A stage for the trainer's table: many sessions in a file, and a trainer who looks at them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from simulator.record import Summary, open_record
from simulator.record.address import locate
from simulator.record.database import Store
from simulator.session.wish import Wish
from simulator.settings import read_settings
from simulator.tui import firsts
from simulator.tui.app import RoleCallApp
from simulator.tui.desk import Desk
from simulator.tui.widgets.paged import Paged
from tests.record.many import fill
from tests.tui.stage import NARROW, Seen, Stage, shown, world

if TYPE_CHECKING:
    from simulator.tui.screens.sessions import SessionsScreen

TRAINER = "Max"


class TableStage:
    """A record with so many sessions, some of which the trainer may see."""

    def __init__(self, stage: Stage, count: int) -> None:
        self.stage = stage
        open_record(stage.database).close()
        store = Store(locate(stage.database))
        self.summaries: tuple[Summary, ...] = fill(store, count)
        store.close()

    @asynccontextmanager
    async def show(self, size: tuple[int, int] = NARROW) -> AsyncIterator[Seen]:
        """The table, settled."""
        stage = self.stage
        desk = Desk(
            read_settings(stage.options),
            stage.library,
            stage.open_record,
            Wish(TRAINER),
            pace=stage.pace,
            world=world(),
        )
        app = RoleCallApp(desk, first=firsts.sessions())
        async with shown(app, desk, size) as seen:
            yield seen


def table(seen: Seen) -> Paged:
    """The rows on the screen."""
    return seen.one(Paged)


def screen(seen: Seen) -> SessionsScreen:
    """The table's screen."""
    from simulator.tui.screens.sessions import SessionsScreen

    assert isinstance(seen.screen, SessionsScreen)
    return seen.screen
