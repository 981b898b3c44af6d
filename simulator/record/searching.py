"""Looks up the words of a search: whose names and which titles have them.

People and titles are few beside sessions. Once they are known, an index finds their sessions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from sqlalchemy import Connection, select, text

from simulator.model.bare import bare
from simulator.record.tables import people

_NAMED: Final = 2_000
"""As many people or titles as a statement names; a word that is in more of them is in many sessions."""
_TITLES: Final = text(
    "WITH RECURSIVE found(called) AS ("
    " SELECT min(called) FROM summaries WHERE open = :open"
    " UNION ALL"
    " SELECT (SELECT min(s.called) FROM summaries s WHERE s.open = :open AND s.called > found.called)"
    " FROM found WHERE found.called IS NOT NULL"
    ") SELECT called FROM found WHERE called IS NOT NULL"
)
"""Each title once: as many steps through the index that sorts by title as there are titles."""


@dataclass(frozen=True, slots=True)
class Word:
    """A bare word, and where it was found; None where that is too many to name."""

    word: str
    trainees: tuple[str, ...] | None
    titles: tuple[str, ...] | None


class Way(NamedTuple):
    """How a session can have all words: who its trainee is (None: anybody), what it is called (None: anything)."""

    trainees: tuple[str, ...] | None
    titles: tuple[str, ...] | None


def ways_to_have(words: Sequence[Word]) -> list[Way] | None:
    """Each way in which some words are in the title of a session and the others in the name of its trainee.

    Words that are in too many are left out, so that more may be found than is wanted; None where nothing is left to
    look up, or too much.
    """
    known = [word for word in words if word.trainees is not None and word.titles is not None]
    named = {word.word: set(word.trainees or ()) for word in known}
    titles: dict[frozenset[str], list[str]] = defaultdict(list)
    for title in sorted({title for word in known for title in word.titles or ()}):
        titles[frozenset(word.word for word in known if title not in (word.titles or ()))].append(title)
    ways = [Way(tuple(sorted(set.intersection(*named.values()))), None)] if known else []
    for others, called in titles.items():
        trainees = set.intersection(*(named[word] for word in others)) if others else None
        ways.append(Way(None if trainees is None else tuple(sorted(trainees)), tuple(called)))
    ways = [way for way in ways if way.trainees != ()]
    many = sum(len(way.trainees or ()) + len(way.titles or ()) for way in ways) > 2 * _NAMED
    return None if many or not known else ways


def look_up(connection: Connection, words: str) -> tuple[Word, ...]:
    """Each of `words`, whatever its case and accents, with the people and the bare titles that have it."""
    wanted = tuple(dict.fromkeys(bare(words).split()))
    if not wanted:
        return ()
    rows = connection.execute(select(people.c.id, people.c.name).where(people.c.name.is_not(None)))
    named = [(own, bare(name)) for own, name in rows]
    titles = {title for shown in (False, True) for title in connection.execute(_TITLES, {"open": shown}).scalars()}
    return tuple(
        Word(
            word,
            _if_few([own for own, name in named if word in name]),
            _if_few(sorted(title for title in titles if word in title)),
        )
        for word in wanted
    )


def _if_few(found: Collection[str]) -> tuple[str, ...] | None:
    return tuple(found) if len(found) <= _NAMED else None
