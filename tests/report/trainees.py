"""Trainees to report on: one with a name that tries to be more than a name, and sessions on days that are given."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

from simulator import words
from simulator.library import Library
from simulator.model.mode import Mode
from simulator.record import Record, new_session_id
from simulator.report.gathering import Gathered, Wanted, gather
from simulator.session import World, open_call
from tests.memory import CACHE
from tests.session.desk import play

NAME: Final = "Ana <img src=x onerror=alert(1)> & Co"
TITLE: Final = "</title><script>alert(1)</script>{{{{ 7*7 }}}}"
BEST: Final = ("ask", "on", "courier", "facts")
POOR: Final = ("hurry", "tell-all", "refund", "nothing")


def take(record: Record, library: Library, *choices: str, day: int, mode: Mode = Mode.EXAM, name: str = NAME) -> str:
    """A session so many days after a Monday; its id."""
    begun = datetime(2026, 11, 2, 9, 0, tzinfo=UTC) + timedelta(days=day)
    ticks = iter(range(1_000))
    world = World(lambda: begun + timedelta(seconds=20 * next(ticks)), new_id=lambda: new_session_id(begun))
    call = open_call(record, library.load("parcel"), name, mode, seed=1, variant="gift", world=world, cache=CACHE)
    play(call, *choices).debrief("en")
    return call.session


def gathered(record: Record, library: Library, *, viewer: str = "", language: str = "en") -> Gathered:
    """What is known of the trainee."""
    words.use(language)
    (person,) = record.people.find(NAME)
    return gather(record, library, person, Wanted(viewer, language), lambda _done, _all: None)
