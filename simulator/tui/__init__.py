"""The screens of the terminal: they show Views, send answers to a Call, and hold no rule of the call."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.library import Entry, Library, Loaded
    from simulator.record import Record
    from simulator.session.wish import Wish
    from simulator.settings import Settings
    from simulator.tui.firsts import First


def run(
    settings: Settings,
    library: Library,
    database: str | None,
    wish: Wish,
    call: Loaded | Entry | None = None,
    *,
    first: First | None = None,
) -> None:
    """Open the screens and stay until they are left: at `first`, at the briefing of `call`, else at home.

    Raises ProgramFault, with the terminal put back, where the program itself failed, and SystemExit where it was told
    to end from outside.
    """
    from simulator.tui.app import RoleCallApp
    from simulator.tui.desk import Desk
    from simulator.tui.hangup import HUNG_UP, when_hung_up

    desk = Desk(settings, library, partial(_record, database), wish)

    def leave_at_once() -> None:
        # Nobody is there, and the threads that read and write the terminal would go on for ever.
        desk.close()
        os._exit(HUNG_UP)

    when_hung_up(leave_at_once)
    app = RoleCallApp(desk, call, first=first)
    try:
        app.run()
    finally:
        desk.close()
    if app.fault is not None:
        from simulator.tui.fault import fault_of

        raise fault_of(app.fault, settings.places.cache) from None
    if app.return_code:
        raise SystemExit(app.return_code)


def _record(database: str | None) -> Record:
    """The record, its database library loaded only now."""
    from simulator.record import open_record

    return open_record(database)
