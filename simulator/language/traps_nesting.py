"""The traps of a file that parses with its lines in the wrong group: a line too far in, a dash left out, a key twice.

What was meant is put where it belongs, so that one slip of the space bar is told once and nothing follows from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final, TypeGuard

from simulator.language.nodes import Mapping, Node, Scalar, Sequence
from simulator.language.traps import DIAGNOSTICS_MAX, trap
from simulator.language.traps_values import WORDS
from simulator.model.diagnostic import Diagnostic
from simulator.model.source import Span

Item = tuple[Scalar, Node]

_KINDS: Final = (frozenset(("say", "do")), frozenset(("says", "scene", "choices")))
"""The keys by which one tells a choice and a state."""

_BEGINS: Final = "rolecall"
"""The key with which a file begins."""

_MOST: Final = 20
"""How many slips are put right; a file with more is no file to mend line by line."""

_SHOWN: Final = 300
"""The longest corrected line that is shown, in characters."""


def settle(file: str, lines: list[str], root: Mapping) -> tuple[Mapping, list[Diagnostic]]:
    """The tree `root` with what stands in the wrong group moved out of it, and one diagnostic for each slip."""
    if _is_settled(root) and [key.text for key, _ in root.items].count(_BEGINS) < 2:
        return root, []
    nesting = _Nesting(file, lines)
    return nesting.mapping(nesting.first_of(root)), nesting.found


class _Nesting:
    """The slips of one file."""

    def __init__(self, file: str, lines: list[str]) -> None:
        self.found: list[Diagnostic] = []
        self._file = file
        self._lines = lines
        self._slips = 0

    def first_of(self, root: Mapping) -> Mapping:
        """`root` up to where the file begins a second time, because it was pasted twice."""
        places = [place for place, (key, _) in enumerate(root.items) if key.text == _BEGINS]
        if len(places) < 2:
            return root
        key = root.items[places[1]][0]
        self._report("E113-again", key.span)
        return Mapping(root.items[: places[1]], root.span, root.flow)

    def mapping(self, node: Mapping) -> Mapping:
        """`node` with everything below it settled."""
        items = tuple(item for key, value in node.items for item in self._item(key, value, node.flow))
        for key, first in islice(_twice(items), DIAGNOSTICS_MAX):
            self._report("E110", key.span, key=key.text, line=first.span.line)
        return Mapping(items, node.span, node.flow)

    def _item(self, key: Scalar, value: Node, flow: bool) -> Iterator[Item]:
        """The entry itself, and what stood too far in below it and belongs behind it."""
        if flow or not self._looks_at(value) or (place := _too_far_in(value.items)) is None:
            yield key, self._node(value)
            return
        moved, below = value.items[place]
        rest = value.items[place + 1 :]
        found, expected = moved.span.column, key.span.column
        line = self._line(moved.span.line, expected, "")
        self._report("E116", Span(moved.span.line, 1, found), found=found, expected=expected, line=line)
        if isinstance(below, Mapping):
            yield from self._item(key, Mapping((*value.items[:place], *rest), value.span), flow)
            yield from self._item(moved, below, flow)
        else:
            yield from self._item(key, Mapping(value.items[:place], value.span), flow)
            yield from self._item(moved, Mapping(rest, rest[0][0].span), flow)

    def _node(self, node: Node) -> Node:
        match node:
            case Mapping():
                return self.mapping(node)
            case Sequence():
                items = tuple(part for item in node.items for part in self._parts(item, node.flow))
                return Sequence(items, node.span, node.flow)
            case Scalar():
                return node

    def _parts(self, item: Node, flow: bool) -> Iterator[Node]:
        """An item of a list, or the items that it would be with the dash that was left out."""
        if flow or not self._looks_at(item) or (place := _begins_anew(item.items)) is None:
            yield self._node(item)
            return
        key = item.items[place][0]
        line = self._line(key.span.line, key.span.column - len("- "), "- ")
        self._report("E122", Span(key.span.line, key.span.column, key.span.column + 1), line=line)
        yield self._node(Mapping(item.items[:place], item.span))
        yield from self._parts(Mapping(item.items[place:], key.span), flow)

    def _looks_at(self, node: Node) -> TypeGuard[Mapping]:
        """Whether `node` has lines of its own that may have slipped."""
        return isinstance(node, Mapping) and not node.flow and self._slips < _MOST

    def _line(self, number: int, column: int, dash: str) -> str:
        """Line `number` as it should stand, begun in `column`."""
        line = " " * max(0, column - 1) + dash + self._lines[number - 1].strip()
        return line if len(line) <= _SHOWN else line[:_SHOWN] + "…"

    def _report(self, wording: str, span: Span, **values: object) -> None:
        self._slips += wording != "E110"
        self.found.append(trap(wording, self._file, span, None, **values))


def _twice(items: tuple[Item, ...]) -> Iterator[tuple[Scalar, Scalar]]:
    """Each key that is there once more, with the first of its name."""
    seen: dict[str, Scalar] = {}
    for key, _value in items:
        first = seen.setdefault(key.text, key)
        if first is not key:
            yield key, first


def _is_settled(node: Mapping | Sequence) -> bool:
    """Whether nothing below `node` is in the wrong group and no key is there twice: so it is in most files."""
    if isinstance(node, Mapping):
        if len({key.text for key, _ in node.items}) < len(node.items):
            return False
        inside, slipped = [value for _, value in node.items if not isinstance(value, Scalar)], _too_far_in
    else:
        inside, slipped = [item for item in node.items if not isinstance(item, Scalar)], _begins_anew
    for value in inside:
        if isinstance(value, Mapping) and not value.flow and not node.flow and slipped(value.items) is not None:
            return False
    return all(map(_is_settled, inside))


def _too_far_in(items: tuple[Item, ...]) -> int | None:
    """The place of the choice or state among `items` that was meant to stand beside them, not among them."""
    seen: set[str] = set()
    for place, (key, value) in enumerate(items):
        if place and key.plain and key.text not in WORDS:
            follows = items[place + 1][0].text if place + 1 < len(items) else ""
            if isinstance(value, Scalar) and value.missing and follows in seen:
                return place
            if isinstance(value, Mapping) and not value.flow and _is_kin(seen, value):
                return place
        seen.add(key.text)
    return None


def _is_kin(keys: set[str], value: Mapping) -> bool:
    """Whether `keys` and `value` are both those of a choice, or both those of a state."""
    others = {key.text for key, _ in value.items}
    return any(kind & keys and kind & others for kind in _KINDS)


def _begins_anew(items: tuple[Item, ...]) -> int | None:
    """The place among `items` from which on two keys or more are there a second time."""
    seen: set[str] = set()
    again: list[int] = []
    for place, (key, _) in enumerate(items):
        if key.text in seen:
            again.append(place)
        seen.add(key.text)
    return again[0] if len(again) > 1 and again[-1] - again[0] == len(again) - 1 else None
