"""Who and what is meant on a command line: a session by a part of its id, a person by name or id,
a variant of a call."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from simulator.cli.exits import Exit, Refused
from simulator.model.message import N_, Message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.model.scenario import Scenario
    from simulator.record import Person, Record

LEAST = 6
"""How many characters of a session's id say which one is meant."""
_WHOLE = 36
_PART = re.compile(r"[0-9a-f-]+")


def session(record: Record, named: str) -> str:
    """The id of the session that is called `named`. Raises Refused where there is none, or several."""
    part = named.strip().lower()
    if len(part) == _WHOLE:
        return part
    if len(part) < LEAST or not _PART.fullmatch(part):
        text = N_(
            "“{name}” is no session. Name one by its id, or by {least} or more characters it begins or ends with."
        )
        raise Refused(Message(text, {"name": named[:80], "least": LEAST}), Exit.USAGE)
    found = record.matching(part)
    if len(found) == 1:
        return found[0]
    text = N_("There is no session {name}.") if not found else N_("Several sessions are called {name}: {ids}.")
    raise Refused(Message(text, {"name": part, "ids": list(found[:5])}), Exit.USAGE)


def sessions(record: Record, named: Iterable[str]) -> tuple[str, ...]:
    """The ids of the sessions that are named, each once. Raises Refused."""
    return tuple(dict.fromkeys(session(record, one) for one in named))


def short_ids(ids: Iterable[str]) -> dict[str, str]:
    """For each id the shortest ending, of eight characters or more, that no other of `ids` has."""
    every = set(ids)
    for length in range(8, _WHOLE):
        endings = {one: one[-length:] for one in every}
        if len(set(endings.values())) == len(every):
            return endings
    return {one: one for one in every}


def person(record: Record, name: str) -> Person:
    """The one person called `name`, or with that id. Raises Refused where there is none, or several."""
    found = record.people.find(name)
    if len(found) == 1:
        return found[0]
    text = (
        N_("Nobody called “{name}” has recorded a session.")
        if not found
        else N_("Several people are called “{name}”. Use the id that `rolecall people list` shows.")
    )
    raise Refused(Message(text, {"name": name[:80]}), Exit.USAGE)


def viewer(record: Record, name: str | None) -> str:
    """The id of whoever looks, by the name in their settings; empty where they have recorded nothing."""
    from simulator.cli.front import system_user

    return record.people.id_of(name or system_user()) or ""


def myself(record: Record, name: str | None) -> str:
    """The id of whoever types, made where they have written nothing yet. Raises RecordError."""
    from simulator.cli.front import system_user

    return record.people.id_for(name or system_user())


def seen(record: Record, name: str | None, named: Iterable[str]) -> tuple[str, ...]:
    """The ids of the sessions that are named, all of which whoever looks may see. Raises Refused."""
    found = sessions(record, named)
    known = frozenset(record.seen_by(viewer(record, name)))
    for one in found:
        if one not in known and record.matching(one):
            text = N_("The session {session} is somebody else's practice, which they have not shared.")
            raise Refused(Message(text, {"session": one}))
    return found


def check_variant(scenario: Scenario, variant: str | None) -> None:
    """Raises Refused for a variant that the call does not have."""
    known = [one.id for one in scenario.variants]
    if variant is not None and variant not in known:
        text = N_("This call has no variant {name}. It has: {names}.")
        raise Refused(Message(text, {"name": variant[:80], "names": known}), Exit.USAGE)
