"""One session's way into the record: answers behind the last event that is known, or not at all."""

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
    """Appends to one session. `after` is the number of the last event that the caller's progress knows of."""

    def __init__(self, record: Record, session: str, world: World) -> None:
        self.record = record
        self.session = session
        self._world = world

    def answer(self, event: Event, after: int) -> int:
        """Record what moves the call; its number. Durable when this returns. Raises RecordError.

        A disk, or a person with Ctrl-C, may interrupt when the event has in fact reached the record: given again,
        it is found there. Anything else that has come in between is refused.
        """
        try:
            return self.record.append(self.session, event, after=after, at=self._world.at)
        except RecordError as error:
            if error.reason is Reason.OVERTAKEN and self._is_there(event, after + 1):
                return after + 1
            raise

    def note(self, event: Event, after: int) -> int:
        """Record what moves nothing, wherever the session stands. Raises RecordError.

        The number to go on from: that of the event, or `after` where others that are not known came before it.
        """
        number = self.record.append(self.session, event, at=self._world.at)
        return number if number == after + 1 else after

    def say(self, decision: int, words: str, after: int) -> int:
        """Record what the trainee would have said, as `answer` records what moves the call. Raises RecordError."""
        try:
            return self.record.append_typed(self.session, decision, words, after=after, at=self._world.at)
        except RecordError as error:
            there = error.reason is Reason.OVERTAKEN and len(self.record.events(self.session)) == after + 1
            if there and self.record.typed(self.session).get(after + 1) == words:
                return after + 1
            raise

    def end(self, ended: Ended, after: int, *, title: str, role: str, criteria: Mapping[str, float | None]) -> Summary:
        """Close the session with its result, or find it closed with one. Raises RecordError."""
        at = self._world.at
        try:
            return self.record.end(self.session, ended, title=title, role=role, criteria=criteria, after=after, at=at)
        except RecordError as error:
            summary = self.record.summary(self.session) if error.reason is Reason.CLOSED else None
            if summary is None:
                raise
            return summary

    def abandon(self, decision: int) -> None:
        """Close the session without a result. Raises RecordError."""
        self.record.abandon(self.session, decision, at=self._world.at)

    def _is_there(self, event: Event, number: int) -> bool:
        events = self.record.events(self.session)
        return len(events) == number and _timeless(events[-1].event) == _timeless(event)


def _timeless(event: Event) -> Event:
    """The event without how long it took, which differs when the same answer is given twice."""
    return replace(event, took_ms=0) if isinstance(event, Chose) else event
