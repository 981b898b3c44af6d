"""One session's way into the record: each event behind the last one that is known, or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.model.events import Chose, Ended, Event
from simulator.record import Reason, RecordError, Summary
from simulator.session.world import World

if TYPE_CHECKING:
    from simulator.record import Record


class SessionLog:
    """Appends to one session. `number` is that of its last event as far as this program knows."""

    def __init__(self, record: Record, session: str, number: int, world: World) -> None:
        self.record = record
        self.session = session
        self._number = number
        self._world = world
        self._doubtful: Event | None = None

    def append(self, event: Event) -> None:
        """Record `event`; durable when this returns. Raises RecordError, and then nothing has happened.

        A disk may fail when the event has in fact reached it. The same event given again is then found there.
        """
        try:
            self._number = self.record.append(self.session, event, after=self._number, at=self._world.at)
        except RecordError as error:
            if error.reason is Reason.OVERTAKEN and self._is_there(event):
                self._number += 1
            else:
                self._doubtful = event
                raise
        self._doubtful = None

    def end(self, ended: Ended, *, title: str, role: str, criteria: Mapping[str, float | None]) -> Summary:
        """Close the session with its result, or find it closed with one. Raises RecordError."""
        try:
            return self.record.end(
                self.session, ended, title=title, role=role, criteria=criteria, after=self._number, at=self._world.at
            )
        except RecordError as error:
            summary = self.record.summary(self.session) if error.reason is Reason.CLOSED else None
            if summary is None:
                raise
            return summary

    def abandon(self, decision: int) -> None:
        """Close the session without a result. Raises RecordError."""
        self._number = self.record.abandon(self.session, decision, after=self._number, at=self._world.at)

    def _is_there(self, event: Event) -> bool:
        """Whether the event that was in doubt is the next one of the session, and is `event`."""
        if self._doubtful is None or _timeless(self._doubtful) != _timeless(event):
            return False
        events = self.record.events(self.session)
        return len(events) == self._number + 1 and events[-1].event == self._doubtful


def _timeless(event: Event) -> Event:
    """The event without how long it took, which differs when the same answer is given twice."""
    return replace(event, took_ms=0) if isinstance(event, Chose) else event
