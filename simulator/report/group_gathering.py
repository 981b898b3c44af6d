"""Gathers what a report tells of a group: its figures, its sessions, and the rubric that its calls are judged by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from scoring.rubric import Rubric
from simulator.groups.gathering import Group, gather
from simulator.groups.gathering import Wanted as GroupWanted
from simulator.record import Person, RecordError, Summary
from simulator.report.gathering import Tick, Wanted, sessions_of
from simulator.report.reviewed import reviewed_results
from simulator.session import SessionError, replay

if TYPE_CHECKING:
    from simulator.library import Library
    from simulator.record import Record

LATEST: Final = 1_000
"""From how many calls, the newest, decisions are read."""


class Period(NamedTuple):
    """When the first session began, and when the last one ended."""

    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True)
class GatheredGroup:
    """What is known of a group. Rubric words are in the language asked for."""

    name: str
    """What it is called; empty where it has no name."""
    people: tuple[Person, ...]
    """By name."""
    group: Group
    """The figures of the sessions that count."""
    sessions: tuple[Summary, ...]
    """All that came to their end, the newest first."""
    reviewed: frozenset[str]
    """The sessions that a trainer has reviewed."""
    rubric: Rubric | None
    """The one that the newest session was judged by; None where it cannot be read."""

    @property
    def period(self) -> Period | None:
        """From when to when it goes; None where there is no session."""
        if not self.sessions:
            return None
        return Period(min(one.started for one in self.sessions), max(one.ended for one in self.sessions))


def gather_group(
    record: Record, library: Library, people: Sequence[Person], wanted: Wanted, tick: Tick, name: str = ""
) -> GatheredGroup:
    """All of it; the decisions of many calls take a moment. `name` is what the group is called. Raises RecordError."""
    sessions = [summary for person in people for summary in sessions_of(record, person, wanted)]
    sessions.sort(key=lambda one: (one.started, one.session), reverse=True)
    ids = [person.id for person in people]
    asked = GroupWanted(ids, wanted.viewer, None, LATEST, wanted.since, wanted.until)
    return GatheredGroup(
        name=name,
        people=tuple(sorted(people, key=lambda one: (one.name.casefold(), one.id))),
        group=gather(record, asked, wanted.language, library.cache, tick),
        sessions=tuple(sessions),
        reviewed=frozenset(reviewed_results(record, sessions)),
        rubric=_rubric(record, library, sessions),
    )


def _rubric(record: Record, library: Library, sessions: Sequence[Summary]) -> Rubric | None:
    try:
        return replay(record, sessions[0].session, cache=library.cache).rubric if sessions else None
    except (SessionError, RecordError):
        return None
