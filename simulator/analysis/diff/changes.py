"""What is written otherwise: two trees laid beside each other, every difference with its place and both wordings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

from simulator.analysis.diff.likeness import alike, dumped, leaves, partners
from simulator.analysis.diff.written import Tree
from simulator.analysis.graph import Place


class How(StrEnum):
    """What was done to one thing."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    """`before` and `after` are its ids."""
    MOVED = "moved"
    """To another state, or to another place in its list: `before` and `after` say which."""
    REWORDED = "reworded"
    """Other words that people read; nothing else can come of it."""
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `place` is its path in the new document, in the old one for what was removed."""

    how: How
    place: Place
    before: str = ""
    after: str = ""


KEYED: Final = frozenset(
    {"states", "choices", "endings", "gauges", "facts", "variants", "knowledge", "tests", "crm", "caller"}
    | {"criteria", "critical", "techniques"}
)
"""The keys under which things have names of their own, which their author chose."""

_IN_ORDER: Final = frozenset({"choices", "gauges", "knowledge", "crm", "variants"})
"""Those whose order can be seen, or breaks a tie."""

_WORDS: Final = frozenset(
    {"say", "label", "why", "text", "title", "about", "briefing", "scene", "sketch", "name", "fr", "en"}
)
"""Keys of what people read."""


def changes(old: dict[str, Tree], new: dict[str, Tree], place: Place = ()) -> tuple[Change, ...]:
    """Every difference between two trees, in the order of the new one."""
    return tuple(_moved_choices(_compare(old, new, place), old, new))


def _compare(old: Tree | None, new: Tree | None, place: Place) -> Iterator[Change]:
    if old == new and dumped(old) == dumped(new):
        return
    if isinstance(old, dict) and isinstance(new, dict):
        yield from (_named if place and place[-1] in KEYED else _fields)(old, new, place)
    elif isinstance(old, list) and isinstance(new, list):
        yield from _listed(old, new, place)
    else:
        before, after = _in_full(old), _in_full(new)
        reworded = isinstance(old, str) and isinstance(new, str) and _is_words(place)
        yield Change(How.REWORDED if reworded else How.CHANGED, place, before, after)


def _is_words(place: Place) -> bool:
    return place[-1] in _WORDS or (len(place) > 1 and place[-2] in ("crm", "caller"))


def _fields(old: dict[str, Tree], new: dict[str, Tree], place: Place) -> Iterator[Change]:
    """The parts of one thing; a part that is not there says nothing."""
    for key in dict.fromkeys((*new, *old)):
        before, after = old.get(key), new.get(key)
        if key != "goto" and isinstance(before or after, list):
            before, after = before or [], after or []
        elif key in KEYED and isinstance(before or after, dict):
            before, after = before or {}, after or {}
        yield from _compare(before, after, (*place, key))


def _named(old: dict[str, Tree], new: dict[str, Tree], place: Place) -> Iterator[Change]:
    """Things with names: gone, new, renamed, or the same and perhaps changed."""
    renamed = partners(old, new)
    former = {after: before for before, after in renamed.items()}
    for name, after in new.items():
        here = (*place, name)
        if name in former:
            yield Change(How.RENAMED, here, former[name], name)
        if name in former or name in old:
            yield from _compare(old[former.get(name, name)], after, here)
        else:
            yield Change(How.ADDED, here, after=gist(after))
    for name, before in old.items():
        if name not in new and name not in renamed:
            yield Change(How.REMOVED, (*place, name), before=gist(before))
    yield from _order([renamed.get(name, name) for name in old], list(new), place)


def _order(old: list[str], new: list[str], place: Place) -> Iterator[Change]:
    if place[-1] in _IN_ORDER:
        both = set(old) & set(new)
        before, after = ([name for name in names if name in both] for names in (old, new))
        if before != after:
            yield Change(How.MOVED, place, ", ".join(before), ", ".join(after))


def _listed(old: Sequence[Tree], new: Sequence[Tree], place: Place) -> Iterator[Change]:
    """Items in an order that means something: what stands in a like place is the same item, perhaps changed."""
    gone, came = list[int](), list[int]()
    for tag, i, i_end, j, j_end in SequenceMatcher(None, [*map(dumped, old)], [*map(dumped, new)], False).get_opcodes():
        if tag == "equal":
            continue
        befores, afters = list(range(i, i_end)), list(range(j, j_end))
        if len(befores) == len(afters):
            for before, after in zip(befores, afters, strict=True):
                yield from _compare(old[before], new[after], (*place, after))
        else:
            gone, came = gone + befores, came + afters
    yield from _gone_and_come(old, new, (gone, came), place)


def _gone_and_come(
    old: Sequence[Tree], new: Sequence[Tree], places: tuple[list[int], list[int]], place: Place
) -> Iterator[Change]:
    """Items without one in a like place: moved or changed where another is like them, else gone or new."""
    gone, came = places
    for after in came:
        before = max(gone, key=lambda one: alike(old[one], new[after]), default=None)
        if before is not None and alike(old[before], new[after]) > 0:
            gone = [one for one in gone if one != before]
            if dumped(old[before]) == dumped(new[after]):
                yield Change(How.MOVED, (*place, after), str(before + 1), str(after + 1))
            yield from _compare(old[before], new[after], (*place, after))
        else:
            yield Change(How.ADDED, (*place, after), after=gist(new[after]))
    for before in gone:
        yield Change(How.REMOVED, (*place, before), before=gist(old[before]))


def _moved_choices(found: Iterator[Change], old: dict[str, Tree], new: dict[str, Tree]) -> Iterator[Change]:
    """Put a choice that left one state for another in one change instead of two."""
    every = list(found)
    gone = {c.place[3]: c for c in every if c.how is How.REMOVED and _is_choice(c.place)}
    moved = {
        one.place: gone[one.place[3]]
        for one in every
        if one.how is How.ADDED and _is_choice(one.place) and one.place[3] in gone
        if alike(_at(old, gone[one.place[3]].place), _at(new, one.place)) > 0
    }
    left = {change.place for change in moved.values()}
    for change in every:
        if change.how is How.ADDED and change.place in moved:
            before = moved[change.place]
            yield Change(How.MOVED, change.place, str(before.place[1]), str(change.place[1]))
            yield from _compare(_at(old, before.place), _at(new, change.place), change.place)
        elif change.how is not How.REMOVED or change.place not in left:
            yield change


def _is_choice(place: Place) -> bool:
    return len(place) == 4 and place[0] == "states" and place[2] == "choices"


def _at(tree: Tree, place: Place) -> Tree:
    for step in place:
        assert isinstance(tree, dict)
        tree = tree[str(step)]
    return tree


def gist(tree: Tree) -> str:
    """What a thing is, in one line: the first words in it that people read, else all that it says."""
    words = [text for key, text in leaves(tree) if key.rsplit("/", 1)[-1] in _WORDS and text]
    return words[0] if words else _in_full(tree)


def _in_full(tree: Tree | None) -> str:
    """All that a thing says; empty for one that is not there."""
    if tree is None:
        return ""
    return ", ".join(f"{key}: {text}" if key else text for key, text in leaves(tree))
