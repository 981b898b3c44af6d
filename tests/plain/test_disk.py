"""A disk that does not take an answer: a person gives it again, a script stops; nothing is lost or doubled."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from simulator.library import Loaded
from simulator.model.events import Chose
from simulator.plain.console import Console
from simulator.plain.playing import Playing, play
from simulator.record import Reason, Record, RecordError
from simulator.session.wish import Wish
from tests.memory import CACHE
from tests.plain.talk import Typed


class Doing(Typed):
    """Lines that are typed, some of which do something before they arrive."""

    def __init__(self, *lines: str | Callable[[], object], person: bool) -> None:
        super().__init__((line for line in lines if isinstance(line, str)), person=person)
        self._order = list(lines)

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        """The next line, after what stands in front of it."""
        while self._order and callable(self._order[0]):
            self._order.pop(0)()  # type: ignore[operator]
        self._order = self._order[1:]
        return super().readline(size)


def take(record: Record, loaded: Loaded, *lines: str | Callable[[], object], person: bool, **wishes: object) -> str:
    """Take the call; what was told."""
    told = io.StringIO()
    wish = Wish(**{"trainee": "Ana", "seed": 1, "variant": "gift", **wishes})  # type: ignore[arg-type]
    play(Playing(Console(Doing(*lines, person=person), told), record, CACHE, loaded, "parcel", wish))
    return told.getvalue()


def chosen(record: Record) -> list[str]:
    """What was chosen in the one session."""
    session = (*[one.session for one in record.all_unfinished()], *[one.session for one in record.sessions()])[0]
    return [one.event.choice for one in record.events(session) if isinstance(one.event, Chose)]


def test_a_person_answers_again_when_the_disk_is_free(tmp_path: Path, parcel: Loaded) -> None:
    file = tmp_path / "rolecall.db"
    with (
        Record.open(str(file), busy_seconds=0.05) as record,
        closing(sqlite3.connect(file, isolation_level=None)) as other,
    ):
        lock, release = (lambda: other.execute("BEGIN IMMEDIATE")), (lambda: other.execute("ROLLBACK"))
        told = take(record, parcel, "", "", lock, "3", release, "3", "3", "2", "1", person=True)
        assert told.count("is being used by another program") == 1
        assert told.count("You: What was in the parcel") == 1
        assert chosen(record) == ["ask", "on", "wait", "facts"]
        assert len(list(record.sessions())) == 1


def test_a_script_stops_and_can_go_on_later(tmp_path: Path, parcel: Loaded) -> None:
    file = tmp_path / "rolecall.db"
    with (
        Record.open(str(file), busy_seconds=0.05) as record,
        closing(sqlite3.connect(file, isolation_level=None)) as other,
    ):
        with pytest.raises(RecordError) as refused:
            take(record, parcel, "3", lambda: other.execute("BEGIN IMMEDIATE"), "3", person=False)
        assert refused.value.reason is Reason.LOCKED
        other.execute("ROLLBACK")
        assert chosen(record) == ["ask"]
        take(record, parcel, "3", "2", "1", person=False, resume=True)
        assert chosen(record)[:2] == ["ask", "on"]
        assert len(list(record.sessions())) == 1
