"""Which front end to open, and opening it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from simulator.cli.exits import Exit
from simulator.words import _

if TYPE_CHECKING:
    from simulator.cli.context import Context
    from simulator.library import Entry, Loaded
    from simulator.session.wish import Wish


def speaks_plain(context: Context, option: bool | None) -> bool:
    """Plain where it is asked for, where the terminal can do no more, and where there is no terminal."""
    if option or context.settings.plain.value:
        return True
    # The screens are drawn on standard error: where that goes into a file, nothing would be seen.
    return not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def trainee_name(context: Context, plain: bool) -> str:
    """Who plays. Asked for on the first start in front of a person; a script plays as the system's user."""
    name = context.settings.name.value
    if name is not None:
        return name
    if not sys.stdin.isatty():
        return system_user()
    if not plain:
        return ""  # the screens ask
    from simulator.plain.console import Console
    from simulator.plain.first_start import first_start

    name = first_start(Console(), context.settings)
    context.settings_changed()
    return name


def run_plain(context: Context, loaded: Loaded | None, wish: Wish, name: str = "") -> Exit:
    """The calls line by line, or the one that `name` means. Raises SessionError, RecordError, InputEnded."""
    from simulator.plain.console import Console

    console, documents = Console(), context.settings.places.documents
    with context.record() as record:
        if loaded is None:
            from simulator.plain.home import PlainHome

            PlainHome(console, context.library, record, wish, documents).run()
        else:
            from simulator.plain.playing import Playing, play

            play(Playing(console, record, context.library.cache, loaded, name, wish, documents))
    return Exit.SUCCESS


def run_screens(context: Context, call: Loaded | Entry | None, wish: Wish) -> None:
    """The screens, until they are left."""
    from simulator.tui import run

    context.make_home()
    run(context.settings, context.library, context.database, wish, call)


def system_user() -> str:
    """The name of whoever is logged in, for what is played without asking for one."""
    for variable in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        if name := os.environ.get(variable, "").strip():
            return name[:80]
    return _("guest")
